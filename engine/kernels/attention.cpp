#include "kernels/attention.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/gemm.hpp"
#include "kernels/softmax.hpp"
#include "simd/map.hpp"
#include "simd/reduce.hpp"

namespace unrolled {
namespace {

// Queries are taken in blocks of rows, and a block stops at the last key that any of its rows may see: what lies
// above the diagonal is skipped but for a fringe of half a block. Fewer rows skip more but leave shorter products: of
// 6, 8, 12, 16 and 24, 12 was the fastest by 3 % (ops_bench, heads of 16 and 32); it is two tiles of gemm.
constexpr std::size_t kBlock = 12;

// Softmax rows are padded to whole registers with -inf, whose weight is zero.
constexpr std::size_t kPad = 4;

/// The parts of one head of one sequence, as rows with a distance.
template <class Real>
struct Head {
  Real *q, *k, *v;
  std::size_t row;  // distance between the rows of q, k and v
};

template <class Real>
Head<Real> head_of(AttentionDims d, Real* qkv, std::size_t batch, std::size_t head) {
  const std::size_t width = d.width();
  Real* q = qkv + batch * d.length * 3 * width + head * d.head_width;
  return {q, q + width, q + 2 * width, 3 * width};
}

/// 1 / sqrt(head_width). IEEE 754 rounds a square root correctly, so the standard one is reproducible.
template <class Real>
Real score_scale(AttentionDims d) {
  return Real(1) / std::sqrt(static_cast<Real>(d.head_width));
}

/// out [head_width,T] = scale * in' for in: T rows of head_width.
template <class Real>
void transpose_scaled(AttentionDims d, Real scale, const Real* in, std::size_t row, Real* out) {
  transpose(d.length, d.head_width, in, row, out, d.length);
  simd::map(d.length * d.head_width, out, out, [scale](auto x) { return x * scale; });
}

/// Softmax of the first `count` of `room` scores in place; zeros after them.
template <class Real>
void softmax_prefix(std::size_t count, std::size_t room, Real* row) {
  const std::size_t padded = std::min(room, (count + kPad - 1) / kPad * kPad);
  std::fill(row + count, row + padded, -std::numeric_limits<Real>::infinity());
  softmax_forward<Real>(padded, {row, padded}, {row, padded});
  std::fill(row + padded, row + room, Real(0));
}

/// ds[s] = scale * w[s] * (dw[s] - sum over s of dw[s] w[s]) in place of dw.
template <class Real>
void softmax_prefix_backward(std::size_t count, Real scale, const Real* w, Real* dw) {
  const Real sum = simd::sum_of(count, w, dw, [](auto weight, auto g) { return weight * g; });
  simd::zip(count, w, dw, dw, [=](auto weight, auto g) { return scale * (weight * (g - sum)); });
}

template <class Real>
void multiply(std::size_t n, const Real* a, const Real* b, Real* out) {
  simd::zip(n, a, b, out, [](auto x, auto y) { return x * y; });
}

/// weights and out of one head; keep is nullptr without dropout. scratch: keys [head_width,T], dropped [kBlock,T].
template <class Real>
void head_forward(AttentionDims d, Head<const Real> x, const Real* keep, Real* weights, Real* out, Real* scratch) {
  const std::size_t length = d.length, width = d.head_width;
  Real* keys = scratch;
  Real* dropped = scratch + width * length;
  transpose_scaled(d, score_scale<Real>(d), x.k, x.row, keys);
  for (std::size_t first = 0; first < length; first += kBlock) {
    const std::size_t end = std::min(length, first + kBlock), rows = end - first;
    Real* w = weights + first * length;
    gemm_nn(rows, end, width, x.q + first * x.row, x.row, keys, length, w, length, Accumulate::no);
    for (std::size_t r = 0; r < rows; ++r) softmax_prefix(first + r + 1, end, w + r * length);
    if (keep != nullptr) multiply(rows * length, w, keep + first * length, dropped);
    gemm_nn(rows, width, end, keep != nullptr ? dropped : w, length, x.v, x.row, out + first * d.width(), d.width(),
            Accumulate::no);
  }
}

/// dscores [T,T] of one head, scaled, zero above the diagonal within each block. scratch: values [head_width,T].
template <class Real>
void scores_backward(AttentionDims d, Head<const Real> x, const Real* keep, const Real* weights, const Real* dout,
                     Real* dscores, Real* values) {
  const std::size_t length = d.length;
  const Real scale = score_scale<Real>(d);
  transpose(length, d.head_width, x.v, x.row, values, length);
  for (std::size_t first = 0; first < length; first += kBlock) {
    const std::size_t end = std::min(length, first + kBlock);
    gemm_nn(end - first, end, d.head_width, dout + first * d.width(), d.width(), values, length,
            dscores + first * length, length, Accumulate::no);
    for (std::size_t at = first * length; at < end * length; at += length) {
      if (keep != nullptr) multiply(end, dscores + at, keep + at, dscores + at);
      softmax_prefix_backward(end, scale, weights + at, dscores + at);
    }
  }
}

/// dq += ds k, and with the rows of the transposed products starting at the diagonal, dk += ds' q, dv += w' dout.
template <class Real>
void projections_backward(AttentionDims d, Head<const Real> x, const Real* dscores, const Real* dropped,
                          const Real* dout, Head<Real> dx) {
  const std::size_t length = d.length, width = d.head_width;
  for (std::size_t first = 0; first < length; first += kBlock) {
    const std::size_t end = std::min(length, first + kBlock), rows = end - first, rest = length - first;
    const std::size_t row = first * x.row, diagonal = first * length + first;
    gemm_nn(rows, width, end, dscores + first * length, length, x.k, x.row, dx.q + row, x.row, Accumulate::yes);
    gemm_tn(rows, width, rest, dscores + diagonal, length, x.q + row, x.row, dx.k + row, x.row, Accumulate::yes);
    gemm_tn(rows, width, rest, dropped + diagonal, length, dout + first * d.width(), d.width(), dx.v + row, x.row,
            Accumulate::yes);
  }
}

}  // namespace

std::size_t causal_attention_scratch(AttentionDims d) {
  return d.length * d.head_width + 2 * d.length * std::max(d.length, kBlock);
}

template <class Real>
void causal_attention_forward(AttentionDims d, std::span<const Real> qkv, std::span<const Real> keep,
                              std::span<Real> weights, std::span<Real> out, std::span<Real> scratch) {
  const std::size_t square = d.length * d.length;
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t h = 0; h < d.heads; ++h) {
      const std::size_t at = (b * d.heads + h) * square;
      head_forward(d, head_of(d, qkv.data(), b, h), keep.empty() ? nullptr : &keep[at], &weights[at],
                   &out[b * d.length * d.width() + h * d.head_width], scratch.data());
    }
}

template <class Real>
void causal_attention_backward(AttentionDims d, std::span<const Real> qkv, std::span<const Real> keep,
                               std::span<const Real> weights, std::span<const Real> dout, std::span<Real> dqkv,
                               std::span<Real> scratch) {
  const std::size_t square = d.length * d.length;
  Real* dscores = scratch.data();
  Real* dropped = dscores + square;
  Real* values = dropped + square;
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t h = 0; h < d.heads; ++h) {
      const std::size_t at = (b * d.heads + h) * square;
      const Real* w = &weights[at];
      const Real* dy = &dout[b * d.length * d.width() + h * d.head_width];
      const Real* factors = keep.empty() ? nullptr : &keep[at];
      const auto x = head_of(d, qkv.data(), b, h);
      scores_backward(d, x, factors, w, dy, dscores, values);
      if (factors != nullptr) multiply(square, w, factors, dropped);
      projections_backward(d, x, dscores, factors != nullptr ? dropped : w, dy, head_of(d, dqkv.data(), b, h));
    }
}

template <class Real>
void cached_attention_forward(AttentionDims d, std::size_t position, std::span<const Real> qkv, std::span<Real> keys,
                              std::span<Real> values, std::span<Real> weights, std::span<Real> out) {
  const std::size_t room = d.length, width = d.head_width, count = position + 1;
  const Real scale = score_scale<Real>(d);
  for (std::size_t h = 0; h < d.heads; ++h) {
    const auto x = head_of(d, qkv.data(), 0, h);
    Real* k = &keys[h * width * room];
    Real* v = &values[h * width * room];
    Real* w = &weights[h * room];
    for (std::size_t j = 0; j < width; ++j) k[j * room + position] = x.k[j] * scale;
    std::copy_n(x.v, width, v + position * width);
    gemm_nn(1, count, width, x.q, width, k, room, w, room, Accumulate::no);
    softmax_prefix(count, room, w);
    gemm_nn(1, width, count, w, room, v, width, &out[h * width], width, Accumulate::no);
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                                 \
  template void causal_attention_forward<Real>(AttentionDims, std::span<const Real>, std::span<const Real>,        \
                                               std::span<Real>, std::span<Real>, std::span<Real>);                 \
  template void causal_attention_backward<Real>(AttentionDims, std::span<const Real>, std::span<const Real>,       \
                                                std::span<const Real>, std::span<const Real>, std::span<Real>,     \
                                                std::span<Real>);                                                  \
  template void cached_attention_forward<Real>(AttentionDims, std::size_t, std::span<const Real>, std::span<Real>, \
                                               std::span<Real>, std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
