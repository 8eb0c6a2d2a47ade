#include "ops/gate.hpp"

#include "kernels/swiglu.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
SwigluOp<Real>::SwigluOp(Arena<Real>&, Tensor<Real>& x, Tensor<Real>& y) : x_(x), y_(y) {
  require_rows(x.name, x.shape, y.shape.rows(), 2 * y.shape.last());
}

template <class Real>
void SwigluOp<Real>::forward(const Pass&) {
  swiglu_forward<Real>(y_.shape.last(), x_.value, y_.value);
}

template <class Real>
void SwigluOp<Real>::backward(const Pass&) {
  swiglu_backward<Real>(y_.shape.last(), x_.value, y_.grad, x_.grad);
}

template class SwigluOp<float>;
template class SwigluOp<double>;

}  // namespace unrolled
