#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = x / sqrt(mean of x^2 + epsilon) * weight over the last axis (Zhang and Sennrich 2019; torch.nn.RMSNorm with
/// eps given). x and y: N rows of D; weight [D].
template <class Real>
class RmsNormOp final : public Op<Real> {
 public:
  RmsNormOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>& y, double epsilon = 1e-5);
  std::string_view kind() const override { return "rms_norm"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&weight_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& weight_;
  Tensor<Real>& y_;
  Tensor<Real>& scale_;  // [N]
  double epsilon_;
};

}  // namespace unrolled
