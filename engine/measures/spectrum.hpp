#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& spectrum_kind();

}  // namespace unrolled
