#pragma once
#include "measures/measure.hpp"

namespace unrolled {

const MeasureKind& query_key_kind();

}  // namespace unrolled
