#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& anatomy_kind();

}  // namespace unrolled
