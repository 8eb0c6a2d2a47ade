#pragma once
#include <string>

#include "facts/facts.hpp"

namespace unrolled {

/// When a model ends before its last step (view.patience and view.goal, docs/shape.md); web/facts/early_end.js is the same for the page.
struct EarlyEnd {
  double patience = 0;  ///< so many tests in a row no better than the best before; 0: never
  std::string goal;     ///< "accuracy:0.99"; empty: none
};

/// Whether the last of some tests ends the run. from: the step from which somebody wanted it to go on.
bool ends_early(const std::map<std::string, Curve>& tests, const EarlyEnd& asked, double from);

}  // namespace unrolled
