#pragma once
#include <cstddef>
#include <span>
#include <type_traits>

namespace unrolled {

/// x is [rows,in], y is [rows,out], weight is [out,in] (PyTorch's nn.Linear), bias is [out].
struct LinearDims {
  std::size_t rows, in, out;
};

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

/// y[r] = bias for each of y's rows (bias.size() columns); with second_bias, y[r] = bias + second_bias.
template <class Real>
void broadcast_rows(std::span<const Real> bias, std::span<const Real> second_bias, std::span<Real> y);

/// sums[j] += sum over r of x[r,j], row after row; x is [x.size() / sums.size(), sums.size()].
template <class Real>
void add_column_sums(std::span<const Real> x, std::span<Real> sums);

}  // namespace unrolled
