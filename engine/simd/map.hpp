#pragma once
#include <cstddef>

#include "simd/pack.hpp"

// Element-wise loops. f is called with batches (Pack<Real>) only, so it must be made of + - * /, of simd::select and of
// the functions of simd/math.hpp; a constant is captured as Real. The tail runs f on a batch padded with zeros, hence
// f must be a pure function of its arguments. out may be one of the inputs, but must not overlap them shifted.

namespace unrolled::simd {

namespace detail {
// Clang and GCC do this themselves where it pays; written once, so that all loops have one shape.
template <class Real, class Body, class Tail>
inline void sweep(std::size_t n, Body body, Tail tail) {
  constexpr std::size_t step = lanes<Pack<Real>>;
  std::size_t i = 0;
  for (; i + step <= n; i += step) body(i);
  if (i < n) tail(i, n - i);
}
}  // namespace detail

/// out[i] = f(a[i])
template <class Real, class F>
inline void map(std::size_t n, const Real* a, Real* out, F f) {
  using V = Pack<Real>;
  detail::sweep<Real>(
      n, [&](std::size_t i) { f(V::load_unaligned(a + i)).store_unaligned(out + i); },
      [&](std::size_t i, std::size_t rest) { store_some<V>(f(load_some<V>(a + i, rest)), out + i, rest); });
}

/// out[i] = f(a[i], b[i])
template <class Real, class F>
inline void zip(std::size_t n, const Real* a, const Real* b, Real* out, F f) {
  using V = Pack<Real>;
  detail::sweep<Real>(
      n, [&](std::size_t i) { f(V::load_unaligned(a + i), V::load_unaligned(b + i)).store_unaligned(out + i); },
      [&](std::size_t i, std::size_t rest) {
        store_some<V>(f(load_some<V>(a + i, rest), load_some<V>(b + i, rest)), out + i, rest);
      });
}

/// out[i] = f(a[i], b[i], c[i])
template <class Real, class F>
inline void zip(std::size_t n, const Real* a, const Real* b, const Real* c, Real* out, F f) {
  using V = Pack<Real>;
  detail::sweep<Real>(
      n,
      [&](std::size_t i) {
        f(V::load_unaligned(a + i), V::load_unaligned(b + i), V::load_unaligned(c + i)).store_unaligned(out + i);
      },
      [&](std::size_t i, std::size_t rest) {
        store_some<V>(f(load_some<V>(a + i, rest), load_some<V>(b + i, rest), load_some<V>(c + i, rest)), out + i,
                      rest);
      });
}

}  // namespace unrolled::simd
