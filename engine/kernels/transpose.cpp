#include "kernels/gemm.hpp"
#include "simd/pack.hpp"

namespace unrolled {
namespace {

/// One square of lanes x lanes elements.
template <class Real>
void transpose_square(const Real* in, std::size_t ld_in, Real* out, std::size_t ld_out) {
  using V = simd::Pack128<Real>;
  constexpr std::size_t width = simd::lanes<V>;
  V rows[width];
  for (std::size_t i = 0; i < width; ++i) rows[i] = V::load_unaligned(in + i * ld_in);
  xsimd::transpose(rows, rows + width);
  for (std::size_t i = 0; i < width; ++i) rows[i].store_unaligned(out + i * ld_out);
}

}  // namespace

template <class Real>
void transpose(std::size_t rows, std::size_t columns, const Real* in, std::size_t ld_in, Real* out,
               std::size_t ld_out) {
  constexpr std::size_t width = simd::lanes<simd::Pack128<Real>>;
  const std::size_t whole_rows = rows - rows % width, whole_columns = columns - columns % width;
  for (std::size_t j = 0; j < whole_columns; j += width)
    for (std::size_t i = 0; i < whole_rows; i += width)
      transpose_square(in + i * ld_in + j, ld_in, out + j * ld_out + i, ld_out);
  for (std::size_t j = 0; j < columns; ++j)
    for (std::size_t i = j < whole_columns ? whole_rows : 0; i < rows; ++i) out[j * ld_out + i] = in[i * ld_in + j];
}

template void transpose<float>(std::size_t, std::size_t, const float*, std::size_t, float*, std::size_t);
template void transpose<double>(std::size_t, std::size_t, const double*, std::size_t, double*, std::size_t);

}  // namespace unrolled
