#include "ops/linear.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "kernels/linear.hpp"
#include "kernels/long_sum.hpp"
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
                         Tensor<Real>* second_bias, Tensor<Real>& y, LinearFinish<Real> finish)
    : x_(x), weight_(weight), biases_{bias ? bias : second_bias, bias ? second_bias : nullptr}, y_(y), finish_(finish) {
  require_rank(weight.name, weight.shape, 2);
  const std::size_t rows = x.shape.rows(), in = weight.shape[1], out = weight.shape[0];
  require_rows(x.name, x.shape, rows, in);
  require_rows(y.name, y.shape, rows, out);
  for (const Tensor<Real>* b : biases_)
    if (b != nullptr) require_shape(b->name, b->shape, {out});
  if (finish.residual != nullptr) {
    require_rows(finish.residual->name, finish.residual->shape, rows, out);
    require(y.name, !finish.activation, "an activation or a residual", "both");
  }
  if (rows <= kFewRows) weight_t_ = &arena.add(y.name + ".weight_t", {in, out}, Grad::no);
  if (finish.activation && slope_reads_argument(*finish.activation))
    product_ = &arena.add(y.name + ".product", y.shape, Grad::no);
}

template <class Real>
void LinearOp<Real>::forward(const Pass& pass) {
  if (weight_t_ != nullptr) {
    multiply_few(pass);
    return finish(0, y_.shape.rows());
  }
  const auto bias = values_of(biases_[0]), second_bias = values_of(biases_[1]);
  for_row_parts(dims_of(x_, weight_), [&](LinearDims d, std::size_t first) {
    const std::span<const Real> x = x_.value;
    linear_forward<Real>(d, rows_of(x, first, d.rows, d.in), weight_.value, bias,
                         rows_of(product(), first, d.rows, d.out), second_bias);
    finish(first, d.rows);
  });
}

template <class Real>
void LinearOp<Real>::multiply_few(const Pass& pass) {
  const LinearDims d = dims_of(x_, weight_);
  const auto bias = values_of(biases_[0]);
  if (!bias.empty()) broadcast_rows<Real>(bias, values_of(biases_[1]), product());
  for (std::size_t first = 0; first < d.out; first += kPanel) {
    const std::size_t width = std::min(kPanel, d.out - first);
    Real* panel = &weight_t_->value[first * d.in];
    if (pass.weights_changed) transpose(width, d.in, &weight_.value[first * d.in], d.in, panel, width);
    gemm_nn(d.rows, width, d.in, x_.value.data(), d.in, panel, width, &product()[first], d.out,
            bias.empty() ? Accumulate::no : Accumulate::yes);
  }
}

template <class Real>
void LinearOp<Real>::finish(std::size_t first, std::size_t rows) {
  const std::size_t width = y_.shape.last();
  const std::span<Real> y = rows_of(y_.value, first, rows, width);
  if (finish_.activation) activation_forward<Real>(*finish_.activation, rows_of(product(), first, rows, width), y);
  if (finish_.residual != nullptr) add_onto<Real>(rows_of(finish_.residual->value, first, rows, width), y);
}

template <class Real>
void LinearOp<Real>::unfinish(std::size_t first, std::size_t rows) {
  const std::size_t width = y_.shape.last();
  const std::span<Real> dy = rows_of(y_.grad, first, rows, width);
  if (finish_.activation)
    activation_backward_in_place<Real>(*finish_.activation, rows_of(product(), first, rows, width),
                                       rows_of(y_.value, first, rows, width), dy);
  if (finish_.residual != nullptr && finish_.residual->has_grad())
    add_onto<Real>(dy, rows_of(finish_.residual->grad, first, rows, width));
}

template <class Real>
void LinearOp<Real>::backward(const Pass&) {
  const auto grad_of = [](Tensor<Real>* bias) { return bias == nullptr ? std::span<Real>() : bias->grad; };
  const LinearDims all = dims_of(x_, weight_);
  const std::span<const Real> x = x_.value, dy = y_.grad;
  const std::span<Real> dweight = weight_.grad, dbias = grad_of(biases_[0]);
  const bool apart = is_long_sum(all.rows);
  for_row_parts(all, [&](LinearDims d, std::size_t first) {
    unfinish(first, d.rows);
    linear_backward<Real>(d, rows_of(x, first, d.rows, d.in), weight_.value, rows_of(dy, first, d.rows, d.out),
                          rows_of(x_.grad, first, d.rows, d.in), apart ? std::span<Real>() : dweight,
                          apart ? std::span<Real>() : dbias);
  });
  if (apart) linear_parameters_backward<Real>(all, x, dy, dweight, dbias);
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
