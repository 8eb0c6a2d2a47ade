#pragma once
#include <bit>
#include <cstddef>
#include <limits>

#include "core/elementary_constants.hpp"

// exp, tanh, sigmoid, log, erf: ours, because the C library's differ between platforms in the last bits, and a run must
// not. Made of + - * /, comparisons, selections and bit casts, without branches and without fused multiply-add, hence
// the same bits everywhere and in every lane: V is float or double, or a batch of them (simd/math.hpp).
//
// Largest error in units in the last place, as tests/engine/math_test.cpp measures and enforces it:
//
//              float  double   over
//     exp       1.1     1.0    all x with a normal result; smaller results are 0, larger ones inf
//     tanh      2.5     2.5    all x
//     sigmoid   2.5     2.5    x > -87 (float), -708 (double); a little below that 0
//     log       1.0     1.0    all x > 0, subnormal ones included; log(0) = -inf, log(x < 0) = NaN
//     erf       3.0     2.5    all x
//
// NaN gives NaN. tanh and erf are odd to the bit, and keep the sign of zero.

namespace unrolled::elementary {

/// How the algorithms see a number. Specialised for batches in simd/math.hpp.
template <class V>
struct Lanes {
  using Real = V;
  using Bits = typename Constants<V>::Bits;
  static V select(bool condition, V yes, V no) { return condition ? yes : no; }
  static Bits bits(V x) { return std::bit_cast<Bits>(x); }
  static V from_bits(Bits x) { return std::bit_cast<V>(x); }
};

namespace detail {

template <class V>
using Of = Constants<typename Lanes<V>::Real>;
template <class V>
using BitsOf = typename Lanes<V>::Bits;
template <class V>
using ScalarBits = typename Of<V>::Bits;

/// c[0] + c[1] x + c[2] x^2 + ... (Horner)
template <class V, class Real, std::size_t n>
inline V polynomial(V x, const Real (&c)[n]) {
  V sum(c[n - 1]);
  for (std::size_t i = n - 1; i-- > 0;) sum = sum * x + V(c[i]);
  return sum;
}

/// x = n ln 2 + r with |r| <= ln(2) / 2.
template <class V>
struct Reduced {
  V r;
  BitsOf<V> exponent;  ///< n, shifted to where a float keeps its exponent
};

template <class V>
inline Reduced<V> reduce(V x) {
  using C = Of<V>;
  const V shifted = x * V(C::log2_e) + V(C::round_shift);
  const V n = shifted - V(C::round_shift);
  return {(x - n * V(C::ln2_high)) - n * V(C::ln2_low), Lanes<V>::bits(shifted) << C::mantissa};
}

/// e^x - 1 for 0 and where the result is neither huge nor lost in -1; keeps full precision near 0.
template <class V>
inline V expm1_moderate(V x) {
  const auto [r, exponent] = reduce(x);
  const V small = r + r * r * polynomial(r, Of<V>::exp_rest);
  const V scale = Lanes<V>::from_bits(Lanes<V>::bits(V(1)) + exponent);
  return scale * small + (scale - V(1));
}

template <class V>
inline V magnitude(V x) {
  return Lanes<V>::from_bits(Lanes<V>::bits(x) & BitsOf<V>(ScalarBits<V>(~Of<V>::sign)));
}

/// `size` >= 0 with the sign of `x`.
template <class V>
inline V with_sign(V size, V x) {
  return Lanes<V>::from_bits(Lanes<V>::bits(size) | (Lanes<V>::bits(x) & BitsOf<V>(Of<V>::sign)));
}

/// min(a, limit), but NaN stays NaN.
template <class V>
inline V at_most(V a, V limit) {
  return Lanes<V>::select(a > limit, limit, a);
}

}  // namespace detail

/// e^x: 2^n (1 + r + r^2 P(r)).
template <class V>
inline V exp(V x) {
  using C = detail::Of<V>;
  using L = Lanes<V>;
  const auto [r, exponent] = detail::reduce(x);
  const V mantissa = V(1) + (r + r * r * detail::polynomial(r, C::exp_rest));
  V y = L::from_bits(L::bits(mantissa) + exponent);
  y = L::select(x < V(C::exp_underflow), V(0), y);
  y = L::select(x > V(C::exp_overflow), V(std::numeric_limits<typename L::Real>::infinity()), y);
  return L::select(x == x, y, x);
}

/// Through e = exp(2|x|) - 1: tanh |x| = e / (e + 2).
template <class V>
inline V tanh(V x) {
  const V a = detail::at_most(detail::magnitude(x), V(detail::Of<V>::tanh_limit));
  const V e = detail::expm1_moderate(a + a);
  return detail::with_sign(e / (e + V(2)), x);
}

/// 1 / (1 + e^-x).
template <class V>
inline V sigmoid(V x) {
  return V(1) / (V(1) + elementary::exp(-x));  // qualified, or a batch would find xsimd's
}

/// x = 2^n (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), s = f / (2 + f): log x = n ln 2 + 2 artanh(s), arranged so that
/// nothing cancels: 2 artanh(s) = f - f^2/2 + s (f^2/2 + s^2 P(s^2)).
template <class V>
inline V log(V x) {
  using C = detail::Of<V>;
  using L = Lanes<V>;
  using Real = typename L::Real;
  using B = detail::BitsOf<V>;
  constexpr auto kOne = std::bit_cast<typename C::Bits>(Real(1));
  constexpr auto kRootHalf = std::bit_cast<typename C::Bits>(Real(0.70710678118654752));
  constexpr auto kFraction = (typename C::Bits(1) << C::mantissa) - 1;
  constexpr auto kInteger = std::bit_cast<typename C::Bits>(C::integer_shift);

  const auto tiny = x < V(std::numeric_limits<Real>::min());
  const B bits = L::bits(L::select(tiny, x * V(C::tiny_scale), x)) + B(kOne - kRootHalf);
  const V biased = L::from_bits((bits >> C::mantissa) + B(kInteger)) - V(C::integer_shift);  // n plus the format's bias
  const V n = biased - L::select(tiny, V(Real(kOne >> C::mantissa) + C::tiny_exponent), V(Real(kOne >> C::mantissa)));
  const V f = L::from_bits((bits & B(kFraction)) + B(kRootHalf)) - V(1);

  const V s = f / (f + V(2));
  const V half_square = V(Real(0.5)) * f * f;
  const V rest = s * s * detail::polynomial(s * s, C::log_series);
  const V y = n * V(C::ln2_high) - ((half_square - (s * (half_square + rest) + n * V(C::ln2_low))) - f);

  constexpr Real kInfinity = std::numeric_limits<Real>::infinity();
  const V special = L::select(x == V(0), V(-kInfinity), V(std::numeric_limits<Real>::quiet_NaN()));
  return L::select(x > V(0), L::select(x < V(kInfinity), y, x), special);
}

/// 1 - e^(-a g(a)) for a = |x|, where a g(a) = -log(1 - erf a) is smooth: one polynomial for the whole range.
template <class V>
inline V erf(V x) {
  using C = detail::Of<V>;
  const V a = detail::at_most(detail::magnitude(x), V(C::erf_limit));
  const V exponent = a * detail::polynomial(a, C::erf_exponent);
  return detail::with_sign(-detail::expm1_moderate(-exponent), x);
}

}  // namespace unrolled::elementary
