#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// table = weight' + bias + second_bias: what a linear layer gives for each one-hot input, row v for symbol v.
/// An EmbeddingOp then gathers its rows, and no product with zeros is ever made.
/// weight [out,V] (torch.nn.Linear on one-hot rows); each bias [out] or nullptr; table [V,out].
template <class Real>
class OneHotTableOp final : public Op<Real> {
 public:
  OneHotTableOp(Arena<Real>& arena, Tensor<Real>& weight, Tensor<Real>* bias, Tensor<Real>* second_bias,
                Tensor<Real>& table);
  std::string_view kind() const override { return "one_hot_table"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&weight_, biases_[0], biases_[1]}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& weight_;
  Tensor<Real>* biases_[2];
  Tensor<Real>& table_;
};

}  // namespace unrolled
