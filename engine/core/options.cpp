#include "core/options.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace unrolled {
namespace {

template <class Value>
const Value& get(const OptionValue& value, const std::string& name) {
  const Value* held = std::get_if<Value>(&value);
  if (held == nullptr) throw std::logic_error("option \"" + name + "\" has another type");
  return *held;
}

/// Insertions, deletions and replacements that turn one into the other (Levenshtein).
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

Option Option::boolean(std::string name, bool preset, std::string title, std::string summary) {
  return {std::move(name), Type::boolean, preset, std::move(title), std::move(summary)};
}

Option Option::integer(std::string name, double preset, double min, double max, std::string title,
                       std::string summary) {
  return {std::move(name), Type::integer, preset, std::move(title), std::move(summary), min, max, 1};
}

Option Option::number(std::string name, double preset, double min, double max, std::string title, std::string summary) {
  return {std::move(name), Type::number, preset, std::move(title), std::move(summary), min, max};
}

Option Option::choice(std::string name, std::vector<Choice> choices, std::string title, std::string summary) {
  Option option{std::move(name), Type::choice, choices.front().value, std::move(title), std::move(summary)};
  option.choices = std::move(choices);
  return option;
}

Option Option::free_text(std::string name, double max_characters, std::string title, std::string summary) {
  return {std::move(name), Type::text, std::string(), std::move(title), std::move(summary), 0, max_characters};
}

Option Option::in(std::string unit_name) && {
  unit = std::move(unit_name);
  return std::move(*this);
}

Option Option::by(double control_step) && {
  step = control_step;
  return std::move(*this);
}

Option Option::logarithmic() && {
  log_scale = true;
  return std::move(*this);
}

Option Option::only_if(std::string option, std::vector<OptionValue> values) && {
  when.push_back({std::move(option), std::move(values)});
  return std::move(*this);
}

const Option* find_option(const OptionTable& table, std::string_view name) {
  const auto at = std::ranges::find(table, name, &Option::name);
  return at == table.end() ? nullptr : &*at;
}

Options::Options(const OptionTable& table) {
  for (const Option& option : table) values_[option.name] = option.preset;
}

const OptionValue& Options::at(const std::string& name) const {
  const auto at = values_.find(name);
  if (at == values_.end()) throw std::logic_error("no option \"" + name + "\"");
  return at->second;
}

bool Options::boolean(const std::string& name) const { return get<bool>(at(name), name); }

double Options::number(const std::string& name) const { return get<double>(at(name), name); }

std::size_t Options::integer(const std::string& name) const { return static_cast<std::size_t>(number(name)); }

const std::string& Options::text(const std::string& name) const { return get<std::string>(at(name), name); }

std::string nearest_name(std::string_view unknown, const std::vector<std::string>& known) {
  const std::size_t limit = std::max<std::size_t>(2, unknown.size() / 3);
  std::string best;
  std::size_t least = limit + 1;
  for (const std::string& name : known) {
    const std::size_t distance = edits(unknown.substr(0, 64), name);
    if (distance < least && distance < name.size()) best = name, least = distance;
  }
  return best;
}

}  // namespace unrolled
