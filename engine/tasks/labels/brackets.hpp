#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "brackets": is every bracket closed by its like, in the right order? (The language of Dyck, of n kinds.)
const TaskKind& brackets_kind();

}  // namespace unrolled
