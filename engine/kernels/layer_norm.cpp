#include "kernels/layer_norm.hpp"

#include <cmath>
#include <cstddef>

#include "kernels/long_sum.hpp"
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
  const bool apart = is_long_sum(mean.size());
  for (std::size_t r = 0; r < mean.size(); ++r) {
    const Real *row = &x[r * width], *dy_row = &dy[r * width];
    Real* dx_row = &dx[r * width];
    const Real m = mean[r], scale = rstd[r];
    const Real mean_g = simd::dot(width, dy_row, w) / Real(width);
    const Real mean_gn =
        simd::sum_of(width, row, w, dy_row, [=](auto v, auto wv, auto g) { return g * wv * ((v - m) * scale); }) /
        Real(width);
    simd::sweep<Real>(width, [&](auto at) {
      const auto g = at.load(dy_row), normal = (at.load(row) - m) * scale;
      at.store(at.load(dx_row) + scale * (g * at.load(w) - mean_g - normal * mean_gn), dx_row);
      if (apart) return;
      at.store(at.load(dweight.data()) + g * normal, dweight.data());
      at.store(at.load(dbias.data()) + g, dbias.data());
    });
  }
  if (!apart) return;
  add_row_terms(mean.size(), width, dweight.data(), [&](std::size_t r, std::size_t first, auto at) {
    const std::size_t from = r * width + first;
    return at.load(&dy[from]) * ((at.load(&x[from]) - mean[r]) * rstd[r]);
  });
  add_row_terms(mean.size(), width, dbias.data(),
                [&](std::size_t r, std::size_t first, auto at) { return at.load(&dy[r * width + first]); });
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
