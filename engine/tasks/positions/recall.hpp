#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "delayed_recall": say what was read n steps ago.
const TaskKind& delayed_recall_kind();
/// "running_parity": say at every step whether the ones so far are even or odd in number.
const TaskKind& running_parity_kind();

}  // namespace unrolled
