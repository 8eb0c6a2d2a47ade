#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "palindrome_gap": a palindrome in which one letter is hidden; which one?
const TaskKind& palindrome_gap_kind();

}  // namespace unrolled
