#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& reach_kind();

}  // namespace unrolled
