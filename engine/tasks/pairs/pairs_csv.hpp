#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "pairs_csv": a table with two columns, what is given and the answer, character by character. A tenth of the different
/// things given is held out.
const TaskKind& pairs_csv_kind();

}  // namespace unrolled
