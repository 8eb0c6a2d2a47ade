#include "ops/add.hpp"

#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

template <class Real>
void accumulate(Real factor, const Tensor<Real>& from, Tensor<Real>& to) {
  if (!to.has_grad()) return;
  simd::zip(to.grad.size(), to.grad.data(), from.grad.data(), to.grad.data(),
            [=](auto g, auto dy) { return g + factor * dy; });
}

}  // namespace

template <class Real>
AddOp<Real>::AddOp(Arena<Real>&, Tensor<Real>& a, Tensor<Real>& b, Tensor<Real>& y, double factor)
    : a_(a), b_(b), y_(y), factor_(static_cast<Real>(factor)) {
  require_shape(y.name, a.shape, y.shape);
  require_shape(y.name, b.shape, y.shape);
}

template <class Real>
void AddOp<Real>::forward(const Pass&) {
  simd::zip(y_.value.size(), a_.value.data(), b_.value.data(), y_.value.data(),
            [factor = factor_](auto a, auto b) { return factor * (a + b); });
}

template <class Real>
void AddOp<Real>::backward(const Pass&) {
  accumulate(factor_, y_, a_);
  accumulate(factor_, y_, b_);
}

template class AddOp<float>;
template class AddOp<double>;

}  // namespace unrolled
