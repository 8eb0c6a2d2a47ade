#include "kernels/gemm.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/elementary.hpp"
#include "support/random_vector.hpp"

using namespace unrolled;
using test::random_vector;

namespace {

/// What gemm promises, to the bit: one sum a element, over k in order, from C's old value or from zero.
template <class Real>
std::vector<Real> in_order(std::size_t m, std::size_t n, std::size_t k, const std::vector<Real>& a, std::size_t a_row,
                           std::size_t a_depth, const std::vector<Real>& b, std::size_t b_depth, std::size_t b_column,
                           std::vector<Real> c, std::size_t ldc, Accumulate accumulate) {
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      Real& sum = c[i * ldc + j];
      if (accumulate == Accumulate::no) sum = 0;
      for (std::size_t p = 0; p < k; ++p)
        sum = elementary::Lanes<Real>::madd(a[i * a_row + p * a_depth], b[p * b_depth + j * b_column], sum);
    }
  return c;
}

template <class Real>
void check_all_forms(std::size_t m, std::size_t n, std::size_t k, Accumulate accumulate) {
  CAPTURE(m);
  CAPTURE(n);
  CAPTURE(k);
  const std::size_t gap = 3;  // leading dimensions are wider than the matrices, and C's gaps must survive
  const std::size_t ldc = n + gap;
  const std::vector<Real> c = random_vector<Real>(m * ldc, 3);
  const auto run = [&](auto gemm, std::size_t rows_a, std::size_t lda, std::size_t rows_b, std::size_t ldb,
                       auto expected) {
    const auto a = random_vector<Real>(rows_a * lda, 1), b = random_vector<Real>(rows_b * ldb, 2);
    std::vector<Real> out = c;
    gemm(m, n, k, a.data(), lda, b.data(), ldb, out.data(), ldc, accumulate);
    CHECK(out == expected(a, b));
  };
  run(gemm_nn<Real>, m, k + gap, k, n + gap, [&](const auto& a, const auto& b) {
    return in_order(m, n, k, a, k + gap, 1, b, n + gap, 1, c, ldc, accumulate);
  });
  run(gemm_tn<Real>, k, m + gap, k, n + gap, [&](const auto& a, const auto& b) {
    return in_order(m, n, k, a, 1, m + gap, b, n + gap, 1, c, ldc, accumulate);
  });
  run(gemm_nt<Real>, m, k + gap, n, k + gap, [&](const auto& a, const auto& b) {
    return in_order(m, n, k, a, k + gap, 1, b, 1, k + gap, c, ldc, accumulate);
  });
}

}  // namespace

TEST_CASE_TEMPLATE("gemm: all three forms equal sums in order, bit for bit", Real, float, double) {
  for (Accumulate accumulate : {Accumulate::no, Accumulate::yes}) {
    for (std::size_t m : {1, 2, 3, 5, 6, 7, 13, 25})
      for (std::size_t n : {1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 17, 20, 27, 33, 48})
        for (std::size_t k : {1, 2, 4, 9}) check_all_forms<Real>(m, n, k, accumulate);
    check_all_forms<Real>(16, 256, 64, accumulate);
    check_all_forms<Real>(1, 67, 300, accumulate);
    check_all_forms<Real>(2, 35, 600, accumulate);
    check_all_forms<Real>(7, 21, 513, accumulate);    // more than one block of k
    check_all_forms<Real>(48, 17, 300, accumulate);   // enough rows to copy panels of B
    check_all_forms<Real>(64, 9, 64, accumulate);     // C is tall: blocks of rows, and
    check_all_forms<Real>(131, 35, 129, accumulate);  // with rests,
    check_all_forms<Real>(73, 300, 257, accumulate);  // also of columns and of k
    check_all_forms<Real>(64, 64, 140, accumulate);   // two registers of columns at the end, A' read as it lies
    check_all_forms<Real>(70, 136, 130, accumulate);  // one more than a block of columns
  }
}

TEST_CASE_TEMPLATE("gemm: sums that start from one row are those that start from that row in each", Real, float,
                   double) {
  for (std::size_t m : {1, 2, 5, 16, 70})
    for (std::size_t n : {1, 4, 7, 8, 12, 16, 20, 27, 130})
      for (std::size_t k : {0, 1, 5, 300}) {
        CAPTURE(m);
        CAPTURE(n);
        CAPTURE(k);
        const auto a = random_vector<Real>(m * k + 1, 1), b = random_vector<Real>(n * k + 1, 2);
        const auto row = random_vector<Real>(n, 3);
        std::vector<Real> expected, found = random_vector<Real>(m * n, 4);  // what C held counts for nothing
        for (std::size_t i = 0; i < m; ++i) expected.insert(expected.end(), row.begin(), row.end());
        gemm_nt(m, n, k, a.data(), k, b.data(), k, expected.data(), n, Accumulate::yes);
        gemm_nt_from_row(m, n, k, a.data(), k, b.data(), k, found.data(), n, row.data());
        CHECK(found == expected);
      }
}

TEST_CASE("gemm: an empty product clears C, or leaves it when accumulating") {
  for (Accumulate accumulate : {Accumulate::no, Accumulate::yes}) {
    check_all_forms<float>(3, 5, 0, accumulate);
    check_all_forms<float>(0, 5, 2, accumulate);
    check_all_forms<float>(3, 0, 2, accumulate);
    check_all_forms<float>(70, 9, 0, accumulate);
  }
}

TEST_CASE("gemm: a part of C has the same bits as the whole") {
  const std::size_t m = 23, n = 41, k = 70;
  const auto a = random_vector<float>(m * k, 1), b = random_vector<float>(k * n, 2);
  std::vector<float> whole(m * n);
  gemm_nn(m, n, k, a.data(), k, b.data(), n, whole.data(), n, Accumulate::no);
  for (std::size_t row : {0, 1, 5, 22})
    for (std::size_t column : {0, 3, 8, 40}) {
      CAPTURE(row);
      CAPTURE(column);
      float part = 0;
      gemm_nn(1, 1, k, &a[row * k], k, &b[column], n, &part, n, Accumulate::no);
      CHECK(part == whole[row * n + column]);
    }
}

TEST_CASE("gemm: infinities and NaN stay in their own row and column") {
  const std::size_t m = 3, n = 7, k = 5;
  auto a = random_vector<float>(m * k, 1), b = random_vector<float>(n * k, 2);
  a[1 * k + 2] = INFINITY;
  b[6 * k + 2] = NAN;
  std::vector<float> c(m * n);
  gemm_nt(m, n, k, a.data(), k, b.data(), k, c.data(), n, Accumulate::no);
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      CHECK(std::isnan(c[i * n + j]) == (j == 6));
      CHECK(std::isinf(c[i * n + j]) == (i == 1 && j != 6));
    }
}

TEST_CASE_TEMPLATE("transpose: every size around the register, with gaps between rows", Real, float, double) {
  for (std::size_t rows : {1, 3, 4, 5, 9})
    for (std::size_t columns : {1, 2, 4, 7, 8}) {
      const std::size_t ld_in = columns + 1, ld_out = rows + 2;
      const auto in = random_vector<Real>(rows * ld_in, 1);
      const auto before = random_vector<Real>(columns * ld_out, 2);
      std::vector<Real> out = before, expected = before;
      for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j) expected[j * ld_out + i] = in[i * ld_in + j];
      transpose(rows, columns, in.data(), ld_in, out.data(), ld_out);
      CHECK(out == expected);
    }
}
