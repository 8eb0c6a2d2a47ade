#include "kernels/rms_norm.hpp"

#include <cmath>
#include <cstddef>

#include "kernels/long_sum.hpp"
#include "simd/map.hpp"
#include "simd/reduce.hpp"

namespace unrolled {

template <class Real>
void rms_norm_forward(std::span<const Real> x, std::span<const Real> weight, std::span<Real> y, std::span<Real> scale,
                      double eps) {
  const std::size_t width = weight.size();
  for (std::size_t r = 0; r < scale.size(); ++r) {
    const Real* row = &x[r * width];
    const Real s = 1 / std::sqrt(simd::dot(width, row, row) / Real(width) + Real(eps));
    simd::zip(width, row, weight.data(), &y[r * width], [=](auto v, auto w) { return v * s * w; });
    scale[r] = s;
  }
}

template <class Real>
void rms_norm_backward(std::span<const Real> x, std::span<const Real> weight, std::span<const Real> scale,
                       std::span<const Real> dy, std::span<Real> dx, std::span<Real> dweight) {
  const std::size_t width = weight.size();
  const Real* w = weight.data();
  for (std::size_t r = 0; r < scale.size(); ++r) {
    const Real *row = &x[r * width], *dy_row = &dy[r * width];
    const Real s = scale[r];
    const Real mean_gn =
        simd::sum_of(width, row, w, dy_row, [=](auto v, auto wv, auto g) { return g * wv * (v * s); }) / Real(width);
    simd::zip(width, &dx[r * width], row, w, dy_row, &dx[r * width],
              [=](auto acc, auto v, auto wv, auto g) { return acc + s * (g * wv - v * s * mean_gn); });
  }
  add_row_terms(scale.size(), width, dweight.data(), [&](std::size_t r, std::size_t first, auto at) {
    const std::size_t from = r * width + first;
    return at.load(&dy[from]) * (at.load(&x[from]) * scale[r]);
  });
}

#define UNROLLED_INSTANTIATE(Real)                                                                                     \
  template void rms_norm_forward<Real>(std::span<const Real>, std::span<const Real>, std::span<Real>, std::span<Real>, \
                                       double);                                                                        \
  template void rms_norm_backward<Real>(std::span<const Real>, std::span<const Real>, std::span<const Real>,           \
                                        std::span<const Real>, std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
