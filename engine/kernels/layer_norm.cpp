#include "kernels/layer_norm.hpp"

#include <cmath>
#include <cstddef>

#include "simd/map.hpp"
#include "simd/reduce.hpp"

namespace unrolled {

template <class Real>
void layer_norm_forward(std::span<const Real> x, std::span<const Real> weight, std::span<const Real> bias,
                        std::span<Real> y, std::span<Real> mean, std::span<Real> rstd, double eps) {
  const std::size_t width = weight.size();
  for (std::size_t r = 0; r < mean.size(); ++r) {
    const Real* row = &x[r * width];
    const Real m = simd::sum(width, row) / Real(width);
    const Real variance = simd::sum_of(width, row, [=](auto v) { return (v - m) * (v - m); }) / Real(width);
    const Real scale = 1 / std::sqrt(variance + Real(eps));
    simd::zip(width, row, weight.data(), bias.data(), &y[r * width],
              [=](auto v, auto w, auto b) { return (v - m) * scale * w + b; });
    mean[r] = m;
    rstd[r] = scale;
  }
}

template <class Real>
void layer_norm_backward(std::span<const Real> x, std::span<const Real> weight, std::span<const Real> mean,
                         std::span<const Real> rstd, std::span<const Real> dy, std::span<Real> dx,
                         std::span<Real> dweight, std::span<Real> dbias) {
  const std::size_t width = weight.size();
  const Real* w = weight.data();
  for (std::size_t r = 0; r < mean.size(); ++r) {
    const Real *row = &x[r * width], *dy_row = &dy[r * width];
    Real* dx_row = &dx[r * width];
    const Real m = mean[r], scale = rstd[r];
    const Real mean_g = simd::dot(width, dy_row, w) / Real(width);
    const Real mean_gn =
        simd::sum_of(width, row, w, dy_row, [=](auto v, auto wv, auto g) { return g * wv * ((v - m) * scale); }) /
        Real(width);
    simd::zip(width, dx_row, row, w, dy_row, dx_row, [=](auto acc, auto v, auto wv, auto g) {
      return acc + scale * (g * wv - mean_g - (v - m) * scale * mean_gn);
    });
    simd::zip(width, dweight.data(), row, dy_row, dweight.data(),
              [=](auto acc, auto v, auto g) { return acc + g * ((v - m) * scale); });
    simd::zip(width, dbias.data(), dy_row, dbias.data(), [](auto acc, auto g) { return acc + g; });
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                             \
  template void layer_norm_forward<Real>(std::span<const Real>, std::span<const Real>, std::span<const Real>,  \
                                         std::span<Real>, std::span<Real>, std::span<Real>, double);           \
  template void layer_norm_backward<Real>(std::span<const Real>, std::span<const Real>, std::span<const Real>, \
                                          std::span<const Real>, std::span<const Real>, std::span<Real>,       \
                                          std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
