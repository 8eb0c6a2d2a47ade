#pragma once
#include "facts/facts.hpp"

// Looking along a curve; what is not finite is skipped.

namespace unrolled {

/// -1 where there is none.
double last_step(const Curve* curve);
/// The last point; nothing where that is not a number.
std::optional<Point> latest_of(const Curve& curve);
/// The first of the best up to a step; low: less is better.
std::optional<Point> best_of(const Curve& curve, bool low, double by);
/// The last value up to a step, NaN before the first.
double value_at(const Curve& curve, double at);

}  // namespace unrolled
