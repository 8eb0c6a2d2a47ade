#include "ops/position.hpp"

#include "kernels/sinusoid.hpp"
#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

template <class Real>
void add_to(std::size_t n, const Real* from, Real* to) {
  simd::zip(n, to, from, to, [](auto sum, auto x) { return sum + x; });
}

template <class Real>
void check_shapes(const Tensor<Real>& x, const Shape& table, const Tensor<Real>& y, const Indices* offset) {
  require_rank(x.name, x.shape, 3);
  require_shape(y.name, y.shape, x.shape);
  require_rows(y.name + ".positions", table, table.rows(), x.shape[2]);
  require(y.name, x.shape[1] <= table[0], "at most " + std::to_string(table[0]) + " positions",
          std::to_string(x.shape[1]));
  if (offset != nullptr) require_shape(offset->name, offset->shape, {1});
}

/// Elements of the position table before the first row that is used.
template <class Real>
std::size_t start(const Tensor<Real>& table, const Indices* offset) {
  return offset == nullptr ? 0 : static_cast<std::size_t>(offset->value[0]) * table.shape[1];
}

template <class Real>
void add_positions(const Tensor<Real>& x, const Real* rows, Tensor<Real>& y) {
  const std::size_t sequence = x.shape[1] * x.shape[2];
  for (std::size_t at = 0; at < x.value.size(); at += sequence)
    simd::zip(sequence, &x.value[at], rows, &y.value[at], [](auto a, auto b) { return a + b; });
}

template <class Real>
void pass_gradient(const Tensor<Real>& y, Tensor<Real>& x) {
  if (x.has_grad()) add_to(x.grad.size(), y.grad.data(), x.grad.data());
}

}  // namespace

template <class Real>
LearnedPositionOp<Real>::LearnedPositionOp(Arena<Real>&, Tensor<Real>& x, Tensor<Real>& table, Tensor<Real>& y,
                                           const Indices* offset)
    : x_(x), table_(table), y_(y), offset_(offset) {
  require_rank(table.name, table.shape, 2);
  check_shapes(x, table.shape, y, offset);
}

template <class Real>
void LearnedPositionOp<Real>::forward(const Pass&) {
  add_positions(x_, table_.value.data() + start(table_, offset_), y_);
}

template <class Real>
void LearnedPositionOp<Real>::backward(const Pass&) {
  pass_gradient(y_, x_);
  if (!table_.has_grad()) return;
  const std::size_t sequence = x_.shape[1] * x_.shape[2];
  Real* rows = table_.grad.data() + start(table_, offset_);
  for (std::size_t at = 0; at < y_.grad.size(); at += sequence) add_to(sequence, &y_.grad[at], rows);
}

template <class Real>
SinusoidalPositionOp<Real>::SinusoidalPositionOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y,
                                                 std::size_t max_length, const Indices* offset)
    : x_(x), y_(y), table_(arena.add(y.name + ".positions", {max_length, x.shape.last()}, Grad::no)), offset_(offset) {
  check_shapes(x, table_.shape, y, offset);
}

template <class Real>
void SinusoidalPositionOp<Real>::forward(const Pass&) {
  if (!filled_) sinusoidal_positions<Real>(table_.shape[1], table_.value);
  filled_ = true;
  add_positions(x_, table_.value.data() + start(table_, offset_), y_);
}

template <class Real>
void SinusoidalPositionOp<Real>::backward(const Pass&) {
  pass_gradient(y_, x_);
}

template class LearnedPositionOp<float>;
template class LearnedPositionOp<double>;
template class SinusoidalPositionOp<float>;
template class SinusoidalPositionOp<double>;

}  // namespace unrolled
