#include "ops/layer_norm.hpp"

#include "kernels/layer_norm.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
LayerNormOp<Real>::LayerNormOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>& bias,
                               Tensor<Real>& y, double epsilon)
    : x_(x),
      weight_(weight),
      bias_(bias),
      y_(y),
      mean_(arena.add(y.name + ".mean", {x.shape.rows()}, Grad::no)),
      inverse_std_(arena.add(y.name + ".inverse_std", {x.shape.rows()}, Grad::no)),
      epsilon_(epsilon) {
  require_shape(y.name, x.shape, y.shape);
  require_shape(weight.name, weight.shape, {x.shape.last()});
  require_shape(bias.name, bias.shape, {x.shape.last()});
}

template <class Real>
void LayerNormOp<Real>::forward(const Pass&) {
  layer_norm_forward<Real>(x_.value, weight_.value, bias_.value, y_.value, mean_.value, inverse_std_.value, epsilon_);
}

template <class Real>
void LayerNormOp<Real>::backward(const Pass&) {
  layer_norm_backward<Real>(x_.value, weight_.value, mean_.value, inverse_std_.value, y_.grad, x_.grad, weight_.grad,
                            bias_.grad);
}

template class LayerNormOp<float>;
template class LayerNormOp<double>;

}  // namespace unrolled
