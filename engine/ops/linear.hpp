#pragma once
#include <optional>

#include "core/arena.hpp"
#include "kernels/activation.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// What becomes of a product while it is still in the cache: at most one of the two.
template <class Real>
struct LinearFinish {
  std::optional<Activation> activation{};  ///< y = f(product)
  Tensor<Real>* residual = nullptr;        ///< y = residual + product; of y's size, may be x
};

/// y = x W' + bias + second_bias (torch.nn.Linear; the second bias is a recurrent layer's bias_hh).
/// x: N rows of `in`; weight [out,in], a parameter or another tensor such as a tied embedding table; each bias
/// [out] or nullptr; y: N rows of `out`. Leading axes of x and y may differ in shape as long as N agrees.
/// An x without gradient (one-hot rows, a frozen table) costs no product in backward. With an activation, backward leaves
/// the gradient of the product in y's.
template <class Real>
class LinearOp final : public Op<Real> {
 public:
  LinearOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>* bias, Tensor<Real>* second_bias,
           Tensor<Real>& y, LinearFinish<Real> finish = {});
  std::string_view kind() const override { return "linear"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&x_, &weight_, biases_[0], biases_[1]}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;

 private:
  std::span<Real> product() { return product_ == nullptr ? y_.value : product_->value; }
  void multiply_few(const Pass& pass);
  void finish(std::size_t first, std::size_t rows);
  void unfinish(std::size_t first, std::size_t rows);

  Tensor<Real>& x_;
  Tensor<Real>& weight_;
  Tensor<Real>* biases_[2];
  Tensor<Real>& y_;
  LinearFinish<Real> finish_;
  Tensor<Real>* product_ = nullptr;   // of y's shape, where the activation's slope is made from it
  Tensor<Real>* weight_t_ = nullptr;  // in*out: a rearranged copy that few rows need, see the .cpp
};

}  // namespace unrolled
