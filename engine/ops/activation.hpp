#pragma once
#include "core/arena.hpp"
#include "kernels/activation.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = f(x), element by element, x and y of one shape.
template <class Real>
class ActivationOp final : public Op<Real> {
 public:
  ActivationOp(Arena<Real>& arena, Activation function, Tensor<Real>& x, Tensor<Real>& y);
  std::string_view kind() const override { return "activation"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Activation function_;
  Tensor<Real>& x_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
