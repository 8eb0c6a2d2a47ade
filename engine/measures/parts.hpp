#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& parts_kind();

}  // namespace unrolled
