#include "kernels/conv.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "kernels/linear.hpp"
#include "kernels/long_sum.hpp"
#include "simd/map.hpp"

// Patches are gathered into the rows of a panel, which a matrix product then meets: the taps of a patch lie side by side
// there, so that short rows of channels make one long sum. A patch is a copy of few runs, since channels are last.

namespace unrolled {
namespace {

constexpr std::size_t kPanelSize = 32768;  // numbers in a panel
constexpr std::size_t kLeastRows = 64;     // unless patches are very long

/// outside(at, count) and inside(at, from, count) for every run of the patch of y's position `row`: `at` in the patch,
/// `from` in x.
template <class Outside, class Inside>
void visit_patch(const ConvDims& d, std::span<const std::int32_t> widths, std::size_t row, Outside outside,
                 Inside inside) {
  const std::size_t j = row % d.out_width(), i = row / d.out_width() % d.out_height();
  const std::size_t b = row / d.out_width() / d.out_height();
  const std::size_t width = widths.empty() ? d.width : static_cast<std::size_t>(widths[b]);
  std::size_t first = 0, last = d.kernel_w;  // taps within the image
  while (first < last && j + first * d.dilation_w < d.left) ++first;
  while (first < last && j + (last - 1) * d.dilation_w >= d.left + width) --last;
  const std::size_t run = d.dilation_w == 1 ? last - first : 1;  // neighbours in the patch are neighbours in x
  for (std::size_t m = 0; m < d.kernel_h; ++m) {
    const std::size_t line = i + m * d.dilation_h, at = m * d.kernel_w * d.in;
    if (line < d.top || line >= d.top + d.height) {
      outside(at, d.kernel_w * d.in);
      continue;
    }
    const std::size_t from = ((b * d.height + line - d.top) * d.width) * d.in;
    outside(at, first * d.in);
    for (std::size_t n = first; n < last; n += run)
      inside(at + n * d.in, from + (j + n * d.dilation_w - d.left) * d.in, run * d.in);
    outside(at + last * d.in, (d.kernel_w - last) * d.in);
  }
}

template <class Real>
void gather(const ConvDims& d, std::span<const std::int32_t> widths, const Real* x, std::size_t first,
            std::size_t count, Real* panel) {
  for (std::size_t row = first; row < first + count; ++row, panel += d.patch())
    visit_patch(
        d, widths, row, [=](std::size_t at, std::size_t n) { std::fill_n(panel + at, n, Real(0)); },
        [=](std::size_t at, std::size_t from, std::size_t n) { std::copy_n(x + from, n, panel + at); });
}

template <class Real>
void scatter(const ConvDims& d, std::span<const std::int32_t> widths, const Real* panel, std::size_t first,
             std::size_t count, Real* dx) {
  for (std::size_t row = first; row < first + count; ++row, panel += d.patch())
    visit_patch(
        d, widths, row, [](std::size_t, std::size_t) {},
        [=](std::size_t at, std::size_t from, std::size_t n) {
          simd::zip(n, dx + from, panel + at, dx + from, [](auto sum, auto g) { return sum + g; });
        });
}

/// visit(place in the weight, place in the arranged weight) for all of it.
template <class Visit>
void visit_weight(const ConvDims& d, Visit visit) {
  const std::size_t taps = d.kernel_h * d.kernel_w;
  for (std::size_t o = 0; o < d.out; ++o)
    for (std::size_t c = 0; c < d.in; ++c)
      for (std::size_t tap = 0; tap < taps; ++tap) visit((o * d.in + c) * taps + tap, (tap * d.in + c) * d.out + o);
}

/// body(first row, number of rows) of every panel.
template <class Body>
void for_panels(const ConvDims& d, Body body) {
  const std::size_t panel = conv_panel_rows(d);
  for (std::size_t first = 0; first < d.rows(); first += panel) body(first, std::min(panel, d.rows() - first));
}

/// Positions that a weight's gradient is summed over before it is added to the rest: whole panels.
std::size_t weight_part_rows(const ConvDims& d) {
  const std::size_t panel = conv_panel_rows(d);
  return is_long_sum(d.rows()) ? panel * std::max<std::size_t>(1, kPartSum / panel) : d.rows();
}

}  // namespace

std::size_t conv_panel_rows(const ConvDims& d) { return std::max(kLeastRows, kPanelSize / d.patch()); }

template <class Real>
void conv_arrange_weight(const ConvDims& d, std::span<const Real> weight, std::span<Real> arranged) {
  visit_weight(d, [&](std::size_t from, std::size_t to) { arranged[to] = weight[from]; });
}

template <class Real>
void conv_forward(const ConvDims& d, std::span<const std::int32_t> widths, std::span<const Real> x,
                  std::span<const Real> arranged, std::span<const Real> bias, std::span<Real> panel,
                  std::span<Real> y) {
  if (!bias.empty()) broadcast_rows<Real>(bias, {}, y);
  for_panels(d, [&](std::size_t first, std::size_t count) {
    gather(d, widths, x.data(), first, count, panel.data());
    gemm_nn(count, d.out, d.patch(), panel.data(), d.patch(), arranged.data(), d.out, &y[first * d.out], d.out,
            bias.empty() ? Accumulate::no : Accumulate::yes);
  });
}

template <class Real>
void conv_backward(const ConvDims& d, std::span<const std::int32_t> widths, std::span<const Real> x,
                   std::span<const Real> arranged, std::span<const Real> dy, std::span<Real> panel,
                   std::span<Real> darranged, std::span<Real> dx, std::span<Real> dweight, std::span<Real> dbias) {
  const std::size_t part = weight_part_rows(d);
  for_panels(d, [&](std::size_t first, std::size_t count) {
    const Real* dy_rows = &dy[first * d.out];
    if (!dweight.empty()) {
      gather(d, widths, x.data(), first, count, panel.data());
      gemm_tn(d.patch(), d.out, count, panel.data(), d.patch(), dy_rows, d.out, darranged.data(), d.out,
              first % part == 0 ? Accumulate::no : Accumulate::yes);
      const std::size_t end = first + count;
      if (end % part == 0 || end == d.rows())
        visit_weight(d, [&](std::size_t to, std::size_t from) { dweight[to] += darranged[from]; });
    }
    if (!dx.empty()) {
      gemm_nt(count, d.patch(), d.out, dy_rows, d.out, arranged.data(), d.out, panel.data(), d.patch(), Accumulate::no);
      scatter(d, widths, panel.data(), first, count, dx.data());
    }
  });
  if (!dbias.empty()) add_column_sums<Real>(dy, dbias);
}

#define UNROLLED_INSTANTIATE(Real)                                                                            \
  template void conv_arrange_weight(const ConvDims&, std::span<const Real>, std::span<Real>);                 \
  template void conv_forward(const ConvDims&, std::span<const std::int32_t>, std::span<const Real>,           \
                             std::span<const Real>, std::span<const Real>, std::span<Real>, std::span<Real>); \
  template void conv_backward(const ConvDims&, std::span<const std::int32_t>, std::span<const Real>,          \
                              std::span<const Real>, std::span<const Real>, std::span<Real>, std::span<Real>, \
                              std::span<Real>, std::span<Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
