// The list of measures of the engine that trains in the page: none. What a first visit downloads is that much smaller; the module
// that has all of them is fetched when one is asked for (docs/decisions/0006-module-budget.md).
#include "measures/registry.hpp"

namespace unrolled {
const std::vector<const MeasureKind*>& measure_kinds() {
  static const std::vector<const MeasureKind*> none;
  return none;
}
}  // namespace unrolled
