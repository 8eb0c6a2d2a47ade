#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = factor (a + b), all of one shape: a residual connection. a and b may be the same tensor.
template <class Real>
class AddOp final : public Op<Real> {
 public:
  AddOp(Arena<Real>& arena, Tensor<Real>& a, Tensor<Real>& b, Tensor<Real>& y, double factor = 1);
  std::string_view kind() const override { return "add"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& a_;
  Tensor<Real>& b_;
  Tensor<Real>& y_;
  Real factor_;
};

}  // namespace unrolled
