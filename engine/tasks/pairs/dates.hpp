#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "dates": a date as people write it, to its ISO 8601 form.
const TaskKind& dates_kind();

}  // namespace unrolled
