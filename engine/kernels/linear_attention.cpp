#include "kernels/linear_attention.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "simd/map.hpp"
#include "simd/math.hpp"
#include "simd/reduce.hpp"

namespace unrolled {
namespace {

/// S [width,width] and z [width]; or on the way back, the sums of a g' and of a e.
template <class Real>
struct Memory {
  std::size_t width;
  Real *sums, *total;
  void clear() const {
    std::fill_n(sums, width * width, Real(0));
    std::fill_n(total, width, Real(0));
  }
};

/// One head of one sequence, and its part of scratch.
template <class Real>
struct Work {
  AttentionDims d;
  std::size_t keys;  // that are valid
  AttentionRows<const Real> q, k, v;
  Real *a, *c;  // phi of q [Q,width], of k [K,width]
  Real *g, *e;  // dL/d(numerator) [Q,width], dL/d(denominator) [Q]
  Real* dphi;   // dL/da or dL/dc, [max(Q,K),width]
  Memory<Real> memory;
};

/// Memory and room in scratch of the head h of sequence b.
template <class Real>
Work<Real> work_of(AttentionDims d, const AttentionInputs<Real>& in, std::size_t b, std::size_t h, Real* scratch) {
  const std::size_t width = d.head_width, column = h * width, shared = h / (d.heads / d.kv_heads) * width;
  const auto part = [b](AttentionRows<const Real> rows, std::size_t length, std::size_t first) {
    return AttentionRows<const Real>{rows.data + b * length * rows.row + first, rows.row};
  };
  Real* a = scratch;
  Real* c = a + d.queries * width;
  Real* g = c + d.keys * width;
  Real* e = g + d.queries * width;
  Real* dphi = e + d.queries;
  Real* sums = dphi + std::max(d.queries, d.keys) * width;
  return {d,
          in.key_lengths.empty() ? d.keys : static_cast<std::size_t>(in.key_lengths[b]),
          part(in.q, d.queries, column),
          part(in.k, d.keys, shared),
          part(in.v, d.keys, shared),
          a,
          c,
          g,
          e,
          dphi,
          {width, sums, sums + width * width}};
}

/// elu(x) + 1
template <class Real>
void features(std::size_t rows, std::size_t width, AttentionRows<const Real> x, Real* phi) {
  for (std::size_t r = 0; r < rows; ++r)
    simd::map(width, x.data + r * x.row, phi + r * width,
              [](auto v) { return simd::select(v > decltype(v)(0), v + decltype(v)(1), simd::exp(v)); });
}

/// dx += dphi times the slope of elu, which phi tells: 1 above 1, else phi itself.
template <class Real>
void features_backward(std::size_t rows, std::size_t width, const Real* phi, const Real* dphi, AttentionRows<Real> dx) {
  for (std::size_t r = 0; r < rows; ++r) {
    Real* to = dx.data + r * dx.row;
    simd::zip(width, to, phi + r * width, dphi + r * width, to,
              [](auto acc, auto p, auto g) { return acc + g * simd::select(p > decltype(p)(1), decltype(p)(1), p); });
  }
}

template <class Real>
void add_scaled(std::size_t n, Real factor, const Real* x, Real* sum) {
  simd::zip(n, sum, x, sum, [=](auto s, auto v) { return s + factor * v; });
}

/// S += phi' v and z += phi' weights for `rows` positions; without weights, each is 1.
template <class Real>
void absorb(const Memory<Real>& memory, std::size_t rows, const Real* phi, AttentionRows<const Real> v,
            const Real* weights) {
  const std::size_t width = memory.width;
  gemm_tn(width, width, rows, phi, width, v.data, v.row, memory.sums, width, Accumulate::yes);
  for (std::size_t r = 0; r < rows; ++r)
    add_scaled(width, weights != nullptr ? weights[r] : Real(1), phi + r * width, memory.total);
}

/// out = a S / (a . z) for `rows` positions.
template <class Real>
void recall(const Memory<Real>& memory, std::size_t rows, const Real* a, AttentionRows<Real> out, Real* inverse) {
  const std::size_t width = memory.width;
  gemm_nn(rows, width, width, a, width, memory.sums, width, out.data, out.row, Accumulate::no);
  for (std::size_t r = 0; r < rows; ++r) {
    const Real sum = simd::dot(width, a + r * width, memory.total), share = sum > 0 ? 1 / sum : Real(0);
    Real* y = out.data + r * out.row;
    simd::map(width, y, y, [=](auto v) { return v * share; });
    inverse[r] = share;
  }
}

/// dphi = v S' + weights z' for `rows` positions: the gradient of phi on either side, with the other side's sums.
template <class Real>
void recall_backward(const Memory<Real>& memory, std::size_t rows, AttentionRows<const Real> v, const Real* weights,
                     Real* dphi) {
  const std::size_t width = memory.width;
  gemm_nt(rows, width, width, v.data, v.row, memory.sums, width, dphi, width, Accumulate::no);
  for (std::size_t r = 0; r < rows; ++r)
    add_scaled(width, weights != nullptr ? weights[r] : Real(1), memory.total, dphi + r * width);
}

template <class Real, class Row>
AttentionRows<Real> from_row(AttentionRows<Real> rows, Row t) {
  return {rows.data + t * rows.row, rows.row};
}

/// Causal: visit(t, 1) for each position, in order; else once, visit(0, all).
template <class Visit>
void for_steps(bool causal, std::size_t all, Visit visit) {
  if (!causal) return visit(std::size_t(0), all);
  for (std::size_t t = 0; t < all; ++t) visit(t, std::size_t(1));
}

template <class Real>
void head_forward(const Work<Real>& x, AttentionRows<Real> out, Real* inverse) {
  const std::size_t width = x.d.head_width;
  features(x.d.queries, width, x.q, x.a);
  features(x.keys, width, x.k, x.c);
  x.memory.clear();
  for_steps(x.d.causal, x.d.queries, [&](std::size_t t, std::size_t rows) {
    const std::size_t keys = !x.d.causal ? x.keys : t < x.keys ? 1 : 0;
    absorb<Real>(x.memory, keys, x.c + t * width, from_row(x.v, t), nullptr);
    recall(x.memory, rows, x.a + t * width, from_row(out, t), inverse + t);
  });
}

/// g = dout / (a . z), e = -(dout . out) / (a . z).
template <class Real>
void quotient_backward(const Work<Real>& x, AttentionRows<const Real> out, AttentionRows<const Real> dout,
                       const Real* inverse) {
  const std::size_t width = x.d.head_width;
  for (std::size_t t = 0; t < x.d.queries; ++t) {
    const Real* dy = from_row(dout, t).data;
    simd::map(width, dy, x.g + t * width, [share = inverse[t]](auto v) { return v * share; });
    x.e[t] = -simd::dot(width, dy, from_row(out, t).data) * inverse[t];
  }
}

template <class Real>
void queries_backward(const Work<Real>& x, AttentionRows<Real> dq) {
  const std::size_t width = x.d.head_width;
  x.memory.clear();
  for_steps(x.d.causal, x.d.queries, [&](std::size_t t, std::size_t rows) {
    const std::size_t keys = !x.d.causal ? x.keys : t < x.keys ? 1 : 0;
    absorb<Real>(x.memory, keys, x.c + t * width, from_row(x.v, t), nullptr);
    recall_backward<Real>(x.memory, rows, {x.g + t * width, width}, x.e + t, x.dphi + t * width);
  });
  features_backward(x.d.queries, width, x.a, x.dphi, dq);
}

template <class Real>
void keys_backward(const Work<Real>& x, AttentionRows<Real> dk, AttentionRows<Real> dv) {
  const std::size_t width = x.d.head_width, steps = x.d.causal ? x.d.queries : 1;
  x.memory.clear();
  for (std::size_t t = steps; t-- > 0;) {
    const std::size_t queries = x.d.causal ? 1 : x.d.queries, keys = !x.d.causal ? x.keys : t < x.keys ? 1 : 0;
    absorb<Real>(x.memory, queries, x.a + t * width, {x.g + t * width, width}, x.e + t);
    recall_backward<Real>(x.memory, keys, from_row(x.v, t), nullptr, x.dphi + t * width);
    if (dv.data != nullptr)
      gemm_nn(keys, width, width, x.c + t * width, width, x.memory.sums, width, from_row(dv, t).data, dv.row,
              Accumulate::yes);
  }
  if (dk.data != nullptr) features_backward(x.keys, width, x.c, x.dphi, dk);
}

}  // namespace

std::size_t linear_attention_scratch(AttentionDims d) {
  const std::size_t width = d.head_width;
  return (2 * d.queries + d.keys + std::max(d.queries, d.keys)) * width + d.queries + width * width + width;
}

template <class Real>
void linear_attention_forward(AttentionDims d, const AttentionInputs<Real>& in, std::span<Real> out,
                              std::span<Real> inverse, std::span<Real> scratch) {
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t h = 0; h < d.heads; ++h)
      head_forward<Real>(work_of(d, in, b, h, scratch.data()),
                         {&out[b * d.queries * d.width() + h * d.head_width], d.width()},
                         &inverse[(b * d.heads + h) * d.queries]);
}

template <class Real>
void linear_attention_backward(AttentionDims d, const AttentionInputs<Real>& in, std::span<const Real> out,
                               std::span<const Real> inverse, std::span<const Real> dout,
                               AttentionGradients<Real> gradients, std::span<Real> scratch) {
  const auto part = [](AttentionRows<Real> rows, std::size_t row, std::size_t column) {
    return AttentionRows<Real>{rows.data == nullptr ? nullptr : rows.data + row * rows.row + column, rows.row};
  };
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t h = 0; h < d.heads; ++h) {
      const std::size_t at = b * d.queries * d.width() + h * d.head_width;
      const std::size_t shared = h / (d.heads / d.kv_heads) * d.head_width;
      const Work<Real> work = work_of(d, in, b, h, scratch.data());
      features(d.queries, d.head_width, work.q, work.a);
      features(work.keys, d.head_width, work.k, work.c);
      quotient_backward<Real>(work, {&out[at], d.width()}, {&dout[at], d.width()},
                              &inverse[(b * d.heads + h) * d.queries]);
      const AttentionRows<Real> dq = part(gradients.q, b * d.queries, h * d.head_width);
      if (dq.data != nullptr) queries_backward(work, dq);
      keys_backward(work, part(gradients.k, b * d.keys, shared), part(gradients.v, b * d.keys, shared));
    }
}

template <class Real>
void linear_attention_step(AttentionDims d, const AttentionInputs<Real>& in, std::span<Real> memory,
                           std::span<Real> out, std::span<Real> scratch) {
  const std::size_t width = d.head_width;
  for (std::size_t h = 0; h < d.heads; ++h) {
    const Work<Real> x = work_of(d, in, 0, h, scratch.data());
    Real* sums = &memory[h * width * (width + 1)];
    const Memory<Real> past{width, sums, sums + width * width};
    features(1, width, x.q, x.a);
    features(1, width, x.k, x.c);
    absorb<Real>(past, 1, x.c, x.v, nullptr);
    recall<Real>(past, 1, x.a, {&out[h * width], d.width()}, x.e);
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                                  \
  template void linear_attention_forward<Real>(AttentionDims, const AttentionInputs<Real>&, std::span<Real>,        \
                                               std::span<Real>, std::span<Real>);                                   \
  template void linear_attention_backward<Real>(AttentionDims, const AttentionInputs<Real>&, std::span<const Real>, \
                                                std::span<const Real>, std::span<const Real>,                       \
                                                AttentionGradients<Real>, std::span<Real>);                         \
  template void linear_attention_step<Real>(AttentionDims, const AttentionInputs<Real>&, std::span<Real>,           \
                                            std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
