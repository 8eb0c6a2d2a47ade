#include "ops/group_columns.hpp"

#include <numeric>

#include "ops/check.hpp"

namespace unrolled {
namespace {

std::vector<std::size_t> places(std::size_t answers, const std::vector<std::size_t>& sizes, std::size_t width) {
  std::vector<std::size_t> from;
  std::size_t first = 0;
  for (std::size_t size : sizes) {
    for (std::size_t k = 0; k < answers; ++k)
      for (std::size_t j = 0; j < size; ++j) from.push_back(k * width + first + j);
    first += size;
  }
  return from;
}

}  // namespace

template <class Real>
GroupColumnsOp<Real>::GroupColumnsOp(Arena<Real>&, Tensor<Real>& x, Tensor<Real>& y,
                                     const std::vector<std::size_t>& sizes)
    : x_(x), y_(y) {
  require_rank(x.name, x.shape, 3);
  const std::size_t width = x.shape[2], sum = std::accumulate(sizes.begin(), sizes.end(), std::size_t(0));
  require(x.name, sum == width, std::to_string(sum) + " columns", std::to_string(width));
  require_shape(y.name, y.shape, {x.shape[0], x.shape[1] * width});
  from_ = places(x.shape[1], sizes, width);
}

template <class Real>
void GroupColumnsOp<Real>::forward(const Pass&) {
  for (std::size_t at = 0; at < y_.value.size(); at += from_.size())
    for (std::size_t j = 0; j < from_.size(); ++j) y_.value[at + j] = x_.value[at + from_[j]];
}

template <class Real>
void GroupColumnsOp<Real>::backward(const Pass&) {
  if (!x_.has_grad()) return;
  for (std::size_t at = 0; at < y_.grad.size(); at += from_.size())
    for (std::size_t j = 0; j < from_.size(); ++j) x_.grad[at + from_[j]] += y_.grad[at + j];
}

template class GroupColumnsOp<float>;
template class GroupColumnsOp<double>;

}  // namespace unrolled
