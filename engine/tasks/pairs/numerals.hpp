#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "number_words": "two hundred and three" to "2 0 3".
const TaskKind& number_words_kind();
/// "roman": "1990" to "MCMXC", or back.
const TaskKind& roman_kind();

}  // namespace unrolled
