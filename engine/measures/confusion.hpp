#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& confusion_kind();

}  // namespace unrolled
