#include "ops/add.hpp"

#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

template <class Real>
void accumulate(const Tensor<Real>& from, Tensor<Real>& to) {
  if (!to.has_grad()) return;
  simd::zip(to.grad.size(), to.grad.data(), from.grad.data(), to.grad.data(), [](auto g, auto dy) { return g + dy; });
}

}  // namespace

template <class Real>
AddOp<Real>::AddOp(Arena<Real>&, Tensor<Real>& a, Tensor<Real>& b, Tensor<Real>& y) : a_(a), b_(b), y_(y) {
  require_shape(y.name, a.shape, y.shape);
  require_shape(y.name, b.shape, y.shape);
}

template <class Real>
void AddOp<Real>::forward(const Pass&) {
  simd::zip(y_.value.size(), a_.value.data(), b_.value.data(), y_.value.data(), [](auto a, auto b) { return a + b; });
}

template <class Real>
void AddOp<Real>::backward(const Pass&) {
  accumulate(y_, a_);
  accumulate(y_, b_);
}

template class AddOp<float>;
template class AddOp<double>;

}  // namespace unrolled
