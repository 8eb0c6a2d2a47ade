#include "ops/rms_norm.hpp"

#include "kernels/rms_norm.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
RmsNormOp<Real>::RmsNormOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>& y, double epsilon)
    : x_(x),
      weight_(weight),
      y_(y),
      scale_(arena.add(y.name + ".scale", {x.shape.rows()}, Grad::no)),
      epsilon_(epsilon) {
  require_shape(y.name, x.shape, y.shape);
  require_shape(weight.name, weight.shape, {x.shape.last()});
}

template <class Real>
void RmsNormOp<Real>::forward(const Pass&) {
  rms_norm_forward<Real>(x_.value, weight_.value, y_.value, scale_.value, epsilon_);
}

template <class Real>
void RmsNormOp<Real>::backward(const Pass&) {
  rms_norm_backward<Real>(x_.value, weight_.value, scale_.value, y_.grad, x_.grad, weight_.grad);
}

template class RmsNormOp<float>;
template class RmsNormOp<double>;

}  // namespace unrolled
