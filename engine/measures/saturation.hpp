#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& saturation_kind();

}  // namespace unrolled
