#include "core/options.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace unrolled {
namespace {

template <class Value>
const Value& get(const OptionValue& value, std::string_view name) {
  const Value* held = std::get_if<Value>(&value);
  if (held == nullptr) throw std::logic_error("option \"" + std::string(name) + "\" has another type");
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

Option Option::boolean(Words name, bool preset, Words title, Words summary) {
  return {name, Type::boolean, preset, title, summary};
}

Option Option::integer(Words name, double preset, double min, double max, Words title, Words summary) {
  return {name, Type::integer, preset, title, summary, min, max, 1};
}

Option Option::number(Words name, double preset, double min, double max, Words title, Words summary) {
  return {name, Type::number, preset, title, summary, min, max};
}

Option Option::choice(Words name, std::initializer_list<Choice> choices, Words title, Words summary) {
  Option option{name, Type::choice, std::string(choices.begin()->value), title, summary};
  option.choices = choices;
  return option;
}

Option Option::free_text(Words name, double max_characters, Words title, Words summary) {
  return {name, Type::text, std::string(), title, summary, 0, max_characters};
}

Option Option::in(Words unit_name) && {
  unit = unit_name;
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

Option Option::only_if(Words option, std::initializer_list<const char*> values) && {
  Condition& condition = when.emplace_back(Condition{option, {}});
  for (const char* value : values) condition.values.emplace_back(std::string(value));
  return std::move(*this);
}

Option Option::only_if(Words option, std::initializer_list<double> values) && {
  when.push_back({option, {values.begin(), values.end()}});
  return std::move(*this);
}

Option Option::only_if(Words option, bool value) && {
  when.push_back({option, {value}});
  return std::move(*this);
}

Option Option::needing(Words property) && {
  needs = property;
  return std::move(*this);
}

const Option* find_option(const OptionTable& table, std::string_view name) {
  const auto at = std::ranges::find(table, name, &Option::name);
  return at == table.end() ? nullptr : &*at;
}

Options::Options(const OptionTable& table) {
  for (const Option& option : table) values_[std::string(option.name)] = option.preset;
}

const OptionValue& Options::at(std::string_view name) const {
  const auto at = values_.find(name);
  if (at == values_.end()) throw std::logic_error("no option \"" + std::string(name) + "\"");
  return at->second;
}

bool Options::boolean(std::string_view name) const { return get<bool>(at(name), name); }

double Options::number(std::string_view name) const { return get<double>(at(name), name); }

std::size_t Options::integer(std::string_view name) const { return static_cast<std::size_t>(number(name)); }

const std::string& Options::text(std::string_view name) const { return get<std::string>(at(name), name); }

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
