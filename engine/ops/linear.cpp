#include "ops/linear.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "kernels/linear.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

// Below this many rows, transposing the weight costs as much as the product itself. A plan of so few rows
// generates, and keeps the transposed copy between runs.
constexpr std::size_t kFewRows = 8;

// That copy is a row of panels, each [in, kPanel]: a product with one row is bound by memory, and reads a panel from
// one end to the other.
constexpr std::size_t kPanel = 32;

template <class Real>
std::span<const Real> values_of(const Tensor<Real>* tensor) {
  return tensor == nullptr ? std::span<const Real>() : std::span<const Real>(tensor->value);
}

template <class Real>
LinearDims dims_of(const Tensor<Real>& x, const Tensor<Real>& weight) {
  return {x.shape.rows(), weight.shape[1], weight.shape[0]};
}

}  // namespace

template <class Real>
LinearOp<Real>::LinearOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>* bias,
                         Tensor<Real>* second_bias, Tensor<Real>& y)
    : x_(x), weight_(weight), biases_{bias ? bias : second_bias, bias ? second_bias : nullptr}, y_(y) {
  require_rank(weight.name, weight.shape, 2);
  const std::size_t rows = x.shape.rows(), in = weight.shape[1], out = weight.shape[0];
  require_rows(x.name, x.shape, rows, in);
  require_rows(y.name, y.shape, rows, out);
  for (const Tensor<Real>* b : biases_)
    if (b != nullptr) require_shape(b->name, b->shape, {out});
  if (rows <= kFewRows) weight_t_ = &arena.add(y.name + ".weight_t", {in, out}, Grad::no);
}

template <class Real>
void LinearOp<Real>::forward(const Pass& pass) {
  const LinearDims d = dims_of(x_, weight_);
  const auto bias = values_of(biases_[0]), second_bias = values_of(biases_[1]);
  if (weight_t_ == nullptr) return linear_forward<Real>(d, x_.value, weight_.value, bias, y_.value, second_bias);
  if (!bias.empty()) broadcast_rows<Real>(bias, second_bias, y_.value);
  for (std::size_t first = 0; first < d.out; first += kPanel) {
    const std::size_t width = std::min(kPanel, d.out - first);
    Real* panel = &weight_t_->value[first * d.in];
    if (pass.weights_changed) transpose(width, d.in, &weight_.value[first * d.in], d.in, panel, width);
    gemm_nn(d.rows, width, d.in, x_.value.data(), d.in, panel, width, &y_.value[first], d.out,
            bias.empty() ? Accumulate::no : Accumulate::yes);
  }
}

template <class Real>
void LinearOp<Real>::backward(const Pass&) {
  const auto grad_of = [](Tensor<Real>* bias) { return bias == nullptr ? std::span<Real>() : bias->grad; };
  linear_backward<Real>(dims_of(x_, weight_), x_.value, weight_.value, y_.grad, x_.grad, weight_.grad,
                        grad_of(biases_[0]));
  if (const auto second = grad_of(biases_[1]); !second.empty()) add_column_sums<Real>(y_.grad, second);
}

template <class Real>
Cost LinearOp<Real>::cost() const {
  const LinearDims d = dims_of(x_, weight_);
  return product_cost(d.rows, d.out, d.in);
}

template class LinearOp<float>;
template class LinearOp<double>;

}  // namespace unrolled
