#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& scatter_kind();

}  // namespace unrolled
