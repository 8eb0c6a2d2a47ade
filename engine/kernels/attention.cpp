#include "kernels/attention.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/gemm.hpp"
#include "kernels/softmax.hpp"
#include "simd/map.hpp"
#include "simd/math.hpp"
#include "simd/reduce.hpp"

namespace unrolled {
namespace {

// Queries are taken in blocks of rows, and a block stops at the last key that any of its rows may see: what lies
// above the diagonal is skipped but for a fringe of half a block. Fewer rows skip more but leave shorter products: of
// 6, 8, 12, 16 and 24, 12 was the fastest by 3 % (ops_bench, heads of 16 and 32); it is two tiles of gemm.
constexpr std::size_t kBlock = 12;

// Softmax rows are padded to whole registers with -inf, whose weight is zero.
constexpr std::size_t kPad = 4;

/// The parts of one head of one sequence.
template <class Real>
struct Head {
  AttentionRows<Real> q, k, v;
};

/// What one head of one sequence is to do.
template <class Real>
struct Work {
  AttentionDims d;
  Head<const Real> x;
  std::size_t keys;         // that are valid
  std::size_t room;         // columns of a block's rows that forward must leave defined; 0: those that it uses
  const Real *keep, *bias;  // of this head, or nullptr
  std::size_t seen_by(std::size_t query) const { return d.causal ? std::min(query + 1, keys) : keys; }
};

template <class Real>
AttentionRows<Real> part_of(AttentionRows<Real> rows, std::size_t first_row, std::size_t first_column) {
  if (rows.data != nullptr) rows.data += first_row * rows.row + first_column;
  return rows;
}

template <class Real, class Parts>
Head<Real> head_of(AttentionDims d, const Parts& parts, std::size_t b, std::size_t h) {
  const std::size_t column = h * d.head_width, shared = h / (d.heads / d.kv_heads) * d.head_width;
  return {part_of<Real>(parts.q, b * d.queries, column), part_of<Real>(parts.k, b * d.keys, shared),
          part_of<Real>(parts.v, b * d.keys, shared)};
}

template <class Real>
Work<Real> work_of(AttentionDims d, const AttentionInputs<Real>& in, std::size_t b, std::size_t h) {
  const bool masked = !in.key_lengths.empty();
  const std::size_t keys = masked ? static_cast<std::size_t>(in.key_lengths[b]) : d.keys;
  return {d,
          head_of<const Real>(d, in, b, h),
          keys,
          masked ? d.keys : 0,
          in.keep.empty() ? nullptr : &in.keep[(b * d.heads + h) * d.queries * d.keys],
          in.distance_bias.empty() ? nullptr : &in.distance_bias[h * (2 * d.keys - 1)]};
}

/// 1 / sqrt(head_width). IEEE 754 rounds a square root correctly, so the standard one is reproducible.
template <class Real>
Real score_scale(AttentionDims d) {
  return Real(1) / std::sqrt(static_cast<Real>(d.head_width));
}

/// A row's first `count` scores padded to whole registers, at most to `room`. Returns how many there are then.
template <class Real>
std::size_t pad_scores(std::size_t count, std::size_t room, Real* row) {
  const std::size_t padded = std::min(room, (count + kPad - 1) / kPad * kPad);
  std::fill(row + count, row + padded, -std::numeric_limits<Real>::infinity());
  return padded;
}

/// Softmax of the first `count` of `room` scores in place; zeros after them.
template <class Real>
void softmax_prefix(std::size_t count, std::size_t room, Real* row) {
  const std::size_t padded = pad_scores(count, room, row);
  softmax_in_place(1, padded, row, room);
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

template <class Real>
void add_to(std::size_t n, const Real* a, Real* sum) {
  simd::zip(n, sum, a, sum, [](auto x, auto y) { return x + y; });
}

/// Bias and softmax of the rows of scores of queries first .. first + rows, of one block. They are taken by fours, whose
/// padded rows are equally long: blocks begin at a multiple of 4.
template <class Real>
void weigh(const Work<Real>& work, std::size_t first, std::size_t rows, std::size_t room, Real* w) {
  const std::size_t ld = work.d.keys;
  for (std::size_t at = 0; at < rows; at += kPad) {
    const std::size_t some = std::min(kPad, rows - at);
    std::size_t padded = 0;
    for (std::size_t r = at; r < at + some; ++r) {
      const std::size_t query = first + r, count = work.seen_by(query);
      if (work.bias != nullptr) add_to(count, work.bias + (ld - 1 - query), w + r * ld);
      padded = pad_scores(count, room, w + r * ld);
    }
    softmax_in_place(some, padded, w + at * ld, ld);
    for (std::size_t r = at; r < at + some; ++r) std::fill(w + r * ld + padded, w + r * ld + room, Real(0));
  }
}

/// weights [Q,K] and out of one head. scratch: keys [head_width,K], dropped [kBlock,K].
template <class Real>
void head_forward(const Work<Real>& work, Real* weights, Real* out, Real* scratch) {
  const AttentionDims& d = work.d;
  const auto& [q, k, v] = work.x;
  Real* keys = scratch;
  Real* dropped = scratch + d.head_width * d.keys;
  transpose(work.keys, d.head_width, k.data, k.row, keys, work.keys);
  simd::map(work.keys * d.head_width, keys, keys, [scale = score_scale<Real>(d)](auto x) { return x * scale; });
  for (std::size_t first = 0; first < d.queries; first += kBlock) {
    const std::size_t last = std::min(d.queries, first + kBlock), rows = last - first, end = work.seen_by(last - 1);
    Real* w = weights + first * d.keys;
    gemm_nn(rows, end, d.head_width, q.data + first * q.row, q.row, keys, work.keys, w, d.keys, Accumulate::no);
    weigh(work, first, rows, std::max(end, work.room), w);
    if (work.keep != nullptr) multiply(rows * d.keys, w, work.keep + first * d.keys, dropped);
    gemm_nn(rows, d.head_width, end, work.keep != nullptr ? dropped : w, d.keys, v.data, v.row, out + first * d.width(),
            d.width(), Accumulate::no);
  }
}

/// dscores [Q,K] of one head, scaled; zero for keys that a query does not see, within each block. scratch: values
/// [head_width,K].
template <class Real>
void scores_backward(const Work<Real>& work, const Real* weights, const Real* dout, Real* dscores, Real* values) {
  const AttentionDims& d = work.d;
  const Real scale = score_scale<Real>(d);
  transpose(work.keys, d.head_width, work.x.v.data, work.x.v.row, values, work.keys);
  for (std::size_t first = 0; first < d.queries; first += kBlock) {
    const std::size_t last = std::min(d.queries, first + kBlock), end = work.seen_by(last - 1);
    gemm_nn(last - first, end, d.head_width, dout + first * d.width(), d.width(), values, work.keys,
            dscores + first * d.keys, d.keys, Accumulate::no);
    for (std::size_t at = first * d.keys; at < last * d.keys; at += d.keys) {
      if (work.keep != nullptr) multiply(end, dscores + at, work.keep + at, dscores + at);
      softmax_prefix_backward(end, scale, weights + at, dscores + at);
    }
  }
}

/// dq += ds k.
template <class Real>
void queries_backward(const Work<Real>& work, const Real* dscores, AttentionRows<Real> dq) {
  const AttentionDims& d = work.d;
  const auto& k = work.x.k;
  for (std::size_t first = 0; first < d.queries; first += kBlock) {
    const std::size_t last = std::min(d.queries, first + kBlock);
    gemm_nn(last - first, d.head_width, work.seen_by(last - 1), dscores + first * d.keys, d.keys, k.data, k.row,
            dq.data + first * dq.row, dq.row, Accumulate::yes);
  }
}

/// dx += factors' y for the keys' side: dk from dscores and q, dv from the weights and dout. Where causal, the rows of
/// the transposed product start at the diagonal.
template <class Real>
void keys_backward(const Work<Real>& work, const Real* factors, AttentionRows<const Real> y, AttentionRows<Real> dx) {
  const AttentionDims& d = work.d;
  for (std::size_t first = 0; first < work.keys; first += kBlock) {
    const std::size_t rows = std::min(work.keys, first + kBlock) - first, from = d.causal ? first : 0;
    gemm_tn(rows, d.head_width, d.queries - from, factors + from * d.keys + first, d.keys, y.data + from * y.row, y.row,
            dx.data + first * dx.row, dx.row, Accumulate::yes);
  }
}

template <class Real>
void head_backward(const Work<Real>& work, const Real* weights, const Real* dout, Head<Real> dx, Real* scratch) {
  const AttentionDims& d = work.d;
  const std::size_t square = d.queries * d.keys;
  Real* dscores = scratch;
  Real* dropped = dscores + square;
  scores_backward(work, weights, dout, dscores, dropped + square);
  if (dx.q.data != nullptr) queries_backward(work, dscores, dx.q);
  if (dx.k.data != nullptr) keys_backward(work, dscores, work.x.q, dx.k);
  if (dx.v.data == nullptr) return;
  if (work.keep != nullptr) multiply(square, weights, work.keep, dropped);
  keys_backward(work, work.keep != nullptr ? dropped : weights, {dout, d.width()}, dx.v);
}

/// body(b, h, offset of the head in weights, offset in out)
template <class Body>
void for_heads(AttentionDims d, Body body) {
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t h = 0; h < d.heads; ++h)
      body(b, h, (b * d.heads + h) * d.queries * d.keys, b * d.queries * d.width() + h * d.head_width);
}

/// The slope of one head, see alibi_bias().
double alibi_slope(std::size_t head, std::size_t heads) {
  std::size_t power = 1;
  while (power * 2 <= heads) power *= 2;
  const double exponent =
      head < power ? 8.0 * double(head + 1) / double(power) : 4.0 * double(2 * (head - power) + 1) / double(power);
  return simd::exp(-exponent * 0.69314718055994531);
}

}  // namespace

std::size_t attention_scratch(AttentionDims d) {
  return d.keys * d.head_width + 2 * d.keys * std::max(d.queries, kBlock);
}

template <class Real>
void attention_forward(AttentionDims d, const AttentionInputs<Real>& in, std::span<Real> weights, std::span<Real> out,
                       std::span<Real> scratch) {
  for_heads(d, [&](std::size_t b, std::size_t h, std::size_t w, std::size_t y) {
    head_forward(work_of(d, in, b, h), &weights[w], &out[y], scratch.data());
  });
}

template <class Real>
void attention_backward(AttentionDims d, const AttentionInputs<Real>& in, std::span<const Real> weights,
                        std::span<const Real> dout, AttentionGradients<Real> gradients, std::span<Real> scratch) {
  for_heads(d, [&](std::size_t b, std::size_t h, std::size_t w, std::size_t y) {
    head_backward(work_of(d, in, b, h), &weights[w], &dout[y], head_of<Real>(d, gradients, b, h), scratch.data());
  });
}

template <class Real>
void cached_attention_forward(AttentionDims d, std::size_t position, const AttentionInputs<Real>& in,
                              std::span<Real> keys, std::span<Real> values, std::span<Real> weights,
                              std::span<Real> out) {
  const std::size_t room = d.keys, width = d.head_width, count = position + 1;
  const Real scale = score_scale<Real>(d);
  for (std::size_t h = 0; h < d.heads; ++h) {
    const auto x = head_of<const Real>(d, in, 0, h);
    const std::size_t shared = h / (d.heads / d.kv_heads) * width * room;
    Real* k = &keys[shared];
    Real* v = &values[shared];
    Real* w = &weights[h * room];
    for (std::size_t j = 0; j < width; ++j) k[j * room + position] = x.k.data[j] * scale;
    std::copy_n(x.v.data, width, v + position * width);
    gemm_nn(1, count, width, x.q.data, width, k, room, w, room, Accumulate::no);
    if (!in.distance_bias.empty()) add_to(count, &in.distance_bias[h * (2 * room - 1) + room - 1 - position], w);
    softmax_prefix(count, room, w);
    gemm_nn(1, width, count, w, room, v, width, &out[h * width], width, Accumulate::no);
  }
}

template <class Real>
void alibi_bias(std::size_t heads, std::span<Real> table) {
  const std::size_t columns = table.size() / heads, middle = columns / 2;
  for (std::size_t h = 0; h < heads; ++h)
    for (std::size_t j = 0; j < columns; ++j)
      table[h * columns + j] = static_cast<Real>(-alibi_slope(h, heads) * double(j < middle ? middle - j : j - middle));
}

#define UNROLLED_INSTANTIATE(Real)                                                                                     \
  template void attention_forward<Real>(AttentionDims, const AttentionInputs<Real>&, std::span<Real>, std::span<Real>, \
                                        std::span<Real>);                                                              \
  template void attention_backward<Real>(AttentionDims, const AttentionInputs<Real>&, std::span<const Real>,           \
                                         std::span<const Real>, AttentionGradients<Real>, std::span<Real>);            \
  template void cached_attention_forward<Real>(AttentionDims, std::size_t, const AttentionInputs<Real>&,               \
                                               std::span<Real>, std::span<Real>, std::span<Real>, std::span<Real>);    \
  template void alibi_bias<Real>(std::size_t, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
