#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "naming": a first letter, a length and a last letter, "m5a", to a name that has them, "maria".
const TaskKind& naming_kind();

}  // namespace unrolled
