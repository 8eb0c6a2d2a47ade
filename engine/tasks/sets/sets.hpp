#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "set_maximum": the largest of a set of numbers.
const TaskKind& set_maximum_kind();
/// "set_unique": how many different letters are in a bag of letters.
const TaskKind& set_unique_kind();

}  // namespace unrolled
