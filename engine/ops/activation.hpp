#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

enum class ActivationKind { tanh, relu, gelu, gelu_tanh };

/// y = f(x), element by element, x and y of one shape. gelu is x Phi(x) with the exact erf; gelu_tanh is the
/// approximation of Hendrycks and Gimpel 2016 (GPT-2). relu's slope at 0 is 0, as in PyTorch.
template <class Real>
class ActivationOp final : public Op<Real> {
 public:
  ActivationOp(Arena<Real>& arena, ActivationKind function, Tensor<Real>& x, Tensor<Real>& y);
  std::string_view kind() const override { return "activation"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  ActivationKind function_;
  Tensor<Real>& x_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
