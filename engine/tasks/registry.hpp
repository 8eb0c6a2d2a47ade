#pragma once
#include <vector>

#include "tasks/task.hpp"

namespace unrolled {

/// Every task, in the order in which the page offers them. To add one: its file, and a line in registry.cpp.
const std::vector<const TaskKind*>& task_kinds();

/// The same, as the reader of experiments wants it.
const std::vector<OptionGroup>& task_groups();

/// Throws std::logic_error for an unknown kind: configurations are checked when they are read.
const TaskKind& task_kind(const std::string& kind);

}  // namespace unrolled
