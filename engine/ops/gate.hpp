#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = swish(a) * b, where each row of x is a then b: the gate of SwiGLU (Shazeer 2020), between one linear layer that
/// makes both halves and another. x: N rows of 2F; y: N rows of F.
template <class Real>
class SwigluOp final : public Op<Real> {
 public:
  SwigluOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y);
  std::string_view kind() const override { return "swiglu"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
