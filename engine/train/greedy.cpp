#include "train/greedy.hpp"

#include <algorithm>
#include <cmath>

namespace unrolled {

template <class Real>
std::int32_t largest_column(std::span<const Real> row) {
  return static_cast<std::int32_t>(std::ranges::max_element(row) - row.begin());
}

template <class Real>
std::vector<std::size_t> answering_rows(LossPlan<Real>& plan, std::size_t b) {
  if (plan.signature().output.whole) return {b};
  const Batch batch = plan.batch();
  const auto counts = [&](std::size_t row) {
    return !batch.targets.empty() ? batch.targets[row] >= 0 : !std::isnan(batch.numbers[row * batch.width]);
  };
  const std::size_t length = std::size_t(batch.input.lengths[b]);
  std::vector<std::size_t> rows;
  for (std::size_t t = 0; t < length; ++t) {
    const std::size_t row = position_index(plan.layout(), plan.dims(), b, t);
    if (!rows.empty() || counts(row)) rows.push_back(row);
  }
  return rows;
}

template <class Real>
GreedyAnswers<Real>::GreedyAnswers(LossPlan<Real>& plan) : plan_(plan) {
  for (std::size_t b = 0; b < plan.dims().batch; ++b) {
    rows_.push_back(answering_rows(plan, b));
    longest_ = std::max(longest_, rows_.back().size());
  }
}

template <class Real>
bool GreedyAnswers<Real>::next(const Pass& pass) {
  const std::size_t from = written_, to = from + 1;
  if (to >= longest_) return false;
  plan_.forward(pass);
  const Batch batch = plan_.batch();
  for (const auto& rows : rows_)
    if (to < rows.size())
      batch.input.tokens[rows[to]] = largest_column(plan_.result().subspan(rows[from] * batch.width, batch.width));
  written_ = to;
  return true;
}

template std::vector<std::size_t> answering_rows(LossPlan<float>&, std::size_t);
template std::vector<std::size_t> answering_rows(LossPlan<double>&, std::size_t);
template std::int32_t largest_column(std::span<const float>);
template std::int32_t largest_column(std::span<const double>);
template class GreedyAnswers<float>;
template class GreedyAnswers<double>;

}  // namespace unrolled
