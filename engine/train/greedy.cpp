#include "train/greedy.hpp"

#include <algorithm>
#include <cmath>

namespace unrolled {

template <class Real>
std::int32_t largest_column(std::span<const Real> row) {
  return static_cast<std::int32_t>(std::ranges::max_element(row) - row.begin());
}

template <class Real>
AnsweringRows answering_rows(LossPlan<Real>& plan, std::size_t b) {
  if (plan.signature().output.whole) return {b, 0, 1};
  const Batch batch = plan.batch();
  const auto counts = [&](std::size_t row) {
    return !batch.targets.empty() ? batch.targets[row] >= 0 : !std::isnan(batch.numbers[row * batch.width]);
  };
  const auto row = [&](std::size_t t) { return position_index(plan.layout(), plan.dims(), b, t); };
  const std::size_t length = std::size_t(batch.input.lengths[b]);
  std::size_t t = 0;
  while (writes_answer(batch.form) && t < length && !counts(row(t))) ++t;
  return {row(t), row(1) - row(0), length - t};
}

template <class Real>
GreedyAnswers<Real>::GreedyAnswers(LossPlan<Real>& plan, std::int32_t end)
    : plan_(plan), end_(end), ended_(end == kNoTarget ? 0 : plan.dims().batch) {
  for (std::size_t b = 0; b < plan.dims().batch; ++b) longest_ = std::max(longest_, answering_rows(plan, b).count);
}

template <class Real>
bool GreedyAnswers<Real>::next(const Pass& pass) {
  const std::size_t from = written_, to = from + 1;
  if (to >= longest_) return false;
  plan_.forward(pass);
  const Batch batch = plan_.batch();
  for (std::size_t b = 0; b < plan_.dims().batch; ++b) {
    const AnsweringRows rows = answering_rows(plan_, b);
    const bool goes_on = to < rows.count;
    const std::int32_t symbol =
        goes_on ? largest_column(plan_.result().subspan(rows[from] * batch.width, batch.width)) : end_;
    if (goes_on) batch.input.tokens[rows[to]] = symbol;
    if (!ended_.empty() && symbol == end_) ended_[b] = true;
  }
  written_ = to;
  if (!ended_.empty() && std::ranges::find(ended_, false) == ended_.end()) longest_ = to + 1;
  return true;
}

template AnsweringRows answering_rows(LossPlan<float>&, std::size_t);
template AnsweringRows answering_rows(LossPlan<double>&, std::size_t);
template std::int32_t largest_column(std::span<const float>);
template std::int32_t largest_column(std::span<const double>);
template class GreedyAnswers<float>;
template class GreedyAnswers<double>;

}  // namespace unrolled
