#pragma once
#include "simd/pack.hpp"

#if defined(UNROLLED_RELAXED) && defined(__wasm_relaxed_simd__)
#include <wasm_simd128.h>
#endif

namespace unrolled::simd {

/// a * b + c, for sums of products only. In the strict tier two roundings, the same everywhere. In the fast tier
/// (UNROLLED_RELAXED, WebAssembly, float) whatever the machine does best, usually one rounding: xsimd's own fma multiplies
/// and then adds there, hence the intrinsic.
template <class V>
inline V fma_fast(V a, V b, V c) {
  return a * b + c;
}

#if defined(UNROLLED_RELAXED) && defined(__wasm_relaxed_simd__)
template <>
inline Pack128<float> fma_fast(Pack128<float> a, Pack128<float> b, Pack128<float> c) {
  return wasm_f32x4_relaxed_madd(a, b, c);
}
#endif

}  // namespace unrolled::simd
