#pragma once
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What goals are judged by: a race as numbers. web/facts is the same for the page, and tests/golden/predicates.json holds both
// to the same verdicts.

namespace unrolled {

inline constexpr double kNever = std::numeric_limits<double>::infinity();  ///< as a step: at the end

/// A value at some steps, ascending; NaN where nothing is known.
struct Curve {
  std::vector<double> step, value;
};

struct Point {
  double step = 0, value = 0;
};

struct ModelFacts {
  std::size_t index = 0;
  std::string kind;
  bool refused = false;  ///< the engine said no to it for this task
  bool over = false;     ///< it will not go on by itself
  bool finite = true;    ///< the loss is still a number
  bool arrived = false;  ///< over, and not by a failure
  double step = 0;
  std::map<std::string, Curve> curves;    ///< by "loss", "val_loss" ...; those of which something is known
  std::map<std::string, double> present;  ///< what is so now: "parameters" ...; those that are known
};

struct Verdict {
  std::optional<bool> holds;  ///< nothing: not known yet
  std::optional<double> value;
  std::optional<double> step;
  std::optional<double> other;       ///< what it was compared with, where that is another model's
  std::optional<std::size_t> model;  ///< who decided
  bool settled = false;              ///< nothing that may still come changes any of this
};

}  // namespace unrolled
