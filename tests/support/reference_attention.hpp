#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <vector>

#include "kernels/attention.hpp"

// Attention one number at a time, straight from its formula, for comparison with the kernel. A Flaw plants a mistake in
// backward that a gradient check must notice.

namespace unrolled::test {

enum class AttentionFlaw { none, no_softmax_sum, no_scale, one_head_of_a_group };

/// Of tensors on their own: q, out [B,Q,D], k, v [B,K,kv_width].
struct ReferenceAttention {
  AttentionDims d;
  std::vector<std::size_t> key_lengths;  ///< [B] or empty
  std::vector<double> slopes;            ///< [heads] or empty: scores lose slope |t - s|
  std::vector<double> q, k, v, weights, out, dout, dq, dk, dv;

  explicit ReferenceAttention(AttentionDims dims)
      : d(dims),
        q(dims.batch * dims.queries * dims.width()),
        k(dims.batch * dims.keys * dims.kv_width()),
        v(k.size()),
        weights(dims.batch * dims.heads * dims.queries * dims.keys),
        out(q.size()),
        dout(q.size()),
        dq(q.size()),
        dk(k.size()),
        dv(k.size()) {}

  std::size_t query_at(std::size_t b, std::size_t h, std::size_t t, std::size_t j) const {
    return (b * d.queries + t) * d.width() + h * d.head_width + j;
  }
  std::size_t key_at(std::size_t b, std::size_t h, std::size_t s, std::size_t j) const {
    return (b * d.keys + s) * d.kv_width() + h * d.kv_heads / d.heads * d.head_width + j;
  }
  bool sees(std::size_t b, std::size_t t, std::size_t s) const {
    return (!d.causal || s <= t) && (key_lengths.empty() || s < key_lengths[b]);
  }
  double* row(std::size_t b, std::size_t h, std::size_t t) {
    return &weights[((b * d.heads + h) * d.queries + t) * d.keys];
  }
  double scale() const { return 1 / std::sqrt(double(d.head_width)); }

  void forward() {
    std::ranges::fill(weights, 0.0);
    std::ranges::fill(out, 0.0);
    for_queries([&](std::size_t b, std::size_t h, std::size_t t) { query_forward(b, h, t); });
  }

  void backward(AttentionFlaw flaw = AttentionFlaw::none) {
    for_queries([&](std::size_t b, std::size_t h, std::size_t t) { query_backward(b, h, t, flaw); });
  }

 private:
  template <class Body>
  void for_queries(Body body) {
    for (std::size_t b = 0; b < d.batch; ++b)
      for (std::size_t h = 0; h < d.heads; ++h)
        for (std::size_t t = 0; t < d.queries; ++t) body(b, h, t);
  }

  double score(std::size_t b, std::size_t h, std::size_t t, std::size_t s) const {
    double sum = 0;
    for (std::size_t j = 0; j < d.head_width; ++j) sum += q[query_at(b, h, t, j)] * k[key_at(b, h, s, j)];
    const double distance = std::abs(double(t) - double(s));
    return sum * scale() - (slopes.empty() ? 0 : slopes[h] * distance);
  }

  void query_forward(std::size_t b, std::size_t h, std::size_t t) {
    double* w = row(b, h, t);
    double sum = 0;
    for (std::size_t s = 0; s < d.keys; ++s)
      if (sees(b, t, s)) sum += w[s] = std::exp(score(b, h, t, s));
    for (std::size_t s = 0; s < d.keys; ++s) {
      if (!sees(b, t, s)) continue;
      w[s] /= sum;
      for (std::size_t j = 0; j < d.head_width; ++j) out[query_at(b, h, t, j)] += w[s] * v[key_at(b, h, s, j)];
    }
  }

  void query_backward(std::size_t b, std::size_t h, std::size_t t, AttentionFlaw flaw) {
    const double* w = row(b, h, t);
    std::vector<double> dw(d.keys);
    double sum = 0;
    for (std::size_t s = 0; s < d.keys; ++s) {
      for (std::size_t j = 0; j < d.head_width; ++j) {
        const double dy = dout[query_at(b, h, t, j)];
        dw[s] += dy * v[key_at(b, h, s, j)];
        dv[key_at(b, h, s, j)] += w[s] * dy;
      }
      sum += w[s] * dw[s];
    }
    if (flaw == AttentionFlaw::no_softmax_sum) sum = 0;
    const bool to_keys = flaw != AttentionFlaw::one_head_of_a_group || h % (d.heads / d.kv_heads) == 0;
    for (std::size_t s = 0; s < d.keys; ++s)
      for (std::size_t j = 0; j < d.head_width; ++j) {
        const double ds = w[s] * (dw[s] - sum) * (flaw == AttentionFlaw::no_scale ? 1 : scale());
        dq[query_at(b, h, t, j)] += ds * k[key_at(b, h, s, j)];
        if (to_keys) dk[key_at(b, h, s, j)] += ds * q[query_at(b, h, t, j)];
      }
  }
};

}  // namespace unrolled::test
