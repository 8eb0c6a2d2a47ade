#include "kernels/linear.hpp"

#include <utility>

#include "kernels/gemm.hpp"
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
void add_column_sums(std::span<const Real> x, std::span<Real> sums) {
  const std::size_t width = sums.size();
  for (std::size_t at = 0; at < x.size(); at += width) simd::zip(width, sums.data(), &x[at], sums.data(), kAdd);
}

template <class Real>
void linear_forward(LinearDims d, std::span<const Real> x, std::span<const Real> weight, std::span<const Real> bias,
                    std::span<Real> y, std::span<const std::type_identity_t<Real>> second_bias) {
  if (bias.empty()) std::swap(bias, second_bias);
  if (!bias.empty()) broadcast_rows<Real>(bias, second_bias, y);
  const Accumulate accumulate = bias.empty() ? Accumulate::no : Accumulate::yes;
  gemm_nt(d.rows, d.out, d.in, x.data(), d.in, weight.data(), d.in, y.data(), d.out, accumulate);
}

template <class Real>
void linear_backward(LinearDims d, std::span<const Real> x, std::span<const Real> weight, std::span<const Real> dy,
                     std::span<Real> dx, std::span<Real> dweight, std::span<Real> dbias) {
  if (!dx.empty())
    gemm_nn(d.rows, d.in, d.out, dy.data(), d.out, weight.data(), d.in, dx.data(), d.in, Accumulate::yes);
  if (!dweight.empty())
    gemm_tn(d.out, d.in, d.rows, dy.data(), d.out, x.data(), d.in, dweight.data(), d.in, Accumulate::yes);
  if (!dbias.empty()) add_column_sums<Real>(dy, dbias);
}

#define UNROLLED_INSTANTIATE(Real)                                                                                     \
  template void broadcast_rows<Real>(std::span<const Real>, std::span<const Real>, std::span<Real>);                   \
  template void add_column_sums<Real>(std::span<const Real>, std::span<Real>);                                         \
  template void linear_forward<Real>(LinearDims, std::span<const Real>, std::span<const Real>, std::span<const Real>,  \
                                     std::span<Real>, std::span<const Real>);                                          \
  template void linear_backward<Real>(LinearDims, std::span<const Real>, std::span<const Real>, std::span<const Real>, \
                                      std::span<Real>, std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
