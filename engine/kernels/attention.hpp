#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

/// heads is a multiple of kv_heads: query head h reads key and value head h / (heads / kv_heads), so that with fewer of
/// them a group of queries shares one (Ainslie et al. 2023). causal needs as many queries as keys.
struct AttentionDims {
  std::size_t batch, queries, keys, heads, kv_heads, head_width;
  bool causal;
  std::size_t width() const { return heads * head_width; }
  std::size_t kv_width() const { return kv_heads * head_width; }
};

/// Rows that are part of longer ones: row t of sequence b, of T, begins at data + (b * T + t) * row.
template <class Real>
struct AttentionRows {
  Real* data = nullptr;
  std::size_t row = 0;  ///< distance between two of them
};

/// q: rows of width(); k, v: rows of kv_width(), head beside head.
template <class Real>
struct AttentionInputs {
  AttentionRows<const Real> q, k, v;
  std::span<const std::int32_t> key_lengths{};  ///< [B] or empty: keys from there on are not looked at
  std::span<const Real> distance_bias{};        ///< [heads,2K-1] or empty: see below
  std::span<const Real> keep{};                 ///< [B,heads,Q,K] or empty: factors on the weights, of dropout
};

/// Where gradients go. Those without data are left out.
template <class Real>
struct AttentionGradients {
  AttentionRows<Real> q, k, v;
};

/// Elements of scratch that forward and backward need: what one head of one sequence works on at a time.
std::size_t attention_scratch(AttentionDims d);

/// out[b,t,h] = sum_s w[b,h,t,s] v[b,s,g], w = softmax over s of (q[b,t,h] . k[b,s,g] / sqrt(head_width) + bias(t-s)),
/// s < key_lengths[b], and s <= t where causal; zero where t sees no key (Vaswani et al. 2017).
/// out [B,Q,width]; weights [B,heads,Q,K]: w, zero elsewhere. bias(t-s) is distance_bias[h, K-1-t+s].
template <class Real>
void attention_forward(AttentionDims d, const AttentionInputs<Real>& in, std::span<Real> weights, std::span<Real> out,
                       std::span<Real> scratch);

/// dq += dL/dq, dk += dL/dk, dv += dL/dv from dout, with the weights that forward left.
template <class Real>
void attention_backward(AttentionDims d, const AttentionInputs<Real>& in, std::span<const Real> weights,
                        std::span<const Real> dout, AttentionGradients<Real> gradients, std::span<Real> scratch);

/// One query against a cache: the same bits as row `position` of a causal attention_forward. d.keys = M, the room;
/// d.batch = d.queries = 1. q, k, v in `in`: the newest token's; keys [kv_heads,head_width,M], scaled, and values
/// [kv_heads,M,head_width]: place `position` is written, places 0 .. position are attended to; weights [heads,M]: zero
/// after `position`; out [width].
template <class Real>
void cached_attention_forward(AttentionDims d, std::size_t position, const AttentionInputs<Real>& in,
                              std::span<Real> keys, std::span<Real> values, std::span<Real> weights,
                              std::span<Real> out);

/// bias(t-s) = -slope[h] |t-s| with slopes 2^(-8/heads), 2^(-16/heads), ... (ALiBi: Press, Smith and Lewis 2022). Where
/// heads is no power of two, those of the power below, then every second one of the power above, as the authors do.
/// table: [heads, table.size() / heads] with an odd number 2K-1 of columns, distance 0 in the middle.
template <class Real>
void alibi_bias(std::size_t heads, std::span<Real> table);

}  // namespace unrolled
