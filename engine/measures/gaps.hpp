#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& gaps_kind();

}  // namespace unrolled
