#include "facts/judging.hpp"

#include <cmath>
#include <functional>

#include "facts/curves.hpp"

namespace unrolled {
namespace {

using How = Metric::How;

struct Bound {
  ValueRange range;  // of one number both ends are it
  bool is_range = false;
  std::optional<double> other{};
};

/// The curve that a metric moves along; nullptr where the model has none.
const Curve* curve_of(const ModelFacts& model, const Metric& metric) {
  if (metric.how == How::present || metric.of == "step") return nullptr;
  const auto at = model.curves.find(metric.of);
  return at == model.curves.end() ? nullptr : &at->second;
}

/// The last step at which a metric is known; -1: at none yet.
double known_to(const ModelFacts& model, const Metric& metric) {
  return metric.of == "step" ? model.step : last_step(curve_of(model, metric));
}

/// Whether the metric is known for good up to a step.
bool is_closed(const ModelFacts& model, const Metric& metric, double by) {
  return model.over || (metric.how != How::last && known_to(model, metric) >= by);
}

std::optional<Point> point_at(double step, double value) {
  return std::isfinite(value) ? std::optional(Point{step, value}) : std::nullopt;
}

/// The metric at a step; nothing where it is not known, or not yet.
std::optional<Point> reading(const ModelFacts& model, const Metric& metric, double at) {
  if (metric.how == How::present) {
    const auto found = model.present.find(metric.of);
    return found == model.present.end() ? std::nullopt : point_at(model.step, found->second);
  }
  if (!is_closed(model, metric, at)) return std::nullopt;
  const Curve* curve = curve_of(model, metric);
  if (metric.how == How::last)
    return curve != nullptr && model.over && model.arrived ? latest_of(*curve) : std::nullopt;
  if (metric.of == "step") return point_at(std::min(at, model.step), std::min(at, model.step));
  if (curve == nullptr) return std::nullopt;
  if (metric.how == How::best) return best_of(*curve, low_is_better(metric.of), at);
  return point_at(std::min(at, last_step(curve)), value_at(*curve, at));
}

double by_step(const Judging& one) { return one.predicate.by_step.value_or(kNever); }

Metric their_metric(const Judging& one) {
  const auto* against = std::get_if<Against>(&one.predicate.value);
  return against != nullptr && against->metric ? *against->metric : one.predicate.metric;
}

/// Nobody who matters will bring another point.
bool all_closed(const Judging& one) {
  if (!is_closed(one.model, one.predicate.metric, by_step(one))) return false;
  return one.rival == nullptr || is_closed(*one.rival, their_metric(one), by_step(one));
}

/// Whether it has trained as far as it is judged, rather than broken down before.
bool has_arrived(const Judging& one) {
  return one.model.finite || known_to(one.model, one.predicate.metric) >= by_step(one);
}

/// What is compared with at a step; nothing where the other model is not there yet.
std::optional<Bound> bound_at(const Judging& one, double step) {
  if (const auto* number = std::get_if<double>(&one.predicate.value)) return Bound{{*number, *number}};
  if (const auto* range = std::get_if<ValueRange>(&one.predicate.value)) return Bound{*range, true};
  if (one.rival == nullptr) return std::nullopt;
  const auto& against = std::get<Against>(one.predicate.value);
  const Metric theirs = their_metric(one);
  if (const auto other = reading(*one.rival, theirs, step)) {
    const double bound = against.times * other->value + against.plus;
    return Bound{{bound, bound}, false, other->value};
  }
  if (!one.rival->over || theirs.how != How::last) return std::nullopt;
  const double bound = low_is_better(theirs.of) ? kNever : -kNever;  // who broke down ends worse than anybody
  return Bound{{bound, bound}};
}

bool passes(Relation relation, double value, const Bound& bound) {
  if (bound.is_range) return value >= bound.range.low && value <= bound.range.high;
  if (relation == Relation::less) return value < bound.range.low;
  if (relation == Relation::at_most) return value <= bound.range.low;
  return relation == Relation::more ? value > bound.range.low : value >= bound.range.low;
}

/// How far a value is beyond what it may be, negative inside.
double off_by(Relation relation, double value, const Bound& bound) {
  const auto [low, high] = bound.range;
  if (bound.is_range) return std::abs(value - (low + high) / 2) - (high - low) / 2;
  return relation == Relation::less || relation == Relation::at_most ? value - low : low - value;
}

/// The points that count, each with what it is compared with, until `take` has enough.
void compare(const Judging& one, const std::function<bool(double, double, const Bound&)>& take) {
  const Curve* curve = curve_of(one.model, one.predicate.metric);
  if (curve == nullptr) return;
  const double from = one.predicate.from_step.value_or(0), by = by_step(one);
  for (std::size_t i = 0; i < curve->step.size() && curve->step[i] <= by; ++i) {
    if (curve->step[i] < from || !std::isfinite(curve->value[i])) continue;
    const auto bound = bound_at(one, curve->step[i]);
    if (bound && !take(curve->step[i], curve->value[i], *bound)) return;
  }
}

/// The first point there decides.
Verdict reached(const Judging& one) {
  Verdict verdict;
  compare(one, [&](double step, double value, const Bound& bound) {
    verdict.value = value;
    if (!passes(one.predicate.relation, value, bound)) return true;
    verdict = {true, value, step, bound.other, std::nullopt, true};
    return false;
  });
  if (verdict.holds) return verdict;
  verdict.settled = all_closed(one);
  if (verdict.settled) verdict.holds = false;
  return verdict;
}

/// The point furthest off decides, or tells how near it was.
Verdict stayed(const Judging& one) {
  Verdict worst;
  double furthest = -kNever;
  bool inside = true;
  compare(one, [&](double step, double value, const Bound& bound) {
    const double off = off_by(one.predicate.relation, value, bound);
    inside = inside && passes(one.predicate.relation, value, bound);
    if (off > furthest) furthest = off, worst = {std::nullopt, value, step, bound.other, std::nullopt, false};
    return true;
  });
  worst.settled = all_closed(one);
  if (!inside || (worst.settled && !has_arrived(one)))
    worst.holds = false;
  else if (worst.settled && worst.value)
    worst.holds = true;
  return worst;
}

/// What is passed on the only way that a value can go stays passed; so does a bound that it has left behind. Nothing: either may still change.
std::optional<bool> lasts(const Metric& metric, Relation relation) {
  if (relation == Relation::within) return std::nullopt;
  const bool falls = metric.how == How::best && low_is_better(metric.of);
  return (relation == Relation::less || relation == Relation::at_most) == falls;
}

/// The best so far, what only grows, or the end.
Verdict up_to(const Judging& one) {
  const Predicate& predicate = one.predicate;
  const double by = by_step(one);
  const bool settled = is_closed(one.model, predicate.metric, by);
  const auto found = reading(one.model, predicate.metric, settled ? by : known_to(one.model, predicate.metric));
  const auto against = bound_at(one, by);
  Verdict verdict;
  if (!found) {
    verdict.settled = settled;
    if (settled) verdict.holds = false;
    return verdict;
  }
  verdict.value = found->value, verdict.step = found->step;
  if (!against) return verdict;
  const bool there = passes(predicate.relation, found->value, *against);
  const auto lasting = lasts(predicate.metric, predicate.relation);
  verdict.other = against->other, verdict.settled = settled;
  if (settled || (one.rival == nullptr && lasting && there == *lasting)) verdict.holds = there;
  return verdict;
}

/// So at this moment.
Verdict present(const Judging& one) {
  const auto found = reading(one.model, one.predicate.metric, kNever);
  const auto against = bound_at(one, kNever);
  if (!found || !against) return {};
  const bool there = passes(one.predicate.relation, found->value, *against);
  return {there, found->value, found->step, against->other, std::nullopt, false};
}

Verdict verdict_of(const Judging& one) {
  const How how = one.predicate.metric.how;
  if (how == How::curve) return one.predicate.from_step ? stayed(one) : reached(one);
  return how == How::present ? present(one) : up_to(one);
}

}  // namespace

Verdict judged(const Judging& one) {
  Verdict verdict = verdict_of(one);
  verdict.model = one.model.index;
  if (one.predicate.never && verdict.holds) verdict.holds = !*verdict.holds;
  return verdict;
}

}  // namespace unrolled
