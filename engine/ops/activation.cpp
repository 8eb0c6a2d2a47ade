#include "ops/activation.hpp"

#include "ops/check.hpp"

namespace unrolled {

template <class Real>
ActivationOp<Real>::ActivationOp(Arena<Real>&, Activation function, Tensor<Real>& x, Tensor<Real>& y)
    : function_(function), x_(x), y_(y) {
  require_shape(y.name, x.shape, y.shape);
}

template <class Real>
void ActivationOp<Real>::forward(const Pass&) {
  activation_forward<Real>(function_, x_.value, y_.value);
}

template <class Real>
void ActivationOp<Real>::backward(const Pass&) {
  if (x_.has_grad()) activation_backward<Real>(function_, x_.value, y_.value, y_.grad, x_.grad);
}

template class ActivationOp<float>;
template class ActivationOp<double>;

}  // namespace unrolled
