#include "kernels/sinusoid.hpp"

#include <cmath>
#include <limits>

#include "simd/math.hpp"

namespace unrolled {
namespace {

constexpr double kHalfPi = 1.5707963267948966;
constexpr double kTwoPi = 6.28318530717958647692;
// 2 pi again, as the sum of 33 bits, whose multiples up to 2^20 are exact, and the rest.
constexpr double kTwoPiHigh = 0x1.921fb544p+2;
constexpr double kTwoPiLow = 2.4308402026024769e-10;

constexpr double kMostTurns = 0x1p62;

/// |x| < kMostTurns.
double nearest_integer(double x) {
  const auto whole = static_cast<long long>(x);
  const double rest = x - static_cast<double>(whole);
  return static_cast<double>(whole + (rest > 0.5 ? 1 : rest < -0.5 ? -1 : 0));
}

}  // namespace

double sine(double x) {
  if (!(std::abs(x) < kMostTurns)) return std::numeric_limits<double>::quiet_NaN();  // no integer holds its turns
  const double turns = nearest_integer(x / kTwoPi);
  const double r = (x - turns * kTwoPiHigh) - turns * kTwoPiLow;  // in [-pi,pi]
  double sum = 0;
  for (int n = 27; n >= 3; n -= 2) sum = -(r * r) / (n * (n - 1)) * (1 + sum);  // Taylor, innermost term first
  return r * (1 + sum);
}

template <class Real>
void sinusoidal_positions(std::size_t width, std::span<Real> table) {
  const double log_base = 9.210340371976184;  // log 10000
  for (std::size_t j = 0; j < width; ++j) {
    const double frequency = simd::exp(-static_cast<double>(j / 2 * 2) / static_cast<double>(width) * log_base);
    for (std::size_t p = 0; p < table.size() / width; ++p)
      table[p * width + j] = static_cast<Real>(sine(static_cast<double>(p) * frequency + (j % 2 == 1 ? kHalfPi : 0.0)));
  }
}

template void sinusoidal_positions<float>(std::size_t, std::span<float>);
template void sinusoidal_positions<double>(std::size_t, std::span<double>);

}  // namespace unrolled
