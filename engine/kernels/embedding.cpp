#include "kernels/embedding.hpp"

#include <algorithm>

#include "simd/map.hpp"

namespace unrolled {

template <class Real>
void embedding_forward(std::size_t width, std::span<const Real> table, std::span<const std::int32_t> ids,
                       std::span<Real> y) {
  for (std::size_t i = 0; i < ids.size(); ++i)
    std::copy_n(&table[static_cast<std::size_t>(ids[i]) * width], width, &y[i * width]);
}

template <class Real>
void embedding_backward(std::size_t width, std::span<const std::int32_t> ids, std::span<const Real> dy,
                        std::span<Real> dtable) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    Real* row = &dtable[static_cast<std::size_t>(ids[i]) * width];
    simd::zip(width, row, &dy[i * width], row, [](auto acc, auto g) { return acc + g; });
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                          \
  template void embedding_forward<Real>(std::size_t, std::span<const Real>, std::span<const std::int32_t>,  \
                                        std::span<Real>);                                                   \
  template void embedding_backward<Real>(std::size_t, std::span<const std::int32_t>, std::span<const Real>, \
                                         std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
