#include "simd/math.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "core/rng.hpp"

using namespace unrolled;

namespace {

// The references: the C library's functions, which are good to about one unit in double. float results are compared
// with double references, double results with long double ones.
template <class Real>
struct Wider {
  using type = double;
};
template <>
struct Wider<double> {
  using type = long double;
};

template <class Real>
double error_in_ulps(Real found, typename Wider<Real>::type exact) {
  int exponent = 0;
  std::frexp(Real(exact), &exponent);
  exponent = std::max(exponent, std::numeric_limits<Real>::min_exponent);
  return double(std::abs(found - exact) / std::ldexp(decltype(exact)(1), exponent - std::numeric_limits<Real>::digits));
}

/// The largest error of ours(x) over evenly spread x in [low, high], or for `logarithmic` over both signs and all
/// magnitudes in [low, high].
template <class Real, class Ours, class Exact>
double worst(Ours ours, Exact exact, double low, double high, bool logarithmic = false) {
  using Wide = typename Wider<Real>::type;
  Rng rng(1);
  double most = 0;
  for (int i = 0; i < 50'000; ++i) {
    Real x = Real(rng.uniform(low, high));
    if (logarithmic) x = Real(std::copysign(std::exp(rng.uniform(std::log(low), std::log(high))), i % 2 - 0.5));
    most = std::max(most, error_in_ulps<Real>(ours(x), exact(Wide(x))));
  }
  return most;
}

constexpr auto kExp = [](auto x) { return simd::exp(x); };
constexpr auto kTanh = [](auto x) { return simd::tanh(x); };
constexpr auto kSigmoid = [](auto x) { return simd::sigmoid(x); };
constexpr auto kLog = [](auto x) { return simd::log(x); };
constexpr auto kErf = [](auto x) { return simd::erf(x); };

template <class Real>
constexpr bool kFloat = sizeof(Real) == 4;

/// What the reference's own rounding may add, in units. Only the 80-bit long double is backed by functions of its own
/// precision; elsewhere (WebAssembly) they compute in double.
template <class Real>
constexpr double kReference = kFloat<Real> || std::numeric_limits<long double>::digits == 64 ? 0 : 1;

template <class Real, class F>
void check_lanes(F f, const std::vector<Real>& inputs) {
  using V = simd::Pack<Real>;
  using Bits = typename elementary::Constants<Real>::Bits;
  for (std::size_t i = 0; i + simd::lanes<V> <= inputs.size(); i += simd::lanes<V>) {
    const V y = f(V::load_unaligned(&inputs[i]));
    for (std::size_t j = 0; j < simd::lanes<V>; ++j) {
      const Real alone = f(inputs[i + j]);
      CAPTURE(inputs[i + j]);
      if (std::isnan(alone))
        CHECK(std::isnan(y.get(j)));
      else
        CHECK(std::bit_cast<Bits>(y.get(j)) == std::bit_cast<Bits>(alone));
    }
  }
}

}  // namespace

TEST_CASE_TEMPLATE("math: errors stay within the table in elementary.hpp", Real, float, double) {
  constexpr double lowest = kFloat<Real> ? -87.3 : -708.3, highest = kFloat<Real> ? 88.3 : 709.4;
  constexpr double r = kReference<Real>;
  const auto exp = [](auto x) { return std::exp(x); };
  CHECK(worst<Real>(kExp, exp, lowest, highest) <= (kFloat<Real> ? 1.1 : 1.0) + r);
  CHECK(worst<Real>(kExp, exp, -2, 2) <= 1.0 + r);
  const auto tanh = [](auto x) { return std::tanh(x); };
  CHECK(worst<Real>(kTanh, tanh, -10, 10) <= (kFloat<Real> ? 6.0 : 2.5) + r);
  CHECK(worst<Real>(kTanh, tanh, 1e-30, 30, true) <= (kFloat<Real> ? 6.0 : 2.5) + r);
  const auto sigmoid = [](auto x) { return 1 / (1 + std::exp(-x)); };
  CHECK(worst<Real>(kSigmoid, sigmoid, -30, 30) <= 2.5 + 2 * r);
  CHECK(worst<Real>(kSigmoid, sigmoid, kFloat<Real> ? -87 : -708, -20) <= 2.5 + 2 * r);
  const auto log = [](auto x) { return std::log(std::abs(x)); };
  CHECK(worst<Real>(kLog, log, 0.5, 2) <= 1.0 + r);
  CHECK(worst<Real>([](Real x) { return simd::log(std::abs(x)); }, log, kFloat<Real> ? 1e-44 : 1e-320,
                    kFloat<Real> ? 3e38 : 1e308, true) <= 1.0 + r);
  const auto erf = [](auto x) { return std::erf(x); };
  CHECK(worst<Real>(kErf, erf, -6, 6) <= (kFloat<Real> ? 6.2 : 3.0) + r);
  CHECK(worst<Real>(kErf, erf, 1e-30, 6, true) <= (kFloat<Real> ? 6.2 : 3.0) + r);
}

TEST_CASE_TEMPLATE("math: every lane has the bits of the scalar", Real, float, double) {
  constexpr Real inf = std::numeric_limits<Real>::infinity(), nan = std::numeric_limits<Real>::quiet_NaN();
  constexpr Real tiny = std::numeric_limits<Real>::denorm_min(), least = std::numeric_limits<Real>::min();
  constexpr Real most = std::numeric_limits<Real>::max();
  std::vector<Real> x = {0,      Real(-0.0), 1,     -1,    inf, -inf,   nan,    tiny, -tiny,  least,
                         -least, most,       -most, 88.7f, 89,  -87.3f, -87.4f, -104, 709.7f, 710,
                         -708,   -709,       9,     10,    -10, 20,     4,      6};
  Rng rng(3);
  for (int i = 0; i < 4000; ++i) x.push_back(Real(rng.uniform(-100, 100)));
  for (int i = 0; i < 4000; ++i) x.push_back(Real(rng.normal()));
  check_lanes(kExp, x);
  check_lanes(kTanh, x);
  check_lanes(kSigmoid, x);
  check_lanes(kLog, x);
  check_lanes(kErf, x);
}

TEST_CASE_TEMPLATE("math: infinities, zeros, NaN and the ends of the range", Real, float, double) {
  constexpr Real inf = std::numeric_limits<Real>::infinity(), nan = std::numeric_limits<Real>::quiet_NaN();
  CHECK(simd::exp(inf) == inf);
  CHECK(simd::exp(-inf) == 0);
  CHECK(simd::exp(Real(0)) == 1);
  CHECK(simd::exp(Real(-0.0)) == 1);
  CHECK(simd::exp(Real(kFloat<Real> ? 88.37 : 709.43)) < inf);
  CHECK(simd::exp(Real(kFloat<Real> ? 88.38 : 709.44)) == inf);
  CHECK(simd::exp(Real(kFloat<Real> ? -87.68 : -708.74)) > 0);
  CHECK(simd::exp(Real(kFloat<Real> ? -87.69 : -708.75)) == 0);
  CHECK(simd::tanh(inf) == 1);
  CHECK(simd::tanh(-inf) == -1);
  CHECK(std::signbit(simd::tanh(Real(-0.0))));
  CHECK(simd::tanh(std::numeric_limits<Real>::denorm_min()) == std::numeric_limits<Real>::denorm_min());
  CHECK(simd::sigmoid(inf) == 1);
  CHECK(simd::sigmoid(-inf) == 0);
  CHECK(simd::sigmoid(Real(0)) == Real(0.5));
  CHECK(simd::log(Real(0)) == -inf);
  CHECK(simd::log(Real(-0.0)) == -inf);
  CHECK(simd::log(Real(1)) == 0);
  CHECK(simd::log(inf) == inf);
  CHECK(std::isnan(simd::log(Real(-1))));
  CHECK(std::isnan(simd::log(-inf)));
  CHECK(simd::erf(inf) == 1);
  CHECK(simd::erf(-inf) == -1);
  CHECK(std::signbit(simd::erf(Real(-0.0))));
  for (Real y : {simd::exp(nan), simd::tanh(nan), simd::sigmoid(nan), simd::log(nan), simd::erf(nan)})
    CHECK(std::isnan(y));
}

TEST_CASE_TEMPLATE("math: tanh and erf are odd to the bit and never exceed one", Real, float, double) {
  Rng rng(5);
  for (int i = 0; i < 20'000; ++i) {
    const Real x = Real(rng.uniform(0, 12));
    REQUIRE(simd::tanh(-x) == -simd::tanh(x));
    REQUIRE(simd::erf(-x) == -simd::erf(x));
    REQUIRE(simd::tanh(x) <= 1);
    REQUIRE(simd::erf(x) <= 1);
  }
}

#ifndef UNROLLED_RELAXED
TEST_CASE("math: these bits, on every platform") {
  // A change here changes every run ever shared. Values are the strict tier's, the same natively, in Node and browsers.
  CHECK(std::bit_cast<std::uint32_t>(simd::exp(-1.7f)) == 1044058467u);
  CHECK(std::bit_cast<std::uint32_t>(simd::tanh(0.4f)) == 1052936364u);
  CHECK(std::bit_cast<std::uint32_t>(simd::sigmoid(-2.3f)) == 1035640494u);
  CHECK(std::bit_cast<std::uint32_t>(simd::log(0.3f)) == 3214547912u);
  CHECK(std::bit_cast<std::uint32_t>(simd::erf(0.7f)) == 1059947617u);
  CHECK(std::bit_cast<std::uint64_t>(simd::log(0.3)) == 13831473067500349217u);
}
#endif
