#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = x W' + bias + second_bias (torch.nn.Linear; the second bias is a recurrent layer's bias_hh).
/// x: N rows of `in`; weight [out,in], a parameter or another tensor such as a tied embedding table; each bias
/// [out] or nullptr; y: N rows of `out`. Leading axes of x and y may differ in shape as long as N agrees.
/// An x without gradient (one-hot rows, a frozen table) costs no product in backward.
template <class Real>
class LinearOp final : public Op<Real> {
 public:
  LinearOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>* bias, Tensor<Real>* second_bias,
           Tensor<Real>& y);
  std::string_view kind() const override { return "linear"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& weight_;
  Tensor<Real>* biases_[2];
  Tensor<Real>& y_;
  Tensor<Real>* weight_t_ = nullptr;  // in*out: a rearranged copy that few rows need, see the .cpp
};

}  // namespace unrolled
