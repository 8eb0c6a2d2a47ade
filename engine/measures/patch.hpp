#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& patch_kind();

}  // namespace unrolled
