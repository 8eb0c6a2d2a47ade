#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/attention.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Causal multi-head self-attention (Vaswani et al. 2017) over packed projections:
/// out[b,t,h] = sum_{s<=t} softmax_s(q[b,t,h] . k[b,s,h] / sqrt(D/heads)) v[b,s,h].
/// qkv [B,T,3D]: rows q then k then v, each heads x D/heads, as torch.nn.MultiheadAttention's in_proj gives them;
/// out [B,T,D], before out_proj. heads divides D. With dropout > 0 weights are dropped while pass.training,
/// after the softmax (the tap shows them before); `dropout_id` as in DropoutOp.
/// Tap: `name`.attention [batch,head,query,key], zero above the diagonal, for name = "transformer.0".
template <class Real>
class CausalAttentionOp final : public Op<Real> {
 public:
  CausalAttentionOp(Arena<Real>& arena, std::string name, Tensor<Real>& qkv, Tensor<Real>& out, std::size_t heads,
                    double dropout = 0, std::uint64_t dropout_id = 0);
  std::string_view kind() const override { return "causal_attention"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  /// Counts the full T x T products, as is usual, though half of them are skipped.
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  /// Factors on the weights while dropout is active, else empty.
  std::span<Real> keep(const Pass& pass);

  std::string name_;
  AttentionDims dims_;
  Tensor<Real>& qkv_;
  Tensor<Real>& out_;
  Tensor<Real>& weights_;         // [B,heads,T,T]
  Tensor<Real>* keep_ = nullptr;  // [B,heads,T,T], where there is dropout
  Tensor<Real>& scratch_;
  double dropout_;
  std::uint64_t dropout_id_;
};

/// The same for the newest token of one sequence: appends its key and value at row `position` of a cache and
/// attends to rows 0 .. position. qkv {1,3D}; out {1,D}; position: shape {1}, in [0,max_length), filled before
/// each run. Forward only: backward does nothing. The cache needs no clearing: rows after `position` are not read.
/// Tap: `name`.attention [head,key], zero after `position`.
template <class Real>
class CachedAttentionOp final : public Op<Real> {
 public:
  CachedAttentionOp(Arena<Real>& arena, std::string name, Tensor<Real>& qkv, Tensor<Real>& out, std::size_t heads,
                    std::size_t max_length, const Indices& position);
  std::string_view kind() const override { return "cached_attention"; }
  void forward(const Pass& pass) override;
  void backward(const Pass&) override {}
  std::vector<Tap<Real>> taps() const override;

 private:
  std::string name_;
  AttentionDims dims_;
  Tensor<Real>& qkv_;
  Tensor<Real>& out_;
  const Indices& position_;
  Tensor<Real>& keys_;     // [heads,D/heads,max_length]
  Tensor<Real>& values_;   // [heads,max_length,D/heads]
  Tensor<Real>& weights_;  // [heads,max_length]
};

}  // namespace unrolled
