#pragma once
#include "ops/attention.hpp"

namespace unrolled {

/// Linear attention (Katharopoulos et al. 2020), in the place of MultiheadAttentionOp: weights in proportion to
/// phi(q[t]) . phi(k[s]), phi(x) = elu(x) + 1, instead of exp(q[t] . k[s]). They are never written down: the keys and
/// values that a query sees come to it as a sum of head_width x head_width numbers, so that work grows with the length
/// and not with its square, and there is no tap. Arguments as there; alibi and dropout are refused.
template <class Real>
class LinearAttentionOp final : public Op<Real> {
 public:
  LinearAttentionOp(Arena<Real>& arena, Columns<Real> q, Columns<Real> k, Columns<Real> v, Tensor<Real>& out,
                    const Indices* key_lengths, AttentionSettings settings);
  std::string_view kind() const override { return "linear_attention"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;

 private:
  AttentionInputs<Real> inputs() const;

  AttentionDims dims_;
  Columns<Real> q_, k_, v_;
  Tensor<Real>& out_;
  const Indices* key_lengths_;
  Tensor<Real>& inverse_;  // [B,heads,Q]
  Tensor<Real>& scratch_;
};

/// The same for the newest token of one sequence, with what it remembers of the earlier ones, which position 0
/// clears. Arguments as of CachedAttentionOp. Forward only: backward does nothing.
template <class Real>
class CachedLinearAttentionOp final : public Op<Real> {
 public:
  CachedLinearAttentionOp(Arena<Real>& arena, Tensor<Real>& qkv, Tensor<Real>& out, AttentionSettings settings,
                          const Indices& position);
  std::string_view kind() const override { return "cached_linear_attention"; }
  void forward(const Pass& pass) override;
  void backward(const Pass&) override {}

 private:
  AttentionDims dims_;
  Tensor<Real>& qkv_;
  Tensor<Real>& out_;
  const Indices& position_;
  Tensor<Real>& memory_;  // [heads,D/heads,D/heads+1]
  Tensor<Real>& scratch_;
};

}  // namespace unrolled
