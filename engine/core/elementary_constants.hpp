#pragma once
#include <cstdint>
#include <limits>

namespace unrolled::elementary {

/// What the functions in elementary.hpp need to know of a type. The polynomials come from
/// tools/elementary_coefficients.py; everything else is a property of the format. What hot functions use
/// are arrays, some of one number: detail::constant in elementary.hpp takes them by name and index.
template <class Real>
struct Constants;

template <>
struct Constants<float> {
  using Bits = std::uint32_t;
  static constexpr int mantissa = 23;
  static constexpr Bits sign = 0x80000000u;
  static constexpr float one[] = {1}, unit[] = {-1, 1};
  static constexpr float round_shift[] = {0x1.8p23f + 127};  // x + this - this rounds to an integer n; n + bias of the
                                                             // exponent is in the low bits of the sum
  static constexpr float integer_shift = 0x1p23f;            // its bits + n are the bits of this + n
  static constexpr float log2_e[] = {1.44269504f};
  /// -ln 2 in two parts: the first of few enough bits that its product with n is exact
  static constexpr float minus_ln2[] = {-0x1.62e4p-1f, -1.42860682e-6f};
  static constexpr float exp_limits[] = {-87.8f, 88.5f};      // n = -127: 0; n = 128: infinity
  static constexpr float sigmoid_limits[] = {-87.8f, 88.0f};  // exp is finite, sigmoid 1
  static constexpr float tiny_scale = 0x1p23f;                // makes subnormal numbers normal
  static constexpr float tiny_exponent = 23.0f;
  /// (e^r - 1 - r) / r^2 for |r| <= ln(2) / 2
  static constexpr float exp_rest[] = {0.5f, 0.16666577f, 0.0416665547f, 0.00836317307f, 0.00139261761f};
  /// tanh(a) / a as a quotient of polynomials in a^2, for a up to the limit, from where on it rounds to 1
  static constexpr float tanh_limits[] = {-9.1f, 9.1f};
  static constexpr float tanh_numerator[] = {1.0f, 0.133744749f, 0.00348781046f, 2.04811783e-5f, 1.31775139e-8f};
  static constexpr float tanh_denominator[] = {1.0f, 0.467077883f, 0.0258473859f, 0.000327291919f, 7.70404182e-7f};
  /// erf(a) / a likewise
  static constexpr float erf_limits[] = {-4, 4};
  static constexpr float erf_numerator[] = {1.12837917f,    0.193545831f,   0.0531018559f,
                                            0.00388337987f, 0.00028456724f, 1.98678297e-6f};
  static constexpr float erf_denominator[] = {1.0f,          0.504858077f,   0.115350323f,
                                              0.0152073211f, 0.00118558087f, 3.74202515e-5f};
  /// log(1 + f) = 2 s + 2/3 s^3 + ... with s = f / (2 + f): Taylor, from s^3 on, for |s| <= 0.172
  static constexpr float log_series[] = {2.0f / 3, 2.0f / 5, 2.0f / 7, 2.0f / 9, 2.0f / 11};
};

template <>
struct Constants<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissa = 52;
  static constexpr Bits sign = 0x8000000000000000u;
  static constexpr double one[] = {1}, unit[] = {-1, 1};
  static constexpr double round_shift[] = {0x1.8p52 + 1023};
  static constexpr double integer_shift = 0x1p52;
  static constexpr double log2_e[] = {1.4426950408889634};
  static constexpr double minus_ln2[] = {-0x1.62e42feep-1, -1.9082149292705878e-10};
  static constexpr double exp_limits[] = {-708.9, 709.6};
  static constexpr double sigmoid_limits[] = {-708.9, 709.0};
  static constexpr double tanh_limits[] = {-20, 20};
  static constexpr double erf_limits[] = {-6, 6};
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
  /// -log(1 - erf(a)) / a for a up to the limit
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
