#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// out[i,:] = table[tokens[i],:]; backward adds each row of out.grad to its row of table.grad.
/// tokens: any shape, N elements in [0,V), filled before each run. table [V,D]: a parameter, or an activation
/// (a projection made once per symbol, then gathered). out: N rows of D.
template <class Real>
class EmbeddingOp final : public Op<Real> {
 public:
  EmbeddingOp(Arena<Real>& arena, const Indices& tokens, Tensor<Real>& table, Tensor<Real>& out);
  std::string_view kind() const override { return "embedding"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&table_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  const Indices& tokens_;
  Tensor<Real>& table_;
  Tensor<Real>& out_;
};

}  // namespace unrolled
