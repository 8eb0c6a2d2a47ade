#pragma once
#include <optional>
#include <string>
#include <variant>

#include "facts/metrics.hpp"
#include "io/json.hpp"

// What is aimed at, or claimed, of a race; the same data as Predicate in web/facts/types.d.ts.

namespace unrolled {

struct Whom {
  enum class Who { one, kind, all, any, others };
  Who who = Who::one;
  std::size_t index = 0;
  std::string kind{};
};

/// Another model's value at the same step: times * theirs + plus.
struct Against {
  Whom model;
  std::optional<Metric> metric;  ///< nothing: the predicate's own
  double plus = 0, times = 1;
};

struct ValueRange {
  double low = 0, high = 0;
};

enum class Relation { less, at_most, more, at_least, within };

struct Predicate {
  Whom model;
  std::string named;  ///< the metric, as it is written
  Metric metric;
  Relation relation = Relation::less;
  std::variant<double, ValueRange, Against> value;
  std::optional<double> by_step, from_step;
  bool never = false;
};

/// Throws Error{code} at a path below `where` for what is no predicate, or one whose parts do not go together.
Predicate read_predicate(const Json& json, const std::string& where, ErrorCode code);

}  // namespace unrolled
