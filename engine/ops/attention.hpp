#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/attention.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Adjacent columns of a tensor [B,T,*], from `first` on: how projections that were made together are told apart.
template <class Real>
struct Columns {
  Columns(Tensor<Real>& whole, std::size_t begin = 0) : tensor(&whole), first(begin) {}
  Tensor<Real>* tensor;
  std::size_t first;
};

struct AttentionSettings {
  std::size_t num_heads = 1;
  std::size_t num_kv_heads = 0;  ///< 0: as many as num_heads, which it must divide
  bool causal = false;           ///< query t sees keys 0 .. t
  bool alibi = false;            ///< scores lose slope[head] * |t - s| (alibi_bias in kernels/attention.hpp), where
                                 ///< queries and keys are places of one sequence
  double dropout = 0;            ///< of weights, after the softmax, while pass.training; the tap shows them before
  std::uint64_t dropout_id = 0;  ///< as in DropoutOp
};

/// Multi-head attention between projections (Vaswani et al. 2017), with shared keys (Ainslie et al. 2023) if wanted:
/// out[b,t,h] = sum_s softmax_s(q[b,t,h] . k[b,s,g] / sqrt(D/heads)) v[b,s,g], g = h / (heads / kv_heads).
/// q: D columns of [B,Q,*]; k, v: D/heads*kv_heads columns of [B,K,*], all distinct; out [B,Q,D], before out_proj.
/// key_lengths [B]: how many of each row's keys count, filled before each run; nullptr: all.
/// Tap: `tap` [batch,head,query,key], zero for keys that a query does not see.
template <class Real>
class MultiheadAttentionOp : public Op<Real> {
 public:
  MultiheadAttentionOp(Arena<Real>& arena, std::string tap, Columns<Real> q, Columns<Real> k, Columns<Real> v,
                       Tensor<Real>& out, const Indices* key_lengths, AttentionSettings settings);
  std::string_view kind() const override { return "multihead_attention"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  /// Counts the full Q x K products, as is usual, though of causal ones half are skipped.
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  /// Factors on the weights while dropout is active, else empty.
  std::span<Real> keep(const Pass& pass);
  AttentionInputs<Real> inputs(const Pass& pass);

  std::string tap_;
  AttentionDims dims_;
  Columns<Real> q_, k_, v_;
  Tensor<Real>& out_;
  const Indices* key_lengths_;
  AttentionSettings settings_;
  Tensor<Real>& weights_;         // [B,heads,Q,K]
  Tensor<Real>* bias_ = nullptr;  // [heads,2K-1], where there is ALiBi
  Tensor<Real>* keep_ = nullptr;  // [B,heads,Q,K], where there is dropout
  Tensor<Real>& scratch_;
  bool filled_ = false;
};

/// Causal self-attention over packed projections. qkv [B,T,3D]: rows q then k then v, as
/// torch.nn.MultiheadAttention's in_proj gives them; out [B,T,D]. Tap: `name`.attention, for name = "transformer.0".
template <class Real>
class CausalAttentionOp final : public MultiheadAttentionOp<Real> {
 public:
  CausalAttentionOp(Arena<Real>& arena, const std::string& name, Tensor<Real>& qkv, Tensor<Real>& out,
                    std::size_t heads, double dropout = 0, std::uint64_t dropout_id = 0);
  std::string_view kind() const override { return "causal_attention"; }
};

/// The same for the newest token of one sequence: appends its key and value at row `position` of a cache and attends
/// to rows 0 .. position. qkv {1,D+2*kv}: q then k then v; out {1,D}; position: shape {1}, in [0,max_length), filled
/// before each run. Of the settings, heads and alibi matter. Forward only: backward does nothing. The cache needs no
/// clearing: rows after `position` are not read. Tap: `tap` [head,key], zero after `position`.
template <class Real>
class CachedAttentionOp final : public Op<Real> {
 public:
  CachedAttentionOp(Arena<Real>& arena, std::string tap, Tensor<Real>& qkv, Tensor<Real>& out,
                    AttentionSettings settings, std::size_t max_length, const Indices& position);
  std::string_view kind() const override { return "cached_attention"; }
  void forward(const Pass& pass) override;
  void backward(const Pass&) override {}
  std::vector<Tap<Real>> taps() const override;

 private:
  std::string tap_;
  AttentionDims dims_;
  Tensor<Real>& qkv_;
  Tensor<Real>& out_;
  const Indices& position_;
  Tensor<Real>& keys_;            // [kv_heads,D/heads,max_length]
  Tensor<Real>& values_;          // [kv_heads,max_length,D/heads]
  Tensor<Real>& weights_;         // [heads,max_length]
  Tensor<Real>* bias_ = nullptr;  // [heads,2*max_length-1], where there is ALiBi
  bool filled_ = false;
};

// What the ops of attention share.

/// Checks the widths; D is the width of `out`. Batch and lengths are left at 1.
template <class Real>
AttentionDims attention_dims(const Tensor<Real>& out, AttentionSettings settings);
/// Checks everything.
template <class Real>
AttentionDims attention_dims(const Columns<Real>& q, const Columns<Real>& k, const Columns<Real>& v,
                             const Tensor<Real>& out, const Indices* key_lengths, AttentionSettings settings);
template <class Real>
AttentionRows<const Real> values_of(const Columns<Real>& part);
/// Without data where there is no gradient.
template <class Real>
AttentionRows<Real> grads_of(const Columns<Real>& part);

}  // namespace unrolled
