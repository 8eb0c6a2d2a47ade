#include "ops/select.hpp"

#include <algorithm>

#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

template <class Real>
void add_to(std::span<const Real> from, std::span<Real> to) {
  simd::zip(to.size(), to.data(), from.data(), to.data(), [](auto sum, auto x) { return sum + x; });
}

/// body(row of F values) for every step before a row begins.
template <class Real, class Body>
void for_waiting(const Shape& x, const Indices& lengths, std::span<Real> values, Body body) {
  const std::size_t T = x[0], B = x[1], F = x[2];
  for (std::size_t b = 0; b < B; ++b)
    for (std::size_t t = 0; t + static_cast<std::size_t>(lengths.value[b]) < T; ++t)
      body(values.subspan((t * B + b) * F, F));
}

}  // namespace

template <class Real>
SelectStepOp<Real>::SelectStepOp(Arena<Real>&, Tensor<Real>& x, std::size_t step, Tensor<Real>& y)
    : x_(x), y_(y), step_(step) {
  require_rank(x.name, x.shape, 3);
  require(x.name, step < x.shape[0], "more than " + std::to_string(step) + " steps", to_string(x.shape));
  require_shape(y.name, y.shape, {1, x.shape[1], x.shape[2]});
}

template <class Real>
void SelectStepOp<Real>::forward(const Pass&) {
  std::ranges::copy(x_.value.subspan(step_ * y_.value.size(), y_.value.size()), y_.value.begin());
}

template <class Real>
void SelectStepOp<Real>::backward(const Pass&) {
  if (x_.has_grad()) add_to<Real>(y_.grad, x_.grad.subspan(step_ * y_.grad.size(), y_.grad.size()));
}

template <class Real>
StackStepsOp<Real>::StackStepsOp(Arena<Real>&, std::vector<Tensor<Real>*> steps, Tensor<Real>& y, std::string tap)
    : steps_(std::move(steps)), y_(y), tap_(std::move(tap)) {
  require_rank(y.name, y.shape, 3);
  require(y.name, steps_.size() == y.shape[0], std::to_string(steps_.size()) + " steps", to_string(y.shape));
  for (const Tensor<Real>* step : steps_) require_rows(step->name, step->shape, y.shape[1], y.shape[2]);
}

template <class Real>
void StackStepsOp<Real>::forward(const Pass&) {
  auto to = y_.value.begin();
  for (const Tensor<Real>* step : steps_) to = std::ranges::copy(step->value, to).out;
}

template <class Real>
void StackStepsOp<Real>::backward(const Pass&) {
  if (!y_.has_grad()) return;
  std::size_t at = 0;
  for (Tensor<Real>* step : steps_) {
    if (step->has_grad()) add_to<Real>(y_.grad.subspan(at, step->grad.size()), step->grad);
    at += step->value.size();
  }
}

template <class Real>
std::vector<Tap<Real>> StackStepsOp<Real>::taps() const {
  if (tap_.empty()) return {};
  return {{tap_, {"time", "batch", "unit"}, y_.shape, y_.value}};
}

template <class Real>
WaitForRowOp<Real>::WaitForRowOp(Arena<Real>&, Tensor<Real>& x, const Indices& lengths, std::size_t gates,
                                 std::size_t gate, double value)
    : x_(x), lengths_(lengths), width_(x.shape.last() / gates), gate_(gate), value_(Real(value)) {
  require_rank(x.name, x.shape, 3);
  require(x.name, x.shape.last() % gates == 0 && gate < gates, std::to_string(gates) + " gates", to_string(x.shape));
  require_shape(lengths.name, lengths.shape, {x.shape[1]});
}

template <class Real>
void WaitForRowOp<Real>::forward(const Pass&) {
  for_waiting<Real>(x_.shape, lengths_, x_.value, [&](std::span<Real> row) {
    std::ranges::fill(row, Real(0));
    std::ranges::fill(row.subspan(gate_ * width_, width_), value_);
  });
}

template <class Real>
void WaitForRowOp<Real>::backward(const Pass&) {
  if (x_.has_grad())
    for_waiting<Real>(x_.shape, lengths_, x_.grad, [](std::span<Real> row) { std::ranges::fill(row, Real(0)); });
}

#define UNROLLED_INSTANTIATE(Real)   \
  template class SelectStepOp<Real>; \
  template class StackStepsOp<Real>; \
  template class WaitForRowOp<Real>;
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
