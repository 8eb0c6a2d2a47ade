#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& probe_kind();

}  // namespace unrolled
