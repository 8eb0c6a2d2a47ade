#pragma once
#include "core/elementary.hpp"
#include "simd/madd.hpp"
#include "simd/pack.hpp"

// The elementary functions for batches: the algorithms of core/elementary.hpp, lane by lane the same bits as for a
// scalar. simd::exp(x), simd::tanh(x), ... accept float, double and batches of them.

namespace unrolled::elementary {

#ifdef __wasm_simd128__
/// The constants c, each in all lanes, where the compiler does not see that they are constant: so each takes one load. V8
/// makes a constant of a vector by three instructions, anew in each round of a loop, and elementary functions are half
/// constants.
template <const auto& c, class R, std::size_t lanes>
struct InAllLanes {
  alignas(16) R values[std::size(c) * lanes];

  constexpr InAllLanes() {
    for (std::size_t i = 0; i < std::size(c) * lanes; ++i) values[i] = c[i / lanes];
  }
};
template <const auto& c, class R, std::size_t lanes>
inline constinit InAllLanes<c, R, lanes> kInAllLanes{};  // not const
#endif

template <class R, class Arch>
struct Lanes<xsimd::batch<R, Arch>> {
  using Real = R;
  using V = xsimd::batch<R, Arch>;
  using Bits = xsimd::batch<typename Constants<R>::Bits, Arch>;
  static V select(typename V::batch_bool_type condition, V yes, V no) { return xsimd::select(condition, yes, no); }
  static V lesser(V a, V b) { return xsimd::min(a, b); }  // one instruction; a where one of them is NaN
  static V larger(V a, V b) { return xsimd::max(a, b); }
  static V madd(V a, V b, V c) { return simd::fma_fast(a, b, c); }
  template <const auto& c>
  static V constant(std::size_t i) {
#ifdef __wasm_simd128__
    return V::load_aligned(kInAllLanes<c, R, V::size>.values + i * V::size);
#else
    return V(c[i]);
#endif
  }
  static Bits bits(V x) { return xsimd::bitwise_cast<typename Constants<R>::Bits>(x); }
  static V from_bits(Bits x) { return xsimd::bitwise_cast<R>(x); }
};

}  // namespace unrolled::elementary

namespace unrolled::simd {

using elementary::erf;
using elementary::exp;
using elementary::log;
using elementary::sigmoid;
using elementary::tanh;

/// c[i] in each lane, c a static constexpr array: the way to constants of hot loops.
using elementary::detail::constant;

/// condition ? yes : no, in each lane.
template <class V, class Condition>
inline V select(Condition condition, V yes, V no) {
  return elementary::Lanes<V>::select(condition, yes, no);
}

}  // namespace unrolled::simd
