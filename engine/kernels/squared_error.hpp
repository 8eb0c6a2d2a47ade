#pragma once
#include <cstddef>
#include <span>

namespace unrolled {

struct SquaredError {
  double loss = 0;          ///< mean of (y - target)^2 over the counted rows and their columns; 0 when none counts
  std::size_t counted = 0;  ///< rows whose target does not begin with NaN
  std::size_t hits = 0;     ///< counted rows with |y - target| <= tolerance in every column
};

/// y, target: [rows,width]; a row of targets that begins with NaN is left out. No row is a hit where tolerance is 0.
template <class Real>
SquaredError squared_error_forward(std::size_t width, std::span<const Real> y, std::span<const float> target,
                                   double tolerance);

/// dy += dloss * 2 (y - target) / (counted * width) on counted rows, where `counted` is the forward's.
template <class Real>
void squared_error_backward(std::size_t width, std::span<const Real> y, std::span<const float> target,
                            std::size_t counted, double dloss, std::span<Real> dy);

}  // namespace unrolled
