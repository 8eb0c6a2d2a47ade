#include "models/places/edits.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "models/places/builder.hpp"

namespace unrolled {

double zero_value(double) { return 0; }
namespace {

constexpr std::string_view kTo[] = {"off", "open", "closed", "mean", "", "frozen", "free"};

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

void note_once(std::vector<std::string>& names, std::string_view name) {
  if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

std::string choices_of(const PlaceGroup& place, std::size_t i) {
  const Holding& holding = place.holding(i);
  std::vector<std::string> choices;
  if (place.is_gate(i))
    choices = {"open", "closed"};
  else if (holding.can_show())
    choices = {"off"};
  if (place.has_mean(i)) choices.emplace_back("mean");
  if (holding.least < holding.most) choices.push_back(number_text(holding.least) + " to " + number_text(holding.most));
  choices.insert(choices.end(), {"frozen", "free"});
  return joined(choices);
}

bool can_be(const PlaceGroup& place, const Edit& edit) {
  const Holding& holding = place.holding(edit.index);
  switch (edit.to) {
    case Edit::To::frozen:
    case Edit::To::free: return true;
    case Edit::To::open:
    case Edit::To::closed: return place.is_gate(edit.index);
    case Edit::To::off: return holding.can_show() && !place.is_gate(edit.index);
    case Edit::To::mean: return place.has_mean(edit.index);
    case Edit::To::value: break;
  }
  return holding.can_show() && edit.value >= holding.least && edit.value <= holding.most;
}

double number_shown(const Edit& edit) {
  return edit.to == Edit::To::value ? edit.value : edit.to == Edit::To::open ? 1 : 0;
}

bool same_place(const Edit& a, const Edit& b) { return a.name == b.name && a.part == b.part && a.index == b.index; }

}  // namespace

std::string_view to_string(Edit::To to) { return kTo[std::size_t(to)]; }

const PlaceGroup& place_of(const Edit& edit, const std::vector<PlaceGroup>& places, const std::string& where) {
  std::vector<std::string> names, parts;
  for (const PlaceGroup& place : places) {
    if (place.part == edit.part) note_once(names, place.name);
    if (place.name != edit.name) continue;
    note_once(parts, place.part);
    if (place.part != edit.part) continue;
    if (edit.index >= place.count)
      throw Error(ErrorCode::invalid_config, "number.whole", where + ".place.index",
                  {{"found", edit.index}, {"min", 0}, {"max", place.count - 1}});
    if (can_be(place, edit)) return place;
    const std::string found = edit.to == Edit::To::value ? number_text(edit.value) : std::string(to_string(edit.to));
    throw Error(ErrorCode::invalid_config, "choice.unknown", where + ".to",
                {{"found", found}, {"known", choices_of(place, edit.index)}});
  }
  if (parts.empty() && names.empty())
    for (const PlaceGroup& place : places) note_once(parts, place.part);
  const bool part = names.empty() || !parts.empty();
  throw Error(ErrorCode::invalid_config, "choice.unknown", where + (part ? ".place.part" : ".place.name"),
              {{"found", part ? edit.part : edit.name}, {"known", joined(part ? parts : names)}});
}

template <class Real>
void Held<Real>::add_runs(const Slice& slice, std::size_t i, Arena<Real>& parameters, double (*to)(double),
                          std::vector<Run>& runs) {
  const Tensor<Real>& tensor = *parameters.find(slice.parameter);
  for (std::size_t b = 0; b < slice.blocks; ++b) {
    const std::size_t at = slice.first + i * slice.step + b * slice.stride;
    runs.push_back({&tensor.value[at], tensor.has_grad() ? &tensor.grad[at] : nullptr, slice.count, to});
  }
}

template <class Real>
void Held<Real>::add(const Edit& edit, const PlaceGroup& place, Arena<Real>& parameters, bool rewrite,
                     std::vector<double> means) {
  std::erase_if(entries_, [&](const Entry& entry) { return same_place(entry.edit, edit); });
  if (edit.to == Edit::To::free) return;
  const Holding& holding = place.holding(edit.index);
  const Slice& read = holding.columns;
  const bool frozen = edit.to == Edit::To::frozen;
  Entry entry;
  entry.edit = edit;
  for (const auto& [slice, value] : holding.rewrites) add_runs(slice, edit.index, parameters, value, entry.held);
  if (read.count > 0) add_runs(read, edit.index, parameters, zero_value, entry.held);
  if (!frozen && rewrite) {
    entry.writes = entry.held;
    entry.shown = edit.to == Edit::To::mean ? std::move(means) : std::vector<double>{number_shown(edit)};
    if (read.count > 0)
      entry.fold = {entry.held[0].value, parameters.find(holding.bias)->value.data(), read.count, read.blocks,
                    read.stride};
  }
  if (frozen)
    for (const Slice& slice : holding.own) add_runs(slice, edit.index, parameters, zero_value, entry.held);
  std::size_t count = 0;
  for (const Run& run : entry.held) count += run.count;
  entry.values.resize(count);
  entries_.push_back(std::move(entry));
}

template <class Real>
void Held<Real>::write(Entry& entry) {
  const auto shown = [&](std::size_t k, std::size_t count) { return entry.shown[k * entry.shown.size() / count]; };
  const Fold& fold = entry.fold;
  for (std::size_t r = 0; r < fold.rows; ++r) {
    double sum = 0;
    for (std::size_t j = 0; j < fold.count; ++j)
      sum += shown(j, fold.count) * double(fold.columns[r * fold.stride + j]);
    fold.bias[r] += static_cast<Real>(sum);
  }
  for (const Run& run : entry.writes)
    for (std::size_t k = 0; k < run.count; ++k) run.value[k] = static_cast<Real>(run.to(shown(k, run.count)));
  entry.writes.clear(), entry.fold = {};
}

template <class Real>
void Held<Real>::settle() {
  for (Entry& entry : entries_)
    if (!entry.settled) write(entry);
  // Also of earlier ones: what was frozen may just have been rewritten, and a bias that is held taken up a number.
  for (Entry& entry : entries_) {
    entry.settled = true;
    Real* to = entry.values.data();
    for (const Run& run : entry.held) to = std::copy_n(run.value, run.count, to);
  }
}

template <class Real>
void Held<Real>::restore() const {
  for (const Entry& entry : entries_) {
    const Real* from = entry.values.data();
    for (const Run& run : entry.held) {
      std::copy_n(from, run.count, run.value);
      from += run.count;
    }
  }
}

template <class Real>
void Held<Real>::clear_grads() const {
  for (const Entry& entry : entries_)
    for (const Run& run : entry.held)
      if (run.grad != nullptr) std::fill_n(run.grad, run.count, Real(0));
}

template class Held<float>;
template class Held<double>;

}  // namespace unrolled
