#pragma once
#include "core/arena.hpp"
#include "ops/align.hpp"

namespace unrolled {

/// Additive scores (Bahdanau, Cho and Bengio 2015): scores[b,t,s] = sum_a v[a] tanh(query[t,b,a] + keys[s,b,a]), with
/// both sides projected already. query [T,B,A]; keys [S,B,A]; v [A] or [1,A]; scores [B,T,S]; all have gradients.
/// lengths [B], or nullptr: beyond a row's length no score is written, and no gradient read. Backward takes the tanh
/// again: kept, it would be T times as large as the keys.
template <class Real>
class AdditiveScoresOp final : public Op<Real> {
 public:
  AdditiveScoresOp(Arena<Real>& arena, Tensor<Real>& query, Tensor<Real>& keys, const Indices* lengths, Tensor<Real>& v,
                   Tensor<Real>& scores);
  std::string_view kind() const override { return "additive_scores"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&v_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;

 private:
  ScoreDims dims_;
  Tensor<Real>& query_;
  Tensor<Real>& keys_;
  const Indices* lengths_;
  Tensor<Real>& v_;
  Tensor<Real>& scores_;
};

}  // namespace unrolled
