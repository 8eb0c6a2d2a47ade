#include "kernels/swiglu.hpp"

#include "simd/map.hpp"
#include "simd/math.hpp"

namespace unrolled {

template <class Real>
void swiglu_forward(std::size_t width, std::span<const Real> x, std::span<Real> y) {
  for (std::size_t at = 0; at < y.size(); at += width)
    simd::zip(width, &x[2 * at], &x[2 * at + width], &y[at], [](auto a, auto b) { return a * simd::sigmoid(a) * b; });
}

template <class Real>
void swiglu_backward(std::size_t width, std::span<const Real> x, std::span<const Real> dy, std::span<Real> dx) {
  for (std::size_t at = 0; at < dy.size(); at += width) {
    const Real *a = &x[2 * at], *b = a + width, *g = &dy[at];
    Real *da = &dx[2 * at], *db = da + width;
    simd::zip(width, da, a, b, g, da, [](auto acc, auto av, auto bv, auto gv) {
      const auto gate = simd::sigmoid(av);
      return acc + gv * bv * (gate * (Real(1) + av * (Real(1) - gate)));
    });
    simd::zip(width, db, a, g, db, [](auto acc, auto av, auto gv) { return acc + gv * (av * simd::sigmoid(av)); });
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                         \
  template void swiglu_forward<Real>(std::size_t, std::span<const Real>, std::span<Real>); \
  template void swiglu_backward<Real>(std::size_t, std::span<const Real>, std::span<const Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
