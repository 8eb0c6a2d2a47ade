#include "ops/conv.hpp"

#include "ops/check.hpp"

namespace unrolled {
namespace {

/// Before anything is made from them: the sizes of a result must not be negative.
const ConvDims& checked(const ConvDims& d, const std::string& where) {
  const bool fits = d.kernel_h > 0 && d.kernel_w > 0 && d.height + d.top + d.bottom > d.reach_h() &&
                    d.width + d.left + d.right > d.reach_w();
  require(where, fits, "a kernel no larger than the padded image", "a larger one");
  return d;
}

}  // namespace

template <class Real>
Conv2dOp<Real>::Conv2dOp(Arena<Real>& arena, const ConvDims& dims, Tensor<Real>& x, Tensor<Real>& weight,
                         Tensor<Real>* bias, const Indices* widths, Tensor<Real>& y)
    : dims_(checked(dims, y.name)),
      x_(x),
      weight_(weight),
      bias_(bias),
      widths_(widths),
      y_(y),
      arranged_(arena.add(y.name + ".weight", {dims.patch(), dims.out}, Grad::no)),
      darranged_(arena.add(y.name + ".weight_grad", {dims.patch(), dims.out}, Grad::no)),
      panel_(arena.add(y.name + ".panel", {conv_panel_rows(dims), dims.patch()}, Grad::no)) {
  require_count(x.name, x.shape, dims.batch * dims.height * dims.width * dims.in);
  require_count(y.name, y.shape, dims.rows() * dims.out);
  require(weight.name,
          weight.shape.rank() >= 3 && weight.shape[0] == dims.out && weight.shape[1] == dims.in &&
              weight.shape.count() == dims.patch() * dims.out,
          to_string({dims.out, dims.in, dims.kernel_h, dims.kernel_w}), to_string(weight.shape));
  if (bias != nullptr) require_shape(bias->name, bias->shape, {dims.out});
  if (widths != nullptr) require_shape(widths->name, widths->shape, {dims.batch});
}

template <class Real>
std::span<const std::int32_t> Conv2dOp<Real>::widths() const {
  return widths_ == nullptr ? std::span<const std::int32_t>() : std::span<const std::int32_t>(widths_->value);
}

template <class Real>
void Conv2dOp<Real>::forward(const Pass& pass) {
  if (pass.weights_changed) conv_arrange_weight<Real>(dims_, weight_.value, arranged_.value);
  const auto bias = bias_ == nullptr ? std::span<const Real>() : std::span<const Real>(bias_->value);
  conv_forward<Real>(dims_, widths(), x_.value, arranged_.value, bias, panel_.value, y_.value);
}

template <class Real>
void Conv2dOp<Real>::backward(const Pass&) {
  conv_backward<Real>(dims_, widths(), x_.value, arranged_.value, y_.grad, panel_.value, darranged_.value, x_.grad,
                      weight_.grad, bias_ == nullptr ? std::span<Real>() : bias_->grad);
}

template <class Real>
Cost Conv2dOp<Real>::cost() const {
  return product_cost(dims_.rows(), dims_.out, dims_.patch());
}

template class Conv2dOp<float>;
template class Conv2dOp<double>;

}  // namespace unrolled
