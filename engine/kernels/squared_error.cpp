#include "kernels/squared_error.hpp"

#include <cmath>

namespace unrolled {

// Rows are short, mostly of one column, so there is nothing to gain from lanes: plain sums in order.

template <class Real>
SquaredError squared_error_forward(std::size_t width, std::span<const Real> y, std::span<const float> target,
                                   double tolerance) {
  SquaredError result;
  for (std::size_t at = 0; at < target.size(); at += width) {
    if (std::isnan(target[at])) continue;
    bool near = tolerance > 0;
    for (std::size_t j = at; j < at + width; ++j) {
      const double error = double(y[j]) - double(target[j]);
      result.loss += error * error;
      near = near && std::abs(error) <= tolerance;
    }
    result.counted += 1;
    result.hits += near;
  }
  if (result.counted > 0) result.loss /= static_cast<double>(result.counted * width);
  return result;
}

template <class Real>
void squared_error_backward(std::size_t width, std::span<const Real> y, std::span<const float> target,
                            std::size_t counted, double dloss, std::span<Real> dy) {
  if (counted == 0) return;
  const Real factor = Real(2 * dloss / static_cast<double>(counted * width));
  for (std::size_t at = 0; at < target.size(); at += width) {
    if (std::isnan(target[at])) continue;
    for (std::size_t j = at; j < at + width; ++j) dy[j] += factor * (y[j] - Real(target[j]));
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                                    \
  template SquaredError squared_error_forward<Real>(std::size_t, std::span<const Real>, std::span<const float>,       \
                                                    double);                                                          \
  template void squared_error_backward<Real>(std::size_t, std::span<const Real>, std::span<const float>, std::size_t, \
                                             double, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
