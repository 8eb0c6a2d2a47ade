#include "facts/curves.hpp"

#include <algorithm>
#include <cmath>

namespace unrolled {

double last_step(const Curve* curve) { return curve == nullptr || curve->step.empty() ? -1 : curve->step.back(); }

std::optional<Point> latest_of(const Curve& curve) {
  if (curve.value.empty() || !std::isfinite(curve.value.back())) return std::nullopt;
  return Point{curve.step.back(), curve.value.back()};
}

std::optional<Point> best_of(const Curve& curve, bool low, double by) {
  std::optional<Point> best;
  for (std::size_t i = 0; i < curve.value.size() && curve.step[i] <= by; ++i) {
    const double value = curve.value[i];
    if (std::isfinite(value) && (!best || (low ? value < best->value : value > best->value)))
      best = Point{curve.step[i], value};
  }
  return best;
}

double value_at(const Curve& curve, double at) {
  auto i = std::size_t(std::ranges::upper_bound(curve.step, at) - curve.step.begin());
  while (i-- > 0)
    if (std::isfinite(curve.value[i])) return curve.value[i];
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace unrolled
