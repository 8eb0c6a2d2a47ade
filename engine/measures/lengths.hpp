#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& lengths_kind();

}  // namespace unrolled
