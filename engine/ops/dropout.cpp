#include "ops/dropout.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "kernels/dropout.hpp"
#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {

template <class Real>
DropoutOp<Real>::DropoutOp(Arena<Real>&, Tensor<Real>& x, Tensor<Real>& y, double probability, std::uint64_t id)
    : x_(x), y_(y), probability_(probability), id_(id) {
  require_shape(y.name, x.shape, y.shape);
  require(y.name, probability >= 0 && probability < 1, "a dropout probability in [0,1)", number_text(probability));
}

template <class Real>
void DropoutOp<Real>::forward(const Pass& pass) {
  if (!pass.training || probability_ == 0) {
    std::ranges::copy(x_.value, y_.value.begin());
    return;
  }
  dropout_forward<Real>(probability_, dropout_key(pass.seed, pass.step, id_), x_.value, y_.value);
}

template <class Real>
void DropoutOp<Real>::backward(const Pass& pass) {
  if (!x_.has_grad()) return;
  if (pass.training && probability_ > 0) {
    dropout_backward<Real>(probability_, dropout_key(pass.seed, pass.step, id_), y_.grad, x_.grad);
    return;
  }
  Real* dx = x_.grad.data();
  simd::zip(x_.grad.size(), dx, y_.grad.data(), dx, [](auto g, auto dy) { return g + dy; });
}

template class DropoutOp<float>;
template class DropoutOp<double>;

}  // namespace unrolled
