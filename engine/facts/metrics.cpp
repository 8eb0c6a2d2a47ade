#include "facts/metrics.hpp"

#include <algorithm>

namespace unrolled {
namespace {

constexpr std::array kCounters = {"seconds", "step"};
constexpr std::array kPresent = {"grad_norm", "lr", "spikes", "clipped", "parameters"};
constexpr std::string_view kMeasured = "measured.";

template <class List>
bool is_among(const List& list, std::string_view name) {
  return std::ranges::any_of(list, [&](std::string_view one) { return one == name; });
}

bool is_measured(std::string_view name) {
  if (!name.starts_with(kMeasured) || name.size() == kMeasured.size()) return false;
  return std::ranges::all_of(name.substr(kMeasured.size()), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

std::optional<Metric> metric_named(std::string_view name) {
  if (is_among(kCounters, name)) return Metric{Metric::How::counter, std::string(name)};
  if (is_among(kPresent, name)) return Metric{Metric::How::present, std::string(name)};
  if (is_measured(name)) return Metric{Metric::How::curve, std::string(name)};
  Metric::How how = Metric::How::curve;
  for (const auto& [prefix, meant] :
       {std::pair<std::string_view, Metric::How>{"best_", Metric::How::best}, {"final_", Metric::How::last}})
    if (name.starts_with(prefix)) {
      how = meant;
      name.remove_prefix(prefix.size());
      break;
    }
  if (name != "loss" && !is_among(kHeldOutScores, name)) return std::nullopt;
  return Metric{how, std::string(name)};
}

bool low_is_better(std::string_view score) { return score.ends_with("loss"); }

}  // namespace unrolled
