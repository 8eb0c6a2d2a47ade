#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "addition": "12+45" to "57" (Zaremba and Sutskever 2014; the task of Keras's addition_rnn).
const TaskKind& addition_kind();

}  // namespace unrolled
