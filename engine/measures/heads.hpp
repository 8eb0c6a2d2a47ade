#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& heads_kind();

}  // namespace unrolled
