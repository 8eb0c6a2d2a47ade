#pragma once
#include <cstddef>
#include <type_traits>

#ifdef UNROLLED_SCALAR
#define XSIMD_WITH_EMULATED 1
#endif
#include <xsimd/xsimd.hpp>
#if defined(__aarch64__) && !defined(UNROLLED_SCALAR)
#include "simd/neon.hpp"
#endif

// The register that everything runs on: 128 bits, because that is what WebAssembly has. A wider one may be chosen for
// element-wise work and products with UNROLLED_PACK_ARCH (::xsimd::avx2, ::xsimd::default_arch for the widest, ...)
// without changing a bit of any result; reductions are defined on four lanes and stay there (reduce.hpp).
// UNROLLED_SCALAR: no SIMD instructions at all, the lanes are a loop.

namespace unrolled::simd {

#if defined(UNROLLED_SCALAR)
using Arch128 = xsimd::emulated<128>;
#elif defined(__wasm_simd128__)
using Arch128 = xsimd::wasm;
#elif defined(__x86_64__) || defined(_M_X64)
using Arch128 = xsimd::sse2;
#elif defined(__aarch64__)
using Arch128 = xsimd::neon64;
#else
#error "Unrolled needs 128-bit SIMD: WebAssembly SIMD128, SSE2 or NEON"
#endif

#ifndef UNROLLED_PACK_ARCH
#define UNROLLED_PACK_ARCH ::unrolled::simd::Arch128
#endif

template <class Real>
using Pack = xsimd::batch<Real, UNROLLED_PACK_ARCH>;
template <class Real>
using Pack128 = xsimd::batch<Real, Arch128>;

template <class V>
inline constexpr std::size_t lanes = 1;
template <class Real, class Arch>
inline constexpr std::size_t lanes<xsimd::batch<Real, Arch>> = xsimd::batch<Real, Arch>::size;

/// The scalar behind a scalar or a batch.
template <class V>
struct ScalarOf {
  using type = V;
};
template <class Real, class Arch>
struct ScalarOf<xsimd::batch<Real, Arch>> {
  using type = Real;
};
template <class V>
using scalar_of = typename ScalarOf<V>::type;

/// The first `count` < 4 elements, the rest zero: how a tail is read without reading past its end.
template <class V>
V load_some(const scalar_of<V>* from, std::size_t count) {
  alignas(64) scalar_of<V> whole[lanes<V>] = {};
  for (std::size_t i = 0; i < lanes<V> && i < count; ++i) whole[i] = from[i];
  return V::load_aligned(whole);
}

/// Writes only the first `count` elements.
template <class V>
void store_some(V v, scalar_of<V>* to, std::size_t count) {
  alignas(64) scalar_of<V> whole[lanes<V>];
  v.store_aligned(whole);
  for (std::size_t i = 0; i < lanes<V> && i < count; ++i) to[i] = whole[i];
}

}  // namespace unrolled::simd
