#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "repeated_block": random letters that repeat with a period of their own from a place of their own: what induction
/// heads are for (Olsson et al. 2022).
const TaskKind& repeated_block_kind();

}  // namespace unrolled
