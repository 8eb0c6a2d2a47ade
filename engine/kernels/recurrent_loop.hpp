#pragma once
#include <cstddef>
#include <span>

#include "kernels/gemm.hpp"
#include "kernels/recurrent.hpp"
#include "simd/pack.hpp"

// What the recurrent kernels share, for their sources only. All cells have the same two loops over time, run_forward and
// run_backward, which do the products; a cell adds what it does to the units of one step. The sums of a product mostly
// start from what the input gave, in place: that is less memory to go through, and a tile whose sums were read finds
// them in the first cache when it writes them.

namespace unrolled::recurrent {

template <class Real>
using V = simd::Pack<Real>;

/// How a cell reads and writes a whole register of neighbouring units, and the last few.
template <class Real>
struct Whole {
  V<Real> load(const Real* p) const { return V<Real>::load_unaligned(p); }
  void store(V<Real> v, Real* p) const { v.store_unaligned(p); }
};
template <class Real>
struct Some {
  std::size_t count;
  V<Real> load(const Real* p) const { return simd::load_some<V<Real>>(p, count); }
  void store(V<Real> v, Real* p) const { simd::store_some<V<Real>>(v, p, count); }
};

/// body(unit, io) for the registers of a row of `width` units.
template <class Real, class Body>
inline void for_units(std::size_t width, Body body) {
  constexpr std::size_t step = simd::lanes<V<Real>>;
  std::size_t unit = 0;
  for (; unit + step <= width; unit += step) body(unit, Whole<Real>{});
  if (unit < width) body(unit, Some<Real>{width - unit});
}

template <class Real>
bool given(std::span<Real> span) {
  return !span.empty();
}

/// to += value; nothing where `to` is nullptr.
template <class Real, class Io>
inline void accumulate(Io io, V<Real> value, Real* to, std::size_t unit) {
  if (to != nullptr) io.store(io.load(to + unit) + value, to + unit);
}

/// What `row` of a sequence [T,B,H] had one step before, or `initial`; nullptr: zeros.
template <class Real>
const Real* row_before(SequenceDims d, std::span<const Real> initial, const Real* sequence, std::size_t row) {
  const std::size_t at = row * d.width;
  if (row >= d.batch) return sequence + at - d.step_size();
  return given(initial) ? initial.data() + at : nullptr;
}

/// The gate values of a row: H for the RNN, 4H for the LSTM. `used`: as many as come from h[t-1] at once; a GRU's
/// candidate has a product of its own.
struct Gates {
  std::size_t count, used;
  Gates(std::size_t all) : count(all), used(all) {}
  Gates(std::size_t all, std::size_t first) : count(all), used(first) {}
};

/// sums [B,n] = or += h[t-1] W_hh' for n of G gate values: for the columns of weight_hh_t [H,G] that begin there.
template <class Real>
void recurrent_product(SequenceDims d, std::size_t t, std::span<const Real> initial, const Real* hidden, std::size_t n,
                       const Real* weight_hh_t, std::size_t G, Real* sums, std::size_t ld, Accumulate accumulate) {
  const Real* before = t > 0 ? hidden + (t - 1) * d.step_size() : initial.data();
  const std::size_t depth = before != nullptr ? d.width : 0;  // a product over nothing is zero
  gemm_nn(d.batch, n, depth, before, d.width, weight_hh_t, recurrent_stride(G), sums, ld, accumulate);
}

/// For t = 0 .. T-1: sums[t] [B,used of G] = or += h[t-1] W_hh', then step(t), which makes h[t].
template <class Real, class Step>
void run_forward(SequenceDims d, Gates gates, std::span<const Real> weight_hh_t, std::span<const Real> initial,
                 const Real* hidden, Real* sums, Accumulate accumulate, Step step) {
  for (std::size_t t = 0; t < d.steps; ++t) {
    recurrent_product(d, t, initial, hidden, gates.used, weight_hh_t.data(), gates.count,
                      sums + t * d.batch * gates.count, gates.count, accumulate);
    step(t);
  }
}

/// dL/dh[t-1], or nullptr: not wanted.
template <class Real>
Real* gradient_before(SequenceDims d, std::size_t t, Real* dhidden, std::span<Real> dinitial) {
  return t > 0 ? dhidden + (t - 1) * d.step_size() : dinitial.data();
}

/// For t = T-1 .. 0: step(t), which makes dproduct[t] from the by now total dhidden[t]; then
/// dhidden[t-1] += dproduct[t] W_hh.
template <class Real, class Step>
void run_backward(SequenceDims d, Gates gates, std::span<const Real> weight_hh, const Real* dproduct, Real* dhidden,
                  std::span<Real> dinitial, Step step) {
  for (std::size_t t = d.steps; t-- > 0;) {
    step(t);
    Real* before = gradient_before(d, t, dhidden, dinitial);
    if (before == nullptr) continue;
    gemm_nn(d.batch, d.width, gates.used, dproduct + t * d.batch * gates.count, gates.count, weight_hh.data(), d.width,
            before, d.width, Accumulate::yes);
  }
}

/// dW_hh += sum over t of dproduct[t]' h[t-1]: one product over the whole sequence, and one for the initial state.
template <class Real>
void recurrent_weight_gradient(SequenceDims d, Gates gates, const Real* dproduct, const Real* hidden,
                               std::span<const Real> initial, std::span<Real> dweight) {
  if (!given(dweight)) return;
  if (given(initial))
    gemm_tn(gates.used, d.width, d.batch, dproduct, gates.count, initial.data(), d.width, dweight.data(), d.width,
            Accumulate::yes);
  gemm_tn(gates.used, d.width, (d.steps - 1) * d.batch, dproduct + d.batch * gates.count, gates.count, hidden, d.width,
          dweight.data(), d.width, Accumulate::yes);
}

}  // namespace unrolled::recurrent
