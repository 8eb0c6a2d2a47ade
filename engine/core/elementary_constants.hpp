#pragma once
#include <cstdint>
#include <limits>

namespace unrolled::elementary {

/// What the functions in elementary.hpp need to know of a type. The polynomials come from
/// tools/elementary_coefficients.py; everything else is a property of the format.
template <class Real>
struct Constants;

template <>
struct Constants<float> {
  using Bits = std::uint32_t;
  static constexpr int mantissa = 23;
  static constexpr Bits sign = 0x80000000u;
  static constexpr float round_shift = 0x1.8p23f;  // x + this - this rounds to an integer, in the low bits of the sum
  static constexpr float integer_shift = 0x1p23f;  // its bits + n are the bits of this + n
  static constexpr float log2_e = 1.44269504f;
  static constexpr float ln2_high = 0x1.62e4p-1f;       // few enough bits that n * ln2_high is exact
  static constexpr float ln2_low = 1.42860682e-6f;      // ln 2 - ln2_high
  static constexpr float exp_overflow = 88.7228317f;    // the largest x whose exp is finite
  static constexpr float exp_underflow = -87.3365402f;  // the smallest x whose exp is a normal number
  static constexpr float tanh_limit = 10.0f;            // from here on tanh rounds to 1
  static constexpr float erf_limit = 4.0f;              // and erf
  static constexpr float tiny_scale = 0x1p23f;          // makes subnormal numbers normal
  static constexpr float tiny_exponent = 23.0f;
  /// (e^r - 1 - r) / r^2 for |r| <= ln(2) / 2
  static constexpr float exp_rest[] = {0.5f, 0.16666577f, 0.0416665547f, 0.00836317307f, 0.00139261761f};
  /// -log(1 - erf(a)) / a for a in [0, erf_limit]
  static constexpr float erf_exponent[] = {1.12837916f,     0.636620592f,   0.10276236f,      -0.0190764097f,
                                           -0.00035114411f, 0.00193420608f, -0.000854247559f, 0.000227120308f,
                                           -4.05873874e-5f, 4.78560787e-6f, -3.37605087e-7f,  1.08054827e-8f};
  /// log(1 + f) = 2 s + 2/3 s^3 + ... with s = f / (2 + f): Taylor, from s^3 on, for |s| <= 0.172
  static constexpr float log_series[] = {2.0f / 3, 2.0f / 5, 2.0f / 7, 2.0f / 9, 2.0f / 11};
};

template <>
struct Constants<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissa = 52;
  static constexpr Bits sign = 0x8000000000000000u;
  static constexpr double round_shift = 0x1.8p52;
  static constexpr double integer_shift = 0x1p52;
  static constexpr double log2_e = 1.4426950408889634;
  static constexpr double ln2_high = 0x1.62e42feep-1;
  static constexpr double ln2_low = 1.9082149292705878e-10;
  static constexpr double exp_overflow = 709.78271289338397;
  static constexpr double exp_underflow = -708.39641853226408;
  static constexpr double tanh_limit = 20.0;
  static constexpr double erf_limit = 6.0;
  static constexpr double tiny_scale = 0x1p52;
  static constexpr double tiny_exponent = 52.0;
  static constexpr double exp_rest[] = {0.5,
                                        0.16666666666666671,
                                        0.04166666666666667,
                                        0.0083333333333261409,
                                        0.0013888888888883752,
                                        0.00019841269874800492,
                                        2.4801587325533364e-5,
                                        2.7557255425746434e-6,
                                        2.7557273661348636e-7,
                                        2.5105206373957011e-8,
                                        2.0914679376583935e-9};
  static constexpr double erf_exponent[] = {
      1.1283791670955126,      0.63661977236757968,    0.10277260330204721,     -0.019128447011794475,
      -0.00020919460240383451, 0.0016962056087116746,  -0.00059012119299468328, 2.5861302495286607e-5,
      6.4542424466114685e-5,   -2.9836095392423206e-5, 3.599626581201242e-6,    2.5752740707883975e-6,
      -1.4622758055214031e-6,  9.6057797132470838e-8,  3.0303123443498292e-7,   -2.3313273712419463e-7,
      1.0527756386538874e-7,   -3.3847592434100563e-8, 7.757443003242115e-9,    -1.0245865468561682e-9,
      -7.5479157748312706e-11, 9.2141555684532831e-11, -3.2020449357029471e-11, 7.6329613668649216e-12,
      -1.4084695403129766e-12, 2.0872391620847608e-13, -2.5107554129456127e-14, 2.4461024907085848e-15,
      -1.90752944918457e-16,   1.1648937407115133e-17, -5.373356177648158e-19,  1.761742457881625e-20,
      -3.6605991862495988e-22, 3.6245609166000563e-24};
  static constexpr double log_series[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13,
                                          2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
};

}  // namespace unrolled::elementary
