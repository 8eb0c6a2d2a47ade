#pragma once
#include <cstddef>

namespace unrolled {

/// no: C is overwritten. yes: the sum starts from what C holds.
enum class Accumulate { no, yes };

// Dense matrix products. Matrices are row-major; lda, ldb, ldc are the distances between rows in elements. C must
// not overlap A or B. m, n or k may be zero.
//
// Every element of C is summed over k in order, from C's old value or from +0:
//     sum = sum + a[i][0] * b[0][j];  sum = sum + a[i][1] * b[1][j];  ...
// (but for the long sums of gemm_tn) whatever the tile, the register width or the position in the matrix, so the same row
// times the same column gives the same bits everywhere, and two accumulating products equal one over the joined k. In the
// fast tier each step is one relaxed multiply-add. Tile and numbers: docs/decisions/0003-gemm-tile.md.

/// C[m,n] = A[m,k] B[k,n], or +=.
template <class Real>
void gemm_nn(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
             std::size_t ldb, Real* c, std::size_t ldc, Accumulate accumulate);

/// C[m,n] = A' B with A stored [k,m] and B [k,n], or +=. Here k are mostly the positions of a batch: a long sum is made of
/// parts (long_sum.hpp).
template <class Real>
void gemm_tn(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
             std::size_t ldb, Real* c, std::size_t ldc, Accumulate accumulate);

/// C[m,n] = A B' with A stored [m,k] and B [n,k], or +=. B is transposed panel by panel on the stack: no scratch.
template <class Real>
void gemm_nt(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
             std::size_t ldb, Real* c, std::size_t ldc, Accumulate accumulate);

/// The same, every row of C starting from `row` [n] (a bias) instead of zeros.
template <class Real>
void gemm_nt_from_row(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
                      std::size_t ldb, Real* c, std::size_t ldc, const Real* row);

/// out[columns,rows] = in[rows,columns]'. Leading dimensions as above; in and out are distinct.
template <class Real>
void transpose(std::size_t rows, std::size_t columns, const Real* in, std::size_t ld_in, Real* out, std::size_t ld_out);

}  // namespace unrolled
