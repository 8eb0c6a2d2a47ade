#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>

namespace unrolled {

/// x is [rows,in], y is [rows,out], weight is [out,in] (PyTorch's nn.Linear), bias is [out].
struct LinearDims {
  std::size_t rows, in, out;
};

/// body(d of a part of the rows, its first row), for each part. A part has so few numbers that what is done with it step
/// after step stays in the second cache. It changes no bit: sums over rows go on from part to part.
template <class Body>
void for_row_parts(LinearDims d, Body body) {
  constexpr std::size_t numbers = 131072, rows = 48;  // a multiple of `rows`: whole blocks of the matrix product
  const std::size_t most = std::max(rows, numbers / std::max({d.in, d.out, std::size_t(1)}) / rows * rows);
  for (std::size_t first = 0; first < d.rows; first += most)
    body(LinearDims{std::min(most, d.rows - first), d.in, d.out}, first);
}

/// Those rows of x, which is [*,width] or empty.
template <class Real>
std::span<Real> rows_of(std::span<Real> x, std::size_t first, std::size_t rows, std::size_t width) {
  return x.empty() ? x : x.subspan(first * width, rows * width);
}

/// y = x weight' + bias (+ second_bias, PyTorch's b_ih + b_hh). An empty bias counts as zero. y is overwritten and
/// distinct from x.
template <class Real>
void linear_forward(LinearDims d, std::span<const Real> x, std::span<const Real> weight, std::span<const Real> bias,
                    std::span<Real> y, std::span<const std::type_identity_t<Real>> second_bias = {});

/// dx += dy weight; dweight += dy' x; dbias += sum of dy's rows. An empty dx, dweight or dbias is skipped. (A second
/// bias has the same gradient: add_column_sums again.)
template <class Real>
void linear_backward(LinearDims d, std::span<const Real> x, std::span<const Real> weight, std::span<const Real> dy,
                     std::span<Real> dx, std::span<Real> dweight, std::span<Real> dbias);

/// What linear_backward adds to dweight and dbias; both may be empty.
template <class Real>
void linear_parameters_backward(LinearDims d, std::span<const Real> x, std::span<const Real> dy,
                                std::span<Real> dweight, std::span<Real> dbias);

/// y[r] = bias for each of y's rows (bias.size() columns); with second_bias, y[r] = bias + second_bias.
template <class Real>
void broadcast_rows(std::span<const Real> bias, std::span<const Real> second_bias, std::span<Real> y);

/// sum[i] += x[i].
template <class Real>
void add_onto(std::span<const Real> x, std::span<Real> sum);

/// sums[j] += sum over r of x[r,j], row after row; x is [x.size() / sums.size(), sums.size()].
template <class Real>
void add_column_sums(std::span<const Real> x, std::span<Real> sums);

}  // namespace unrolled
