#pragma once
#include "simd/pack.hpp"

#if defined(UNROLLED_RELAXED) && defined(__wasm_relaxed_simd__)
#include <wasm_simd128.h>
#endif

namespace unrolled::simd {

/// a * b + c, for sums of products only. In the strict tier two roundings, the same everywhere. In the fast tier
/// (UNROLLED_RELAXED) whatever the machine does best, usually one rounding. xsimd's own fma multiplies and then adds in
/// WebAssembly, hence the intrinsic there.
template <class V>
inline V fma_fast(V a, V b, V c) {
  return a * b + c;
}

#ifdef UNROLLED_RELAXED
#ifdef __wasm_relaxed_simd__
template <>
inline Pack128<float> fma_fast(Pack128<float> a, Pack128<float> b, Pack128<float> c) {
  return wasm_f32x4_relaxed_madd(a, b, c);
}
#else
template <class Real, class Arch>
inline xsimd::batch<Real, Arch> fma_fast(xsimd::batch<Real, Arch> a, xsimd::batch<Real, Arch> b,
                                         xsimd::batch<Real, Arch> c) {
  return xsimd::fma(a, b, c);
}
#endif
#endif

}  // namespace unrolled::simd
