#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "copy_memory": remember symbols over a long pause (Hochreiter and Schmidhuber 1997; laid out as Arjovsky et al. 2016 and
/// Bai et al. 2018 do).
const TaskKind& copy_memory_kind();

}  // namespace unrolled
