#include "kernels/gemm.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "kernels/gemm_row.hpp"
#include "kernels/long_sum.hpp"
#include "simd/madd.hpp"
#include "simd/map.hpp"
#include "simd/pack.hpp"

// One micro-kernel computes a tile of a few rows and registers of columns, its sums in registers. A is read through two
// strides, so that A and A' are the same code. B is read along its rows, from where it lies or from a copy of the
// panel on the stack: always for B', and for B where enough rows of C share the copy, because the rows of a panel lie
// a power of two apart in most models, and then only a few of them fit the first cache. So do those of A', which is
// copied in blocks. Where C is tall, all is taken in blocks that stay in the caches. The constants are measured, see
// docs/decisions/0003-gemm-tile.md.

namespace unrolled {
namespace {

using simd::Pack;

// Rows and registers of columns. The sums, one row of B, a factor and, where it is not fused, a product must fit the
// registers: 15 that V8 gives away, 16 of AVX2, 32 of AVX-512.
constexpr std::size_t kLanesOfFloat = simd::lanes<Pack<float>>;
#ifdef UNROLLED_RELAXED
constexpr std::size_t kTileRows = kLanesOfFloat == 16 ? 12 : 6, kTilePacks = 2;
constexpr bool kShorterToo = true;  // 16 rows are 6 + 5 + 5
#else
constexpr std::size_t kTileRows = kLanesOfFloat == 16 ? 12 : kLanesOfFloat == 8 ? 6 : 3;
constexpr std::size_t kTilePacks = kLanesOfFloat > 4 ? 2 : 3;
constexpr bool kShorterToo = false;
#endif
constexpr std::size_t kBlockDepth = 256;    // k at a time: keeps a panel of B in the first cache
constexpr std::size_t kRowsWorthCopy = 48;  // from so many rows of C on, a panel of B is copied
constexpr std::size_t kTall = 64;           // from so many rows of C on, everything is blocked:
constexpr std::size_t kBlockRows = 24;      // rows of A at a time, that with a panel of B they stay in the first cache,
constexpr std::size_t kBlockColumns =       // and columns of B, all copied, in the second
    kTilePacks == 3 ? 132 : 128;

template <class Real>
constexpr std::size_t kLanes = simd::lanes<Pack<Real>>;

/// An operand read as x[row * row_step + depth * depth_step].
template <class Real>
struct Strided {
  const Real* data;
  std::size_t row_step, depth_step;

  Strided at(std::size_t row, std::size_t depth) const {
    return {data + row * row_step + depth * depth_step, row_step, depth_step};
  }
};

template <class Real>
struct Matrix {
  Real* data;
  std::size_t ld;

  Matrix at(std::size_t row, std::size_t column) const { return {data + row * ld + column, ld}; }
};

template <class Real>
void copy(std::size_t rows, std::size_t columns, Matrix<const Real> from, Matrix<Real> to) {
  for (std::size_t i = 0; i < rows; ++i)
    simd::map(columns, from.at(i, 0).data, to.at(i, 0).data, [](auto x) { return x; });
}

/// What the sums start from: rows of C or of its size, one row for all where ld is 0, or zeros without data.
template <class Real>
using Start = Matrix<const Real>;

template <class Real>
Start<Real> start_at(Start<Real> start, std::size_t row, std::size_t column) {
  return start.data == nullptr ? start : start.at(row, column);
}

/// c[rows, packs * lanes] = start + a[rows,k] b[k, packs * lanes].
template <class Real, std::size_t rows, std::size_t packs>
void tile(std::size_t k, Strided<Real> a, Matrix<const Real> b, Matrix<Real> c, Start<Real> start) {
  using V = Pack<Real>;
  constexpr std::size_t width = kLanes<Real>;
  V sum[rows][packs];
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < packs; ++j)
      sum[i][j] = start.data == nullptr ? V(Real(0)) : V::load_unaligned(start.data + i * start.ld + j * width);
  const Real* a_at = a.data;
  const Real* b_at = b.data;
  for (const Real* b_end = b_at + k * b.ld; b_at != b_end; a_at += a.depth_step, b_at += b.ld) {
    V row[packs];
    for (std::size_t j = 0; j < packs; ++j) row[j] = V::load_unaligned(b_at + j * width);
    for (std::size_t i = 0; i < rows; ++i) {
      const V factor(a_at[i * a.row_step]);
      for (std::size_t j = 0; j < packs; ++j) sum[i][j] = simd::fma_fast(factor, row[j], sum[i][j]);
    }
  }
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < packs; ++j) sum[i][j].store_unaligned(c.data + i * c.ld + j * width);
}

/// Rows of a tile of so many registers of columns: two leave room for a row more than three.
template <std::size_t packs>
constexpr std::size_t kHeight = kTilePacks == 3 && packs == 2 ? kTileRows + 1 : kTileRows;

template <class Real>
using Tile = void (*)(std::size_t, Strided<Real>, Matrix<const Real>, Matrix<Real>, Start<Real>);

template <class Real, std::size_t packs, std::size_t... i>
constexpr std::array<Tile<Real>, sizeof...(i)> tiles_of(std::index_sequence<i...>) {
  return {tile<Real, i + 1, packs>...};
}

/// All rows of C against one panel of B: tiles of nearly equal height, so that none is left with a row or two, too few
/// sums to keep the adders busy. The common heights are called directly, hence inlined, but for the rare single register of
/// columns: in WebAssembly that is worth 3 to 8 % of large products and 30 % of small ones.
template <class Real, std::size_t packs>
void column_of_tiles(std::size_t m, std::size_t k, Strided<Real> a, Matrix<const Real> b, Matrix<Real> c,
                     Start<Real> start) {
  static constexpr auto kTiles = tiles_of<Real, packs>(std::make_index_sequence<kHeight<packs>>());
  std::size_t tiles_left = (m + kHeight<packs> - 1) / kHeight<packs>;
  for (std::size_t i = 0; i < m; --tiles_left) {
    const std::size_t rows = (m - i + tiles_left - 1) / tiles_left;
    if (rows == kHeight<packs> && packs > 1)
      tile<Real, kHeight<packs>, packs>(k, a.at(i, 0), b, c.at(i, 0), start_at(start, i, 0));
    else if (kShorterToo && rows == kHeight<packs> - 1)
      tile<Real, kHeight<packs> - 1, packs>(k, a.at(i, 0), b, c.at(i, 0), start_at(start, i, 0));
    else
      kTiles[rows - 1](k, a.at(i, 0), b, c.at(i, 0), start_at(start, i, 0));
    i += rows;
  }
}

/// Columns at a time for `rows` rows: with one or two rows a wider tile, or there are too few sums.
constexpr std::size_t packs_for(std::size_t rows) { return rows == 1 ? 8 : rows == 2 ? 4 : kTilePacks; }

/// The same where only `left` registers of columns are left: none alone if there is another way.
constexpr std::size_t packs_for(std::size_t rows, std::size_t left) {
  if (packs_for(rows) > kTilePacks && left >= packs_for(rows)) return packs_for(rows);
  if (kTilePacks == 3 && (left == 2 || left == 4)) return 2;
  return left >= kTilePacks ? kTilePacks : 1;
}

template <class Real>
constexpr std::size_t kPanelSize = kBlockDepth* kTilePacks* kLanes<Real>;

template <class Real>
using Panel = Real[kPanelSize<Real>];

/// All rows against `packs` registers of columns.
template <class Real>
void columns_of_tiles(std::size_t packs, std::size_t m, std::size_t k, Strided<Real> a, Matrix<const Real> b,
                      Matrix<Real> c, Start<Real> start) {
  switch (packs) {
    case 8: return tile<Real, 1, 8>(k, a, b, c, start);
    case 4: return tile<Real, 2, 4>(k, a, b, c, start);
    case 2: return column_of_tiles<Real, 2>(m, k, a, b, c, start);
    case 1: return column_of_tiles<Real, 1>(m, k, a, b, c, start);
    default: return column_of_tiles<Real, kTilePacks>(m, k, a, b, c, start);
  }
}

/// The last columns, fewer than a register: b is a panel padded with zeros to one register, and so is C here.
template <class Real>
void ragged_columns(std::size_t m, std::size_t n, std::size_t k, Strided<Real> a, Matrix<const Real> b, Matrix<Real> c,
                    Start<Real> start) {
  constexpr std::size_t width = kLanes<Real>;
  Real sums[kTileRows * width] = {};
  for (std::size_t i = 0; i < m; i += kTileRows) {
    const std::size_t rows = std::min(kTileRows, m - i);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t j = 0; j < n && start.data != nullptr; ++j)
        sums[r * width + j] = start.data[(i + r) * start.ld + j];
    const Start<Real> from{start.data == nullptr ? nullptr : sums, width};
    column_of_tiles<Real, 1>(rows, k, a.at(i, 0), b, {sums, width}, from);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t j = 0; j < n; ++j) c.data[(i + r) * c.ld + j] = sums[r * width + j];
  }
}

/// B as it lies: a panel is a view, or a copy.
template <class Real>
struct PlainB {
  Matrix<const Real> b;
  bool copies;

  Matrix<const Real> panel(std::size_t depth, std::size_t column, std::size_t k, std::size_t n, Real* to) const {
    if (!copies) return b.at(depth, column);
    copy(k, n, b.at(depth, column), Matrix<Real>{to, n});
    return {to, n};
  }
  Matrix<const Real> padded(std::size_t depth, std::size_t column, std::size_t k, std::size_t n, Real* to) const {
    constexpr std::size_t width = kLanes<Real>;
    for (std::size_t p = 0; p < k; ++p)
      simd::load_some<Pack<Real>>(b.at(depth + p, column).data, n).store_unaligned(to + p * width);
    return {to, width};
  }
};

/// B' from B: every panel is transposed onto the stack, where it stays in the first cache for all rows of C.
template <class Real>
struct TransposedB {
  Matrix<const Real> b;  // [n,k]

  Matrix<const Real> panel(std::size_t depth, std::size_t column, std::size_t k, std::size_t n, Real* to) const {
    transpose(n, k, b.at(column, depth).data, b.ld, to, n);
    return {to, n};
  }
  Matrix<const Real> padded(std::size_t depth, std::size_t column, std::size_t k, std::size_t n, Real* to) const {
    constexpr std::size_t width = kLanes<Real>;
    std::fill_n(to, k * width, Real(0));
    transpose(n, k, b.at(column, depth).data, b.ld, to, width);
    return {to, width};
  }
};

/// Some columns of one block of k, from `first` on: all rows of C, panel by panel.
template <class Real, class B>
void block(std::size_t m, std::size_t first, std::size_t n, std::size_t depth, std::size_t k, Strided<Real> a,
           const B& b, Matrix<Real> c, Start<Real> start) {
  constexpr std::size_t width = kLanes<Real>;
  alignas(64) Panel<Real> memory;
  std::size_t j = first;
  for (std::size_t packs; n - j >= width; j += packs * width) {
    packs = packs_for(m, (n - j) / width);
    const auto panel = b.panel(depth, j, k, packs * width, memory);
    columns_of_tiles(packs, m, k, a.at(0, depth), panel, c.at(0, j), start_at(start, 0, j));
  }
  if (j < n)
    ragged_columns(m, n - j, k, a.at(0, depth), b.padded(depth, j, k, n - j, memory), c.at(0, j),
                   start_at(start, 0, j));
}

/// A or A' as it lies.
template <class Real>
struct PlainA {
  Strided<Real> a;
  static constexpr std::size_t depth = kBlockDepth, rows = kBlockRows;
  Strided<Real> block(std::size_t row, std::size_t at, std::size_t, std::size_t, Real*) const { return a.at(row, at); }
};

/// A' copied, unless the rows of A are so short that a block of them fits the first cache as it lies. Shallower blocks read
/// longer pieces of rows that lie far apart.
template <class Real>
struct CopiedA {
  Strided<Real> a;  // row_step 1
  static constexpr std::size_t shortest = 72, depth = 128, rows = kBlockRows * kBlockDepth / depth;
  Strided<Real> block(std::size_t row, std::size_t at, std::size_t m, std::size_t k, Real* to) const {
    if (a.depth_step <= shortest) return a.at(row, at);
    copy(k, m, Matrix<const Real>{a.at(row, at).data, a.depth_step}, Matrix<Real>{to, m});
    return {to, 1, m};
  }
};

/// One block of k and at most kBlockColumns columns of C, whole registers of them: B's panels are copied once for all rows.
template <class Real, class A, class B>
void tall_block(std::size_t m, std::size_t first, std::size_t n, std::size_t depth, std::size_t k, const A& a,
                const B& b, Matrix<Real> c, Start<Real> start) {
  constexpr std::size_t width = kLanes<Real>;
  alignas(64) Real panels[kBlockDepth * kBlockColumns];
  alignas(64) Real rows[kBlockDepth * kBlockRows];
  const auto for_panels = [=](auto body) {
    for (std::size_t j = 0, packs; j < n; j += packs * width) body(j, packs = packs_for(m, (n - j) / width));
  };
  for_panels([&](std::size_t j, std::size_t packs) { b.panel(depth, first + j, k, packs * width, panels + j * k); });
  for (std::size_t i = 0; i < m; i += A::rows) {
    const std::size_t height = std::min(A::rows, m - i);
    const Strided<Real> from = a.block(i, depth, height, k, rows);
    for_panels([&](std::size_t j, std::size_t packs) {
      const Matrix<const Real> panel{panels + j * k, packs * width};
      const Start<Real> sums = start_at(start, i, first + j);
      if (packs == kTilePacks)  // a direct call, as above
        column_of_tiles<Real, kTilePacks>(height, k, from, panel, c.at(i, first + j), sums);
      else
        columns_of_tiles(packs, height, k, from, panel, c.at(i, first + j), sums);
    });
  }
}

template <class Real, class A, class B>
void tall(std::size_t m, std::size_t n, std::size_t depth, std::size_t k, const A& a, const B& b, Matrix<Real> c,
          Start<Real> start) {
  const std::size_t whole = n - n % kLanes<Real>;
  for (std::size_t j = 0; j < whole; j += kBlockColumns)
    tall_block(m, j, std::min(kBlockColumns, whole - j), depth, k, a, b, c, start);
  block(m, whole, n, depth, k, a.a, b, c, start);
}

template <class Real>
void sum_of_nothing(std::size_t m, std::size_t n, Matrix<Real> c, Start<Real> start) {
  for (std::size_t i = 0; i < m && start.data != c.data; ++i)
    if (start.data == nullptr)
      std::fill_n(c.at(i, 0).data, n, Real(0));
    else
      std::copy_n(start.at(i, 0).data, n, c.at(i, 0).data);
}

template <class Real, class A, class B>
void multiply(std::size_t m, std::size_t n, std::size_t k, const A& a, const B& b, Matrix<Real> c, Start<Real> start) {
  if (m == 0 || n == 0) return;
  if (k == 0) return sum_of_nothing(m, n, c, start);  // A and B may be null, and nothing is added to a null pointer
  const std::size_t step = m >= kTall ? A::depth : kBlockDepth * kTilePacks / packs_for(m);  // wide panels are shallow
  for (std::size_t depth = 0; depth < k;) {
    const std::size_t now = std::min(step, k - depth);
    if (m >= kTall)
      tall(m, n, depth, now, a, b, c, start);
    else
      block(m, 0, n, depth, now, a.a, b, c, start);
    depth += now;
    start = {c.data, c.ld};
  }
}

template <class Real>
void multiply_transposed(std::size_t m, std::size_t n, std::size_t k, Strided<Real> a, Matrix<const Real> b,
                         Matrix<Real> c, Start<Real> start) {
  if (m == 1 && k > 0) return row_times_transposed<Real>(n, k, a.data, b.data, b.ld, c.data, start.data);
  multiply(m, n, k, PlainA<Real>{a}, TransposedB<Real>{b}, c, start);
}

/// C = or += A' B, its long sums in parts: one block of C after the other, each part in a block on the stack.
template <class Real>
void multiply_in_parts(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
                       std::size_t ldb, Matrix<Real> c, Accumulate accumulate) {
  constexpr std::size_t rows = kTall, columns = kBlockColumns;
  alignas(64) Real memory[rows * columns];
  for (std::size_t i = 0; i < m; i += rows)
    for (std::size_t j = 0; j < n; j += columns) {
      const std::size_t high = std::min(rows, m - i), wide = std::min(columns, n - j);
      for_sum_parts(k, [&](std::size_t depth, std::size_t now) {
        const Matrix<Real> part{memory, wide};
        gemm_tn(high, wide, now, a + depth * lda + i, lda, b + depth * ldb + j, ldb, memory, wide, Accumulate::no);
        const bool adds = depth > 0 || accumulate == Accumulate::yes;
        for (std::size_t row = 0; row < high; ++row)
          simd::zip(wide, c.at(i + row, j).data, part.at(row, 0).data, c.at(i + row, j).data,
                    [=](auto sum, auto x) { return adds ? sum + x : x; });
      });
    }
}

template <class Real>
Start<Real> start_of(Matrix<Real> c, Accumulate accumulate) {
  return {accumulate == Accumulate::yes ? c.data : nullptr, c.ld};
}

}  // namespace

template <class Real>
void gemm_nn(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
             std::size_t ldb, Real* c, std::size_t ldc, Accumulate accumulate) {
  const PlainB<Real> b_source{{b, ldb}, m >= kRowsWorthCopy};
  const Matrix<Real> to{c, ldc};
  multiply(m, n, k, PlainA<Real>{{a, lda, 1}}, b_source, to, start_of(to, accumulate));
}

template <class Real>
void gemm_tn(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
             std::size_t ldb, Real* c, std::size_t ldc, Accumulate accumulate) {
  if (is_long_sum(k)) return multiply_in_parts(m, n, k, a, lda, b, ldb, Matrix<Real>{c, ldc}, accumulate);
  const PlainB<Real> b_source{{b, ldb}, m >= kTall};
  const Matrix<Real> to{c, ldc};
  multiply(m, n, k, CopiedA<Real>{{a, 1, lda}}, b_source, to, start_of(to, accumulate));
}

template <class Real>
void gemm_nt(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
             std::size_t ldb, Real* c, std::size_t ldc, Accumulate accumulate) {
  const Matrix<Real> to{c, ldc};
  multiply_transposed<Real>(m, n, k, {a, lda, 1}, {b, ldb}, to, start_of(to, accumulate));
}

template <class Real>
void gemm_nt_from_row(std::size_t m, std::size_t n, std::size_t k, const Real* a, std::size_t lda, const Real* b,
                      std::size_t ldb, Real* c, std::size_t ldc, const Real* row) {
  multiply_transposed<Real>(m, n, k, {a, lda, 1}, {b, ldb}, {c, ldc}, {row, 0});
}

#define UNROLLED_INSTANTIATE(Real)                                                                                   \
  template void gemm_nn<Real>(std::size_t, std::size_t, std::size_t, const Real*, std::size_t, const Real*,          \
                              std::size_t, Real*, std::size_t, Accumulate);                                          \
  template void gemm_tn<Real>(std::size_t, std::size_t, std::size_t, const Real*, std::size_t, const Real*,          \
                              std::size_t, Real*, std::size_t, Accumulate);                                          \
  template void gemm_nt<Real>(std::size_t, std::size_t, std::size_t, const Real*, std::size_t, const Real*,          \
                              std::size_t, Real*, std::size_t, Accumulate);                                          \
  template void gemm_nt_from_row<Real>(std::size_t, std::size_t, std::size_t, const Real*, std::size_t, const Real*, \
                                       std::size_t, Real*, std::size_t, const Real*);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
