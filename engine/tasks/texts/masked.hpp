#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "masked_text": fill in hidden characters of a text, which both sides of the gap may tell (BERT, Devlin et al. 2019).
const TaskKind& masked_text_kind();
/// "masked_reviews": fill in hidden words of reviews, to learn their language before the task "sentiment".
const TaskKind& masked_reviews_kind();

}  // namespace unrolled
