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
void answer_greedily(LossPlan<Real>& plan, const Pass& pass) {
  const Batch batch = plan.batch();
  std::vector<std::vector<std::size_t>> answers;
  std::size_t longest = 0;
  for (std::size_t b = 0; b < plan.dims().batch; ++b) {
    answers.push_back(answering_rows(plan, b));
    longest = std::max(longest, answers.back().size());
  }
  for (std::size_t i = 0; i + 1 < longest; ++i) {
    plan.forward(pass);
    for (const auto& rows : answers)
      if (i + 1 < rows.size())
        batch.input.tokens[rows[i + 1]] = largest_column(plan.result().subspan(rows[i] * batch.width, batch.width));
  }
}

template std::vector<std::size_t> answering_rows(LossPlan<float>&, std::size_t);
template std::vector<std::size_t> answering_rows(LossPlan<double>&, std::size_t);
template std::int32_t largest_column(std::span<const float>);
template std::int32_t largest_column(std::span<const double>);
template void answer_greedily(LossPlan<float>&, const Pass&);
template void answer_greedily(LossPlan<double>&, const Pass&);

}  // namespace unrolled
