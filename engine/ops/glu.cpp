#include "ops/glu.hpp"

#include "kernels/glu.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
GluOp<Real>::GluOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y)
    : x_(x), y_(y), gate_(arena.add(y.name + ".gate", y.shape, Grad::no)) {
  require_rows(x.name, x.shape, y.shape.rows(), 2 * y.shape.last());
}

template <class Real>
void GluOp<Real>::forward(const Pass&) {
  glu_forward<Real>(y_.shape.last(), x_.value, gate_.value, y_.value);
}

template <class Real>
void GluOp<Real>::backward(const Pass&) {
  if (x_.has_grad()) glu_backward<Real>(y_.shape.last(), x_.value, gate_.value, y_.grad, x_.grad);
}

template class GluOp<float>;
template class GluOp<double>;

}  // namespace unrolled
