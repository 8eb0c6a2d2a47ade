#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "sentiment": does a review like the film?
const TaskKind& sentiment_kind();

}  // namespace unrolled
