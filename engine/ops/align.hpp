#pragma once
#include <string>

#include "core/arena.hpp"
#include "ops/op.hpp"

// The attention of recurrent decoders, in two halves: scores of a query for each source position (DotScoresOp here,
// AdditiveScoresOp in additive.hpp), and AlignOp, which makes weights of them and mixes the source. Sequences are
// time-major, as recurrent ops keep them: queries [T,B,A], source [S,B,A]; scores and weights are batch-major.

namespace unrolled {

struct ScoreDims {
  std::size_t queries, keys, batch, width;  // T, S, B, A
};

/// Throws Error unless query is [T,B,A], keys [S,B,A], lengths absent or [B], scores [B,T,S].
template <class Real>
ScoreDims score_dims(const Tensor<Real>& query, const Tensor<Real>& keys, const Indices* lengths,
                     const Tensor<Real>& scores);

/// Source positions of row b that count: the others get no weight.
inline std::size_t source_length(const Indices* lengths, std::size_t b, std::size_t all) {
  return lengths != nullptr ? static_cast<std::size_t>(lengths->value[b]) : all;
}

/// scores[b,t,s] = scale * query[t,b] . keys[s,b] (Luong, Pham and Manning 2015: "dot", and "general" where the keys
/// were projected; with scale 1 / sqrt(A) Vaswani et al. 2017). query [T,B,A]; keys [S,B,A]; scores [B,T,S]. lengths
/// [B], or nullptr: beyond a row's length no score is written, and no gradient read.
template <class Real>
class DotScoresOp final : public Op<Real> {
 public:
  DotScoresOp(Arena<Real>& arena, Tensor<Real>& query, Tensor<Real>& keys, const Indices* lengths, double scale,
              Tensor<Real>& scores);
  std::string_view kind() const override { return "dot_scores"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;

 private:
  ScoreDims dims_;
  Tensor<Real>& query_;
  Tensor<Real>& keys_;
  const Indices* lengths_;
  Tensor<Real>& scores_;
  Tensor<Real>& dscores_;  // [T,S]: of one row, scaled
  Real scale_;
};

/// weights[b,0,first+t] = softmax over s < lengths[b] of scores[b,t]; context[t,b] = sum_s weights[b,0,first+t,s]
/// source[s,b]. scores [B,T,S]; source [S,B,C]; context [T,B,C]; weights [B,1,W,S] with W >= first + T, shared by the
/// steps of an unrolled decoder, zero beyond a row's length. The scores have a gradient. The op that fills the last of its rows offers the
/// tap `name`.attention [batch,head,query,key].
template <class Real>
class AlignOp final : public Op<Real> {
 public:
  AlignOp(Arena<Real>& arena, std::string name, Tensor<Real>& scores, Tensor<Real>& source, const Indices* lengths,
          Tensor<Real>& context, Tensor<Real>& weights, std::size_t first = 0);
  std::string_view kind() const override { return "align"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  /// Of row b: its T weight rows.
  Real* weights_of(std::size_t b) const;

  std::string name_;
  Tensor<Real>& scores_;
  Tensor<Real>& source_;
  const Indices* lengths_;
  Tensor<Real>& context_;
  Tensor<Real>& weights_;
  Tensor<Real>& dweights_;  // [T,S]: of one row
  std::size_t first_;
};

}  // namespace unrolled
