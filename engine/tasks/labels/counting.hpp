#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "parity": is the number of ones even or odd?
const TaskKind& parity_kind();
/// "majority": which letter comes most often?
const TaskKind& majority_kind();

}  // namespace unrolled
