#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "digits": which digit an image shows, read row by row, pixel by pixel or in patches.
const TaskKind& digits_kind();
/// "digit_words": the English word for the digit in an image, letter by letter.
const TaskKind& digit_words_kind();
/// "digit_sum": the sum of the digits in a set of images.
const TaskKind& digit_sum_kind();

}  // namespace unrolled
