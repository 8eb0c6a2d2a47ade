#include "ops/sequence.hpp"

#include <algorithm>

#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

template <class Real>
BatchDims dims_of(const Tensor<Real>& x, Layout layout) {
  require_rank(x.name, x.shape, 3);
  return layout == Layout::time_major ? BatchDims{x.shape[1], x.shape[0]} : BatchDims{x.shape[0], x.shape[1]};
}

void require_lengths(const Indices* lengths, BatchDims dims) {
  if (lengths != nullptr) require_shape(lengths->name, lengths->shape, {dims.batch});
}

std::size_t length_of(const Indices* lengths, BatchDims dims, std::size_t b) {
  return lengths != nullptr ? static_cast<std::size_t>(lengths->value[b]) : dims.length;
}

template <class Real>
void add_scaled(std::size_t n, Real factor, const Real* from, Real* to) {
  simd::zip(n, to, from, to, [=](auto sum, auto x) { return sum + factor * x; });
}

/// body(position in x, position in y) for every step of every row.
template <class Body>
void for_steps(StepOrder order, const Indices* lengths, BatchDims dims, Layout layout, Body body) {
  for (std::size_t b = 0; b < dims.batch; ++b)
    for (std::size_t t = 0, length = length_of(lengths, dims, b); t < dims.length; ++t)
      body(position_index(layout, dims, b, step_before(order, t, length, dims.length)),
           position_index(layout, dims, b, t));
}

}  // namespace

template <class Real>
ReorderStepsOp<Real>::ReorderStepsOp(Arena<Real>&, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y,
                                     Layout layout, StepOrder order, std::string tap)
    : x_(x), lengths_(lengths), y_(y), layout_(layout), dims_(dims_of(x, layout)), order_(order), tap_(std::move(tap)) {
  require_shape(y.name, y.shape, x.shape);
  require_lengths(lengths, dims_);
}

template <class Real>
void ReorderStepsOp<Real>::forward(const Pass&) {
  const std::size_t width = x_.shape.last();
  for_steps(order_, lengths_, dims_, layout_, [&](std::size_t from, std::size_t to) {
    std::copy_n(&x_.value[from * width], width, &y_.value[to * width]);
  });
}

template <class Real>
void ReorderStepsOp<Real>::backward(const Pass&) {
  if (!x_.has_grad() || !y_.has_grad()) return;
  const std::size_t width = x_.shape.last();
  for_steps(order_, lengths_, dims_, layout_, [&](std::size_t from, std::size_t to) {
    add_scaled(width, Real(1), &y_.grad[to * width], &x_.grad[from * width]);
  });
}

template <class Real>
std::vector<Tap<Real>> ReorderStepsOp<Real>::taps() const {
  if (tap_.empty()) return {};
  if (layout_ == Layout::time_major) return {{tap_, {"time", "batch", "unit"}, y_.shape, y_.value}};
  return {{tap_, {"batch", "time", "unit"}, y_.shape, y_.value}};
}

template <class Real>
ReorderTokensOp<Real>::ReorderTokensOp(Arena<Real>&, const Indices& x, const Indices* lengths, Indices& y,
                                       BatchDims dims, Layout layout, StepOrder order)
    : x_(x), lengths_(lengths), y_(y), dims_(dims), layout_(layout), order_(order) {
  require(x.name, x.value.size() == dims.positions(), std::to_string(dims.positions()) + " symbols",
          std::to_string(x.value.size()));
  require_shape(y.name, y.shape, x.shape);
  require_lengths(lengths, dims);
}

template <class Real>
void ReorderTokensOp<Real>::forward(const Pass&) {
  for_steps(order_, lengths_, dims_, layout_, [&](std::size_t from, std::size_t to) { y_.value[to] = x_.value[from]; });
}

template <class Real>
TakeStepOp<Real>::TakeStepOp(Arena<Real>&, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y, Layout layout,
                             Step step)
    : x_(x), lengths_(lengths), y_(y), layout_(layout), dims_(dims_of(x, layout)), step_(step) {
  require_shape(y.name, y.shape, {dims_.batch, x.shape.last()});
  require_lengths(lengths, dims_);
}

template <class Real>
std::size_t TakeStepOp<Real>::position(std::size_t b) const {
  const std::size_t t = step_ == Step::first ? 0 : length_of(lengths_, dims_, b) - 1;
  return position_index(layout_, dims_, b, t);
}

template <class Real>
void TakeStepOp<Real>::forward(const Pass&) {
  const std::size_t width = x_.shape.last();
  for (std::size_t b = 0; b < dims_.batch; ++b)
    std::copy_n(&x_.value[position(b) * width], width, &y_.value[b * width]);
}

template <class Real>
void TakeStepOp<Real>::backward(const Pass&) {
  if (!x_.has_grad()) return;
  const std::size_t width = x_.shape.last();
  for (std::size_t b = 0; b < dims_.batch; ++b)
    add_scaled(width, Real(1), &y_.grad[b * width], &x_.grad[position(b) * width]);
}

template <class Real>
MeanOverTimeOp<Real>::MeanOverTimeOp(Arena<Real>&, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y,
                                     Layout layout)
    : x_(x), lengths_(lengths), y_(y), layout_(layout), dims_(dims_of(x, layout)) {
  require_shape(y.name, y.shape, {dims_.batch, x.shape.last()});
  require_lengths(lengths, dims_);
}

template <class Real>
void MeanOverTimeOp<Real>::forward(const Pass&) {
  const std::size_t width = x_.shape.last();
  for (std::size_t b = 0; b < dims_.batch; ++b) {
    const std::size_t length = length_of(lengths_, dims_, b);
    Real* y = &y_.value[b * width];
    std::fill_n(y, width, Real(0));
    for (std::size_t t = 0; t < length; ++t)
      add_scaled(width, Real(1), &x_.value[position_index(layout_, dims_, b, t) * width], y);
    simd::map(width, y, y, [length = Real(length)](auto sum) { return sum / length; });
  }
}

template <class Real>
void MeanOverTimeOp<Real>::backward(const Pass&) {
  if (!x_.has_grad()) return;
  const std::size_t width = x_.shape.last();
  for (std::size_t b = 0; b < dims_.batch; ++b) {
    const std::size_t length = length_of(lengths_, dims_, b);
    for (std::size_t t = 0; t < length; ++t)
      add_scaled(width, 1 / Real(length), &y_.grad[b * width], &x_.grad[position_index(layout_, dims_, b, t) * width]);
  }
}

template <class Real>
ConcatOp<Real>::ConcatOp(Arena<Real>&, Tensor<Real>& a, Tensor<Real>& b, Tensor<Real>& y) : a_(a), b_(b), y_(y) {
  require_rows(b.name, b.shape, a.shape.rows(), b.shape.last());
  require_rows(y.name, y.shape, a.shape.rows(), a.shape.last() + b.shape.last());
}

template <class Real>
void ConcatOp<Real>::forward(const Pass&) {
  const std::size_t first = a_.shape.last(), second = b_.shape.last();
  for (std::size_t row = 0; row < y_.shape.rows(); ++row) {
    Real* y = &y_.value[row * (first + second)];
    std::copy_n(&a_.value[row * first], first, y);
    std::copy_n(&b_.value[row * second], second, y + first);
  }
}

template <class Real>
void ConcatOp<Real>::backward(const Pass&) {
  const std::size_t first = a_.shape.last(), second = b_.shape.last();
  for (std::size_t row = 0; row < y_.shape.rows(); ++row) {
    const Real* dy = &y_.grad[row * (first + second)];
    if (a_.has_grad()) add_scaled(first, Real(1), dy, &a_.grad[row * first]);
    if (b_.has_grad()) add_scaled(second, Real(1), dy + first, &b_.grad[row * second]);
  }
}

#define UNROLLED_INSTANTIATE(Real)        \
  template class ReorderStepsOp<Real>;    \
  template class ReverseSequenceOp<Real>; \
  template class ReorderTokensOp<Real>;   \
  template class TakeStepOp<Real>;        \
  template class LastStepOp<Real>;        \
  template class MeanOverTimeOp<Real>;    \
  template class ConcatOp<Real>;
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
