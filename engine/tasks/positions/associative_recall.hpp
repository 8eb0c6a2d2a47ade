#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "associative_recall": keys with values, then keys again: which value did each have? (Ba et al. 2016; with several
/// queries as Arora et al. 2023.)
const TaskKind& associative_recall_kind();

}  // namespace unrolled
