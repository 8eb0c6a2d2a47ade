#pragma once
#include <cstddef>

#include "core/elementary.hpp"
#include "simd/madd.hpp"
#include "simd/pack.hpp"

// One row of A times B': too little for a panel of B' to be made on the stack first. A few rows of B are turned in
// registers, a square at a time, so that a lane is a column of C and sums go over k in order, as everywhere (gemm.hpp).

namespace unrolled {

/// c[groups * lanes] = start + a[k] B', B [groups * lanes, k].
template <class Real, std::size_t groups>
void row_tile(std::size_t k, const Real* a, const Real* b, std::size_t ldb, Real* c, const Real* start) {
  using V = simd::Pack128<Real>;
  constexpr std::size_t width = simd::lanes<V>;
  V sum[groups];
  for (std::size_t g = 0; g < groups; ++g)
    sum[g] = start == nullptr ? V(Real(0)) : V::load_unaligned(start + g * width);
  for (std::size_t p = 0; p + width <= k; p += width)
    for (std::size_t g = 0; g < groups; ++g) {
      V rows[width];
      for (std::size_t i = 0; i < width; ++i) rows[i] = V::load_unaligned(b + (g * width + i) * ldb + p);
      xsimd::transpose(rows, rows + width);
      for (std::size_t i = 0; i < width; ++i) sum[g] = simd::fma_fast(V(a[p + i]), rows[i], sum[g]);
    }
  for (std::size_t g = 0; g < groups; ++g) sum[g].store_unaligned(c + g * width);
  for (std::size_t p = k - k % width; p < k; ++p)
    for (std::size_t j = 0; j < groups * width; ++j) c[j] = elementary::Lanes<Real>::madd(a[p], b[j * ldb + p], c[j]);
}

/// c[n] = start + a[k] B', B [n,k]; start may be c, and nullptr stands for zeros.
template <class Real>
void row_times_transposed(std::size_t n, std::size_t k, const Real* a, const Real* b, std::size_t ldb, Real* c,
                          const Real* start) {
  constexpr std::size_t groups = 4, columns = groups * simd::lanes<simd::Pack128<Real>>;
  std::size_t j = 0;
  for (; j + columns <= n; j += columns)
    row_tile<Real, groups>(k, a, b + j * ldb, ldb, c + j, start == nullptr ? nullptr : start + j);
  for (; j < n; ++j) {
    Real sum = start == nullptr ? Real(0) : start[j];
    for (std::size_t p = 0; p < k; ++p) sum = elementary::Lanes<Real>::madd(a[p], b[j * ldb + p], sum);
    c[j] = sum;
  }
}

}  // namespace unrolled
