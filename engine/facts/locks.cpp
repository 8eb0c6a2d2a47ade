#include "facts/locks.hpp"

#include <algorithm>
#include <span>

namespace unrolled {
namespace {

constexpr std::size_t kMostNames = 64;

using Steps = std::vector<std::string>;

Steps steps_along(const std::string& path) {
  Steps steps(1);
  for (char c : path) c == '.' ? void(steps.emplace_back()) : steps.back().push_back(c);
  return steps;
}

std::string path_of(std::span<const std::string> steps) {
  std::string path;
  for (const std::string& step : steps) path += (path.empty() ? "" : ".") + step;
  return path;
}

/// A star is any one step; at the end, everything below.
bool meets_path(std::span<const std::string> a, std::span<const std::string> b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  if ((a[0] == "*" && a.size() == 1) || (b[0] == "*" && b.size() == 1)) return true;
  return (a[0] == b[0] || a[0] == "*" || b[0] == "*") && meets_path(a.subspan(1), b.subspan(1));
}

/// What a part has inside, as far as a change of an experiment can touch it.
std::vector<std::string> inside_of(const std::string& part) {
  if (part == "task") return {"task.*"};
  if (part == "data") return {"task.corpus", "task.text"};
  if (part == "training") return {"train.*"};
  if (part == "models") return {"add_model", "model_menu", "models.*"};
  if (part == "model_editor") return {"models.*"};
  return {};
}

bool covers_name(const std::string& entry, const std::string& name) {
  if (entry == name) return true;
  const Steps a = steps_along(entry), b = steps_along(name);
  if (a.size() > 1 && b.size() > 1 && meets_path(a, b)) return true;
  return std::ranges::any_of(inside_of(entry), [&](const std::string& inner) { return covers_name(inner, name); });
}

const Json& value_under(const Json& from, const std::string& step) {
  static const Json none;
  if (from.is_object()) return from.contains(step) ? from.at(step) : none;
  const bool index = from.is_array() && !step.empty() && step.size() <= 4 &&
                     step.find_first_not_of("0123456789") == std::string::npos && std::stoul(step) < from.size();
  return index ? from[std::stoul(step)] : none;
}

std::string named_kind(const Json& json) {
  const Json& kind = value_under(json, "kind");
  return kind.is_string() ? kind.get<std::string>() : "";
}

/// Another optimizer or schedule is another kind of it.
std::string whole_name(const std::string& path, const Json& value) {
  return named_kind(value).empty() ? path : path + ".kind";
}

/// By what a lock names it. What a model has of its own of the training is locked with the race's.
std::vector<std::string> names_of(const std::string& path, const Json& value, const Json& experiment) {
  const Steps steps = steps_along(path);
  if (steps[0] != "models" || steps.size() < 2) return {whole_name(path, value)};
  const Json& before = value_under(value_under(experiment, "models"), steps[1]);
  const std::string kind = named_kind(before.is_null() ? value : before);
  if (steps.size() > 2) {
    const std::string own = whole_name(path_of(std::span(steps).subspan(2)), value);
    if (steps[2] != "train") return {"models." + kind + "." + own};
    return {"models." + kind + "." + own, own};
  }
  if (before.is_null()) return {"add_model"};
  if (value.is_null()) return {"model_menu"};
  return {"models." + kind + ".kind", "models." + named_kind(value) + ".kind"};
}

/// Whether everything that the knob says of it is so: what it leaves out is the default.
bool says_so(const Json& knob, const Json& value) {
  if (!knob.is_object() || !value.is_object()) return !knob.is_null() && knob == value;
  return std::ranges::all_of(knob.items(),
                             [&](const auto& one) { return value_under(value, one.key()) == one.value(); });
}

bool is_of_knob(const std::string& path, const Json& value, const HandedIn& handed_in, const Json& experiment) {
  const Json& positions = value_under(value_under(handed_in.exercise, "knob"), "values");
  if (!positions.is_array()) return false;
  const Steps steps = steps_along(path);
  const bool added = steps.size() == 2 && value_under(value_under(experiment, "models"), steps[1]).is_null();
  const Json* given = &experiment;
  for (const std::string& step : steps) given = &value_under(*given, step);
  return std::ranges::any_of(positions, [&](const Json& position) {
    const Json* place = &value_under(position, "change");
    if (added && steps[0] == "models") return says_so(value_under(*place, "add"), value);
    const Json* around = place;
    for (const std::string& step : steps) place = &value_under(*(around = place), step);
    // An option that applies since the knob changed another beside it has its default.
    return says_so(*place, value) || (place->is_null() && given->is_null() && around->is_object());
  });
}

bool is_locked(const std::vector<std::string>& lock, const std::string& name) {
  return std::ranges::any_of(lock, [&](const std::string& entry) { return covers_name(entry, name); });
}

}  // namespace

std::vector<std::string> locked_names(const Json& shape) {
  std::vector<std::string> names;
  const Json& list = value_under(shape, "lock");
  if (!list.is_array()) return names;
  for (const Json& name : list)
    if (name.is_string() && names.size() < kMostNames) names.push_back(name.get<std::string>());
  return names;
}

std::vector<std::string> locked_changes(const std::vector<std::string>& lock, const HandedIn& handed_in,
                                        const TakenRun& run, const Json& experiment) {
  std::vector<std::string> found;
  if (lock.empty()) return found;
  for (const auto& [path, value] : run.changes.items()) {
    const auto names = names_of(path, value, experiment);
    const bool locked = std::ranges::any_of(names, [&](const std::string& name) { return is_locked(lock, name); });
    if (locked && !is_of_knob(path, value, handed_in, experiment)) found.push_back(path);
  }
  const Json& seed = value_under(value_under(experiment, "train"), "seed");
  const bool other = seed.is_number_unsigned() && seed.get<std::uint64_t>() != run.seed;
  if (!handed_in.seed_of_name && other && is_locked(lock, "train.seed")) found.emplace_back("train.seed");
  return found;
}

}  // namespace unrolled
