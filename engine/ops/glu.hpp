#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = a * sigmoid(b), where each row of x is a, then b (Dauphin et al. 2017; torch.nn.functional.glu).
/// x: N rows of 2F; y: N rows of F.
template <class Real>
class GluOp final : public Op<Real> {
 public:
  GluOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y);
  std::string_view kind() const override { return "glu"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& y_;
  Tensor<Real>& gate_;
};

}  // namespace unrolled
