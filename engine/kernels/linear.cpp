#include "kernels/linear.hpp"

#include <utility>

#include "kernels/gemm.hpp"
#include "kernels/long_sum.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

constexpr auto kAdd = [](auto a, auto b) { return a + b; };

}  // namespace

template <class Real>
void broadcast_rows(std::span<const Real> bias, std::span<const Real> second_bias, std::span<Real> y) {
  const std::size_t width = bias.size();
  for (std::size_t at = 0; at < y.size(); at += width)
    if (second_bias.empty())
      simd::map(width, bias.data(), &y[at], [](auto b) { return b; });
    else
      simd::zip(width, bias.data(), second_bias.data(), &y[at], kAdd);
}

template <class Real>
void add_onto(std::span<const Real> x, std::span<Real> sum) {
  simd::zip(sum.size(), sum.data(), x.data(), sum.data(), kAdd);
}

template <class Real>
void add_column_sums(std::span<const Real> x, std::span<Real> sums) {
  const std::size_t width = sums.size();
  if (width > 0 && is_long_sum(x.size() / width))
    return add_row_terms(x.size() / width, width, sums.data(),
                         [=](std::size_t row, std::size_t first, auto i) { return i.load(&x[row * width + first]); });
  std::size_t at = 0;
  for (; at + 4 * width <= x.size(); at += 4 * width) {  // so the sums are read and written a quarter as often
    const Real *row0 = &x[at], *row1 = row0 + width, *row2 = row1 + width, *row3 = row2 + width;
    simd::sweep<Real>(width, [&](auto i) {
      i.store(i.load(sums.data()) + i.load(row0) + i.load(row1) + i.load(row2) + i.load(row3), sums.data());
    });
  }
  for (; at < x.size(); at += width) simd::zip(width, sums.data(), &x[at], sums.data(), kAdd);
}

template <class Real>
void linear_forward(LinearDims d, std::span<const Real> x, std::span<const Real> weight, std::span<const Real> bias,
                    std::span<Real> y, std::span<const std::type_identity_t<Real>> second_bias) {
  if (bias.empty()) std::swap(bias, second_bias);
  for_row_parts(d, [&](LinearDims part, std::size_t first) {
    const Real* from = &x[first * d.in];
    const std::span<Real> out = rows_of(y, first, part.rows, d.out);
    if (!bias.empty() && second_bias.empty())
      return gemm_nt_from_row(part.rows, d.out, d.in, from, d.in, weight.data(), d.in, out.data(), d.out, bias.data());
    if (!bias.empty()) broadcast_rows<Real>(bias, second_bias, out);
    gemm_nt(part.rows, d.out, d.in, from, d.in, weight.data(), d.in, out.data(), d.out,
            bias.empty() ? Accumulate::no : Accumulate::yes);
  });
}

template <class Real>
void linear_parameters_backward(LinearDims d, std::span<const Real> x, std::span<const Real> dy,
                                std::span<Real> dweight, std::span<Real> dbias) {
  if (!dweight.empty())
    gemm_tn(d.out, d.in, d.rows, dy.data(), d.out, x.data(), d.in, dweight.data(), d.in, Accumulate::yes);
  if (!dbias.empty()) add_column_sums<Real>(dy, dbias);
}

template <class Real>
void linear_backward(LinearDims d, std::span<const Real> x, std::span<const Real> weight, std::span<const Real> dy,
                     std::span<Real> dx, std::span<Real> dweight, std::span<Real> dbias) {
  const bool apart = is_long_sum(d.rows);  // then the sums over all rows are made of parts of their own
  for_row_parts(d, [&](LinearDims part, std::size_t first) {
    const std::span<const Real> g = rows_of(dy, first, part.rows, d.out);
    if (!dx.empty())
      gemm_nn(part.rows, d.in, d.out, g.data(), d.out, weight.data(), d.in, &dx[first * d.in], d.in, Accumulate::yes);
    if (!apart) linear_parameters_backward<Real>(part, rows_of(x, first, part.rows, d.in), g, dweight, dbias);
  });
  if (apart) linear_parameters_backward<Real>(d, x, dy, dweight, dbias);
}

#define UNROLLED_INSTANTIATE(Real)                                                                                     \
  template void broadcast_rows<Real>(std::span<const Real>, std::span<const Real>, std::span<Real>);                   \
  template void add_onto<Real>(std::span<const Real>, std::span<Real>);                                                \
  template void add_column_sums<Real>(std::span<const Real>, std::span<Real>);                                         \
  template void linear_forward<Real>(LinearDims, std::span<const Real>, std::span<const Real>, std::span<const Real>,  \
                                     std::span<Real>, std::span<const Real>);                                          \
  template void linear_parameters_backward<Real>(LinearDims, std::span<const Real>, std::span<const Real>,             \
                                                 std::span<Real>, std::span<Real>);                                    \
  template void linear_backward<Real>(LinearDims, std::span<const Real>, std::span<const Real>, std::span<const Real>, \
                                      std::span<Real>, std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
