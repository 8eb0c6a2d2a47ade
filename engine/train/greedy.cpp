#include "train/greedy.hpp"

#include <algorithm>

namespace unrolled {

template <class Real>
std::int32_t largest_column(std::span<const Real> row) {
  return static_cast<std::int32_t>(std::ranges::max_element(row) - row.begin());
}

template <class Real>
void answer_greedily(LossPlan<Real>& plan, const Pass& pass) {
  const Batch batch = plan.batch();
  const BatchDims dims = batch.input.dims;
  for (std::size_t t = 0; t + 1 < dims.length; ++t) {
    plan.forward(pass);
    for (std::size_t b = 0; b < dims.batch; ++b) {
      const std::size_t row = position_index(batch.input.layout, dims, b, t);
      batch.input.tokens[position_index(batch.input.layout, dims, b, t + 1)] =
          largest_column(plan.result().subspan(row * batch.width, batch.width));
    }
  }
}

template std::int32_t largest_column(std::span<const float>);
template std::int32_t largest_column(std::span<const double>);
template void answer_greedily(LossPlan<float>&, const Pass&);
template void answer_greedily(LossPlan<double>&, const Pass&);

}  // namespace unrolled
