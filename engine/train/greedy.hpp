#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "train/loss_plan.hpp"

namespace unrolled {

/// Rows of a plan's result, in order of time.
struct AnsweringRows {
  std::size_t first, stride, count;
  std::size_t operator[](std::size_t i) const { return first + i * stride; }
};

/// Those that answer sequence b: all of its positions, where it is written those from the first asked for, or the one row
/// of a whole answer.
template <class Real>
AnsweringRows answering_rows(LossPlan<Real>& plan, std::size_t b);

/// Lets a plan in which a model reads its own answer (pairs, prefix) answer by itself: from where a row's answer begins, each
/// next position reads the most probable symbol of the one before. Costs one forward run a position, which keeps it right
/// for any model; answers are short. What follows an end symbol has no meaning.
template <class Real>
class GreedyAnswers {
 public:
  /// Of the batch that the plan holds. end: once every row has written this symbol, the rest is left as it is.
  explicit GreedyAnswers(LossPlan<Real>& plan, std::int32_t end = kNoTarget);
  /// Writes the next position of every row with one forward run; false, and nothing done, where all are written.
  bool next(const Pass& pass);

 private:
  LossPlan<Real>& plan_;
  const std::int32_t end_;
  std::vector<bool> ended_;  // of each row; empty where nothing ends one
  std::size_t longest_ = 0, written_ = 0;
};

/// All of it at once.
template <class Real>
void answer_greedily(LossPlan<Real>& plan, const Pass& pass, std::int32_t end = kNoTarget) {
  GreedyAnswers<Real> answers(plan, end);
  while (answers.next(pass)) continue;
}

/// The column with the largest number, the first of equals.
template <class Real>
std::int32_t largest_column(std::span<const Real> row);

}  // namespace unrolled
