#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& lens_kind();

}  // namespace unrolled
