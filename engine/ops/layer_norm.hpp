#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = (x - mean) / sqrt(variance + epsilon) * weight + bias over the last axis (Ba, Kiros and Hinton 2016;
/// torch.nn.LayerNorm, biased variance). x and y: N rows of D; weight and bias [D].
template <class Real>
class LayerNormOp final : public Op<Real> {
 public:
  LayerNormOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>& bias, Tensor<Real>& y,
              double epsilon = 1e-5);
  std::string_view kind() const override { return "layer_norm"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&weight_, &bias_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& weight_;
  Tensor<Real>& bias_;
  Tensor<Real>& y_;
  Tensor<Real>& mean_;         // [N]
  Tensor<Real>& inverse_std_;  // [N]
  double epsilon_;
};

}  // namespace unrolled
