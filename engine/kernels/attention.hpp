#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

struct AttentionDims {
  std::size_t batch, length, heads, head_width;
  std::size_t width() const { return heads * head_width; }
};

/// Elements of scratch that forward and backward need: what one head of one sequence works on at a time.
std::size_t causal_attention_scratch(AttentionDims d);

/// out[b,t,h] = sum_{s<=t} softmax_s(q[b,t,h] . k[b,s,h] / sqrt(head_width)) v[b,s,h].
/// qkv [B,T,3D]: rows q k v, each heads x head_width; out [B,T,D]; weights [B,heads,T,T]: the softmax rows,
/// zero above the diagonal. keep [B,heads,T,T] or empty: factors on the weights, 0 or 1/(1-p), of dropout.
template <class Real>
void causal_attention_forward(AttentionDims d, std::span<const Real> qkv, std::span<const Real> keep,
                              std::span<Real> weights, std::span<Real> out, std::span<Real> scratch);

/// dqkv += dL/dqkv from dout, with the weights that forward left.
template <class Real>
void causal_attention_backward(AttentionDims d, std::span<const Real> qkv, std::span<const Real> keep,
                               std::span<const Real> weights, std::span<const Real> dout, std::span<Real> dqkv,
                               std::span<Real> scratch);

/// One query against a cache: the same bits as row `position` of causal_attention_forward. qkv [3D]: the newest
/// token; keys [heads,head_width,M], scaled, and values [heads,M,head_width]: place `position` is written, places
/// 0 .. position are attended to; weights [heads,M]: zero after `position`; out [D]. d.length = M, d.batch = 1.
template <class Real>
void cached_attention_forward(AttentionDims d, std::size_t position, std::span<const Real> qkv, std::span<Real> keys,
                              std::span<Real> values, std::span<Real> weights, std::span<Real> out);

}  // namespace unrolled
