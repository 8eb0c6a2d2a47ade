#pragma once
#include <bit>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

#include "core/elementary_constants.hpp"

// exp, tanh, sigmoid, log, erf: ours, because the C library's differ between platforms in the last bits, and a run must
// not. Made of + - * /, comparisons, selections and bit casts, without branches and, but for the fast tier, without
// fused multiply-add, hence the same bits everywhere and in every lane: V is float or double, or a batch of them
// (simd/math.hpp).
//
// Largest error in units in the last place, as tests/engine/math_test.cpp measures and enforces it:
//
//              float  double   over
//     exp       1.1     1.0    all x with a normal result below 2^127.5 (2^1023.5); larger ones are inf, results below
//                              the least normal number are not exact, and soon 0
//     tanh      6.0     2.5    all x; that is 4e-7 where |tanh| is near 1
//     sigmoid   2.5     2.5    x > -87 (float), -708 (double); a little below that 0
//     log       1.0     1.0    all x > 0, subnormal ones included; log(0) = -inf, log(x < 0) = NaN
//     erf       6.2     3.0    all x; likewise
//
// float is what models run on, so its tanh and erf are quotients of polynomials: half the time of going through exp.
// double is for checks, and goes there.
//
// NaN gives NaN. tanh and erf are odd to the bit, and keep the sign of zero.

namespace unrolled::elementary {

/// How the algorithms see a number. Specialised for batches in simd/math.hpp.
template <class V>
struct Lanes {
  using Real = V;
  using Bits = typename Constants<V>::Bits;
  static V select(bool condition, V yes, V no) { return condition ? yes : no; }
  static V lesser(V a, V b) { return b < a ? b : a; }  // a where one is NaN
  static V larger(V a, V b) { return a < b ? b : a; }  // likewise
  /// a * b + c
  static V madd(V a, V b, V c) {
#if defined(UNROLLED_RELAXED) && defined(__FMA__)
    return std::fma(a, b, c);
#else
    return a * b + c;
#endif
  }
  /// c[i], as every hot function takes its constants: for batches it may be a load (simd/math.hpp).
  template <const auto& c>
  static constexpr V constant(std::size_t i) {
    return c[i];
  }
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

/// a b + c: the same two roundings everywhere, in the fast tier perhaps one.
template <class V>
inline V madd(V a, V b, V c) {
  return Lanes<V>::madd(a, b, c);
}

template <const auto& c, class V>
inline V constant(std::size_t i = 0) {
  return Lanes<V>::template constant<c>(i);
}

/// c[0] + c[1] x + c[2] x^2 + ...: Horner in x^2 over pairs of terms, so that half as many steps wait for each other.
template <const auto& c, class V>
inline V polynomial(V x) {
  const V square = x * x;
  constexpr std::size_t n = std::size(c), last = n % 2 == 0 ? n - 2 : n - 1;
  V sum = constant<c, V>(last);
  if constexpr (n % 2 == 0) sum = madd(constant<c, V>(n - 1), x, sum);
  for (std::size_t i = last; i > 0; i -= 2)
    sum = madd(sum, square, madd(constant<c, V>(i - 1), x, constant<c, V>(i - 2)));
  return sum;
}

/// x within c[0] and c[1]; NaN stays NaN.
template <const auto& c, class V>
inline V clamp(V x) {
  return Lanes<V>::lesser(Lanes<V>::larger(x, constant<c, V>(0)), constant<c, V>(1));
}

/// x = n ln 2 + r with |r| <= ln(2) / 2.
template <class V>
struct Reduced {
  V r, scale;  ///< scale = 2^n; 0 and infinity where a float has no such exponent
};

/// For x within exp_limits.
template <class V>
inline Reduced<V> reduce(V x) {
  using C = Of<V>;
  const V shift = constant<C::round_shift, V>();
  const V shifted = madd(x, constant<C::log2_e, V>(), shift);
  const V n = shifted - shift;
  return {madd(n, constant<C::minus_ln2, V>(1), madd(n, constant<C::minus_ln2, V>(0), x)),
          Lanes<V>::from_bits(Lanes<V>::bits(shifted) << C::mantissa)};
}

/// e^x for x within exp_limits: 2^n (1 + r + r^2 P(r)).
template <class V>
inline V exp_moderate(V x) {
  const auto [r, scale] = reduce(x);
  return scale * (constant<Of<V>::one, V>() + madd(r * r, polynomial<Of<V>::exp_rest>(r), r));
}

/// e^x - 1 for 0 and where the result is neither huge nor lost in -1; keeps full precision near 0.
template <class V>
inline V expm1_moderate(V x) {
  const auto [r, scale] = reduce(x);
  const V small = madd(r * r, polynomial<Of<V>::exp_rest>(r), r);
  return madd(scale, small, scale - V(1));
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

/// x P(x^2) / Q(x^2), an odd function that is 1 from x = limits[1] on.
template <const auto& limits, const auto& p, const auto& q, class V>
inline V odd_quotient(V x) {
  const V a = clamp<limits>(x), square = a * a;
  return clamp<Of<V>::unit>(a * polynomial<p>(square) / polynomial<q>(square));
}

template <class V>
inline constexpr bool kQuick = sizeof(typename Lanes<V>::Real) == sizeof(float);

}  // namespace detail

/// e^x
template <class V>
inline V exp(V x) {
  using C = detail::Of<V>;
  return detail::exp_moderate(detail::clamp<C::exp_limits>(x));
}

/// float: a quotient; double: through e = exp(2|x|) - 1, tanh |x| = e / (e + 2).
template <class V>
inline V tanh(V x) {
  using C = detail::Of<V>;
  if constexpr (detail::kQuick<V>) {
    return detail::odd_quotient<C::tanh_limits, C::tanh_numerator, C::tanh_denominator>(x);
  } else {
    const V a = Lanes<V>::lesser(detail::magnitude(x), V(C::tanh_limits[1]));
    const V e = detail::expm1_moderate(a + a);
    return detail::with_sign(e / (e + V(2)), x);
  }
}

/// e^x / (1 + e^x); above the limit the same as 1, and below infinity over infinity.
template <class V>
inline V sigmoid(V x) {
  using C = detail::Of<V>;
  const V e = detail::exp_moderate(detail::clamp<C::sigmoid_limits>(x));
  return e / (detail::constant<C::one, V>() + e);
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
  const V rest = s * s * detail::polynomial<C::log_series>(s * s);
  const V y = n * V(-C::minus_ln2[0]) - ((half_square - (s * (half_square + rest) + n * V(-C::minus_ln2[1]))) - f);

  constexpr Real kInfinity = std::numeric_limits<Real>::infinity();
  const V special = L::select(x == V(0), V(-kInfinity), V(std::numeric_limits<Real>::quiet_NaN()));
  return L::select(x > V(0), L::select(x < V(kInfinity), y, x), special);
}

/// float: a quotient; double: 1 - e^(-a g(a)) for a = |x|, where a g(a) = -log(1 - erf a) is smooth: one polynomial for
/// the whole range.
template <class V>
inline V erf(V x) {
  using C = detail::Of<V>;
  if constexpr (detail::kQuick<V>) {
    return detail::odd_quotient<C::erf_limits, C::erf_numerator, C::erf_denominator>(x);
  } else {
    const V a = Lanes<V>::lesser(detail::magnitude(x), V(C::erf_limits[1]));
    const V exponent = a * detail::polynomial<C::erf_exponent>(a);
    return detail::with_sign(V(0) - detail::expm1_moderate(V(0) - exponent), x);
  }
}

}  // namespace unrolled::elementary
