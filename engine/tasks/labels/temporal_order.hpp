#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "temporal_order": in which order did the two marks come? (Hochreiter and Schmidhuber 1997, tasks 6a and 6b.)
const TaskKind& temporal_order_kind();

}  // namespace unrolled
