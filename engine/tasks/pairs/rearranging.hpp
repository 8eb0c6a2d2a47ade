#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "copy", "reverse" and "sort": letters in, the same letters out in another order.
const TaskKind& copy_kind();
const TaskKind& reverse_kind();
const TaskKind& sort_kind();

}  // namespace unrolled
