#pragma once
#include <cstddef>

#include "simd/pack.hpp"

// Element-wise loops. f is called with batches (Pack<Real>) only, so it must be made of + - * /, of simd::select and of
// the functions of simd/math.hpp; a constant is captured as Real. The tail runs f on a batch padded with zeros, hence
// f must be a pure function of its arguments. An output may be one of the inputs, but must not overlap one shifted.

namespace unrolled::simd {

/// A full register at offset i of whatever is read and written.
template <class V>
struct Whole {
  std::size_t i;
  V load(const scalar_of<V>* from) const { return V::load_unaligned(from + i); }
  void store(V v, scalar_of<V>* to) const { v.store_unaligned(to + i); }
};

/// The last `count` elements, fewer than a register.
template <class V>
struct Part {
  std::size_t i, count;
  V load(const scalar_of<V>* from) const { return load_some<V>(from + i, count); }
  void store(V v, scalar_of<V>* to) const { store_some<V>(v, to + i, count); }
};

/// body(at) for every register of n elements, the last one perhaps padded; it reads with at.load(pointer) and writes
/// with at.store(batch, pointer).
template <class Real, class Body>
inline void sweep(std::size_t n, Body body) {
  using V = Pack<Real>;
  std::size_t i = 0;
  for (; i + lanes<V> <= n; i += lanes<V>) body(Whole<V>{i});
  if (i < n) body(Part<V>{i, n - i});
}

/// out[i] = f(a[i])
template <class Real, class F>
inline void map(std::size_t n, const Real* a, Real* out, F f) {
  sweep<Real>(n, [&](auto at) { at.store(f(at.load(a)), out); });
}

/// out[i] = f(a[i], b[i])
template <class Real, class F>
inline void zip(std::size_t n, const Real* a, const Real* b, Real* out, F f) {
  sweep<Real>(n, [&](auto at) { at.store(f(at.load(a), at.load(b)), out); });
}

/// out[i] = f(a[i], b[i], c[i])
template <class Real, class F>
inline void zip(std::size_t n, const Real* a, const Real* b, const Real* c, Real* out, F f) {
  sweep<Real>(n, [&](auto at) { at.store(f(at.load(a), at.load(b), at.load(c)), out); });
}

/// out[i] = f(a[i], b[i], c[i], d[i])
template <class Real, class F>
inline void zip(std::size_t n, const Real* a, const Real* b, const Real* c, const Real* d, Real* out, F f) {
  sweep<Real>(n, [&](auto at) { at.store(f(at.load(a), at.load(b), at.load(c), at.load(d)), out); });
}

}  // namespace unrolled::simd
