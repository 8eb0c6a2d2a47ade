#include "kernels/embedding.hpp"

#include <algorithm>

#include "kernels/long_sum.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMostRows = 256, kColumns = 16;  // of a part of a table

/// Some symbols are so frequent that their rows are long sums: a part of the table after the other, on the stack.
template <class Real>
void add_in_parts(std::size_t width, std::span<const std::int32_t> ids, std::span<const Real> dy,
                  std::span<Real> dtable) {
  constexpr auto add = [](auto sum, auto x) { return sum + x; };
  const std::size_t rows = dtable.size() / width;
  for (std::size_t column = 0; column < width; column += kColumns) {
    const std::size_t wide = std::min(kColumns, width - column);
    for_sum_parts(ids.size(), [&](std::size_t first, std::size_t count) {
      alignas(64) Real part[kMostRows * kColumns] = {};
      for (std::size_t i = first; i < first + count; ++i) {
        Real* row = part + static_cast<std::size_t>(ids[i]) * kColumns;
        simd::zip(wide, row, &dy[i * width + column], row, add);
      }
      for (std::size_t r = 0; r < rows; ++r) {
        Real* row = &dtable[r * width + column];
        simd::zip(wide, row, part + r * kColumns, row, add);
      }
    });
  }
}

}  // namespace

template <class Real>
void embedding_forward(std::size_t width, std::span<const Real> table, std::span<const std::int32_t> ids,
                       std::span<Real> y) {
  for (std::size_t i = 0; i < ids.size(); ++i)
    std::copy_n(&table[static_cast<std::size_t>(ids[i]) * width], width, &y[i * width]);
}

template <class Real>
void embedding_backward(std::size_t width, std::span<const std::int32_t> ids, std::span<const Real> dy,
                        std::span<Real> dtable) {
  if (is_long_sum(ids.size()) && dtable.size() <= kMostRows * width) return add_in_parts<Real>(width, ids, dy, dtable);
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
