#include "kernels/glu.hpp"

#include "simd/map.hpp"
#include "simd/math.hpp"

namespace unrolled {

template <class Real>
void glu_forward(std::size_t width, std::span<const Real> x, std::span<Real> gate, std::span<Real> y) {
  for (std::size_t at = 0; at < y.size(); at += width) {
    const Real *a = &x[2 * at], *b = a + width;
    simd::map(width, b, &gate[at], [](auto v) { return simd::sigmoid(v); });
    simd::zip(width, a, &gate[at], &y[at], [](auto v, auto g) { return v * g; });
  }
}

template <class Real>
void glu_backward(std::size_t width, std::span<const Real> x, std::span<const Real> gate, std::span<const Real> dy,
                  std::span<Real> dx) {
  for (std::size_t at = 0; at < dy.size(); at += width) {
    const Real *a = &x[2 * at], *g = &gate[at], *d = &dy[at];
    Real *da = &dx[2 * at], *db = da + width;
    simd::zip(width, da, d, g, da, [](auto sum, auto dv, auto gv) { return sum + dv * gv; });
    simd::zip(width, db, d, a, g, db, [=](auto sum, auto dv, auto av, auto gv) {
      using V = decltype(gv);
      return sum + dv * av * (gv * (V(1) - gv));
    });
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                             \
  template void glu_forward(std::size_t, std::span<const Real>, std::span<Real>, std::span<Real>);             \
  template void glu_backward(std::size_t, std::span<const Real>, std::span<const Real>, std::span<const Real>, \
                             std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
