#pragma once
#include <cmath>
#include <cstddef>
#include <vector>

#include "kernels/attention.hpp"

// Causal attention one number at a time, straight from its formula, for comparison with the kernel. A Flaw plants a
// mistake in backward that a gradient check must notice.

namespace unrolled::test {

enum class AttentionFlaw { none, no_softmax_sum, no_scale };

struct ReferenceAttention {
  AttentionDims d;
  std::vector<double> qkv, weights, out, dout, dqkv;

  explicit ReferenceAttention(AttentionDims dims)
      : d(dims),
        weights(dims.batch * dims.heads * dims.length * dims.length),
        out(dims.batch * dims.length * dims.width()),
        dqkv(3 * out.size()) {}

  /// Where element j of part 0 (q), 1 (k) or 2 (v) of a token's head lies.
  std::size_t at(std::size_t part, std::size_t b, std::size_t h, std::size_t t, std::size_t j) const {
    return ((b * d.length + t) * 3 + part) * d.width() + h * d.head_width + j;
  }
  std::size_t out_at(std::size_t b, std::size_t h, std::size_t t, std::size_t j) const {
    return (b * d.length + t) * d.width() + h * d.head_width + j;
  }
  double* row(std::size_t b, std::size_t h, std::size_t t) {
    return &weights[((b * d.heads + h) * d.length + t) * d.length];
  }
  double scale() const { return 1 / std::sqrt(double(d.head_width)); }

  void forward() {
    for (std::size_t b = 0; b < d.batch; ++b)
      for (std::size_t h = 0; h < d.heads; ++h)
        for (std::size_t t = 0; t < d.length; ++t) {
          double* w = row(b, h, t);
          double sum = 0;
          for (std::size_t s = 0; s <= t; ++s) {
            double score = 0;
            for (std::size_t j = 0; j < d.head_width; ++j) score += qkv[at(0, b, h, t, j)] * qkv[at(1, b, h, s, j)];
            sum += w[s] = std::exp(score * scale());
          }
          for (std::size_t s = 0; s <= t; ++s) w[s] /= sum;
          for (std::size_t j = 0; j < d.head_width; ++j)
            for (std::size_t s = 0; s <= t; ++s) out[out_at(b, h, t, j)] += w[s] * qkv[at(2, b, h, s, j)];
        }
  }

  void backward(AttentionFlaw flaw = AttentionFlaw::none) {
    for (std::size_t b = 0; b < d.batch; ++b)
      for (std::size_t h = 0; h < d.heads; ++h)
        for (std::size_t t = 0; t < d.length; ++t) query_backward(b, h, t, flaw);
  }

 private:
  void query_backward(std::size_t b, std::size_t h, std::size_t t, AttentionFlaw flaw) {
    const double* w = row(b, h, t);
    std::vector<double> dw(t + 1);
    double sum = 0;
    for (std::size_t s = 0; s <= t; ++s) {
      for (std::size_t j = 0; j < d.head_width; ++j) {
        const double dy = dout[out_at(b, h, t, j)];
        dw[s] += dy * qkv[at(2, b, h, s, j)];
        dqkv[at(2, b, h, s, j)] += w[s] * dy;
      }
      sum += w[s] * dw[s];
    }
    if (flaw == AttentionFlaw::no_softmax_sum) sum = 0;
    for (std::size_t s = 0; s <= t; ++s)
      for (std::size_t j = 0; j < d.head_width; ++j) {
        const double ds = w[s] * (dw[s] - sum) * (flaw == AttentionFlaw::no_scale ? 1 : scale());
        dqkv[at(0, b, h, t, j)] += ds * qkv[at(1, b, h, s, j)];
        dqkv[at(1, b, h, s, j)] += ds * qkv[at(0, b, h, t, j)];
      }
  }
};

}  // namespace unrolled::test
