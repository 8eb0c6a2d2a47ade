#include "ops/squared_error.hpp"

#include "core/error.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
SquaredErrorOp<Real>::SquaredErrorOp(Arena<Real>&, Tensor<Real>& y, const Values& targets, Tensor<Real>& loss,
                                     double tolerance)
    : y_(y), targets_(targets), loss_(loss), tolerance_(tolerance) {
  require_rows(targets.name, y.shape, targets.shape.rows(), targets.shape.last());
  require_shape(loss.name, loss.shape, {1});
  require(loss.name, tolerance >= 0, "a tolerance of at least 0", number_text(tolerance));
}

template <class Real>
void SquaredErrorOp<Real>::forward(const Pass&) {
  last_ = squared_error_forward<Real>(y_.shape.last(), y_.value, targets_.value, tolerance_);
  loss_.value[0] = static_cast<Real>(last_.loss);
}

template <class Real>
void SquaredErrorOp<Real>::backward(const Pass&) {
  if (loss_.has_grad()) loss_.grad[0] = 1;
  if (y_.has_grad())
    squared_error_backward<Real>(y_.shape.last(), y_.value, targets_.value, last_.counted, 1.0, y_.grad);
}

template class SquaredErrorOp<float>;
template class SquaredErrorOp<double>;

}  // namespace unrolled
