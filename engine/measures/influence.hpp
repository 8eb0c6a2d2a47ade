#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& influence_kind();

}  // namespace unrolled
