#pragma once
#include <algorithm>
#include <cstddef>
#include <limits>

#include "simd/map.hpp"
#include "simd/math.hpp"
#include "simd/pack.hpp"

// Reductions over four lanes, on every platform and for every scalar type: element i goes to lane i mod 4, each lane
// takes its elements in order, and the lanes are joined as (0 + 1) + (2 + 3). So the bits are always the same, and the
// rounding error is about a quarter of a plain sum's. f is called with batches only, as in map.hpp.

namespace unrolled::simd {

namespace detail {

/// Joins element(at) over all registers of n elements. Four lanes are one register of floats, two of doubles.
template <class Real, class Element, class Join>
inline Real fold(std::size_t n, Real neutral, Element element, Join join) {
  using V = Pack128<Real>;
  constexpr std::size_t width = lanes<V>, packs = 4 / width;
  V sum[packs];
  for (V& v : sum) v = V(neutral);
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4)
    for (std::size_t j = 0; j < packs; ++j) sum[j] = join(sum[j], element(Whole<V>{i + j * width}));
  alignas(64) Real x[4];
  for (std::size_t j = 0; i < n; i += width, ++j) {  // beyond the end, whatever f made of the padding is dropped
    const std::size_t rest = std::min(width, n - i);
    element(Part<V>{i, rest}).store_aligned(x);
    std::fill(x + rest, x + width, neutral);
    sum[j] = join(sum[j], V::load_aligned(x));
  }
  for (std::size_t j = 0; j < packs; ++j) sum[j].store_unaligned(x + j * width);
  return join(join(x[0], x[1]), join(x[2], x[3]));
}

inline constexpr auto kAdd = [](auto a, auto b) { return a + b; };
inline constexpr auto kLarger = [](auto a, auto b) { return elementary::Lanes<decltype(a)>::larger(b, a); };

}  // namespace detail

/// Sum of f(a[i]).
template <class Real, class F>
inline Real sum_of(std::size_t n, const Real* a, F f) {
  return detail::fold(
      n, Real(0), [&](auto at) { return f(at.load(a)); }, detail::kAdd);
}

/// Sum of f(a[i], b[i]).
template <class Real, class F>
inline Real sum_of(std::size_t n, const Real* a, const Real* b, F f) {
  return detail::fold(
      n, Real(0), [&](auto at) { return f(at.load(a), at.load(b)); }, detail::kAdd);
}

/// Sum of f(a[i], b[i], c[i]).
template <class Real, class F>
inline Real sum_of(std::size_t n, const Real* a, const Real* b, const Real* c, F f) {
  return detail::fold(
      n, Real(0), [&](auto at) { return f(at.load(a), at.load(b), at.load(c)); }, detail::kAdd);
}

/// Sum of a[i].
template <class Real>
inline Real sum(std::size_t n, const Real* a) {
  return sum_of(n, a, [](auto x) { return x; });
}

/// out[i] = f(a[i]), and the sum of out: in one pass where a register is the four lanes of a sum.
template <class Real, class F>
inline Real map_sum(std::size_t n, const Real* a, Real* out, F f) {
  constexpr std::size_t width = lanes<Pack<Real>>;
  if constexpr (width > 4) {
    map(n, a, out, f);
    return sum(n, out);
  }
  return detail::fold(
      n, Real(0),
      [&](auto at) {
        const auto y = f(at.load(a));
        at.store(y, out);
        return y;
      },
      detail::kAdd);
}

/// Sum of a[i] * b[i].
template <class Real>
inline Real dot(std::size_t n, const Real* a, const Real* b) {
  return sum_of(n, a, b, [](auto x, auto y) { return x * y; });
}

/// The largest a[i]; -inf for n = 0. May overlook NaN.
template <class Real>
inline Real largest(std::size_t n, const Real* a) {
  return detail::fold(
      n, -std::numeric_limits<Real>::infinity(), [&](auto at) { return at.load(a); }, detail::kLarger);
}

}  // namespace unrolled::simd
