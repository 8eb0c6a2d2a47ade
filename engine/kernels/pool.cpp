#include "kernels/pool.hpp"

#include <algorithm>

#include "simd/map.hpp"

namespace unrolled {
namespace {

/// One window: which of its positions exist, and where they are in x.
struct Window {
  std::size_t out;      // of y's row of channels
  std::size_t corner;   // of x's row at the upper left
  std::size_t stride;   // rows of x between two lines
  std::size_t columns;  // that exist
  std::size_t lines, kernel_w;

  std::size_t positions() const { return lines * columns; }
  /// visit(number in the window, x's row)
  template <class Visit>
  void each(Visit visit) const {
    for (std::size_t m = 0; m < lines; ++m)
      for (std::size_t n = 0; n < columns; ++n) visit(m * kernel_w + n, corner + m * stride + n);
  }
};

template <class Body>
void for_windows(const PoolDims& d, std::span<const std::int32_t> widths, Body body) {
  std::size_t out = 0;
  for (std::size_t b = 0; b < d.batch; ++b) {
    const std::size_t width = widths.empty() ? d.width : static_cast<std::size_t>(widths[b]);
    for (std::size_t i = 0; i < d.out_height(); ++i)
      for (std::size_t j = 0; j < d.out_width(); ++j, ++out) {
        const std::size_t left = j * d.kernel_w, right = std::min(left + d.kernel_w, std::max(width, left));
        body(Window{out, (b * d.height + i * d.kernel_h) * d.width + left, d.width, right - left, d.kernel_h,
                    d.kernel_w});
      }
  }
}

template <class Real>
void keep_larger(std::size_t n, const Real* x, std::size_t number, Real* winner, Real* best) {
  for (std::size_t c = 0; c < n; ++c)
    if (number == 0 || x[c] > best[c] || x[c] != x[c]) best[c] = x[c], winner[c] = static_cast<Real>(number);
}

}  // namespace

template <class Real>
void pool_forward(PoolKind kind, const PoolDims& d, std::span<const std::int32_t> widths, std::span<const Real> x,
                  std::span<Real> winners, std::span<Real> y) {
  const std::size_t C = d.channels;
  std::ranges::fill(y, Real(0));
  std::ranges::fill(winners, Real(0));
  for_windows(d, widths, [&](const Window& window) {
    Real* to = &y[window.out * C];
    if (kind == PoolKind::max)
      return window.each([&](std::size_t number, std::size_t row) {
        keep_larger(C, &x[row * C], number, &winners[window.out * C], to);
      });
    window.each([&](std::size_t, std::size_t row) {
      simd::zip(C, to, &x[row * C], to, [](auto sum, auto v) { return sum + v; });
    });
    const Real count = static_cast<Real>(std::max<std::size_t>(1, window.positions()));
    simd::map(C, to, to, [=](auto sum) { return sum / count; });
  });
}

template <class Real>
void pool_backward(PoolKind kind, const PoolDims& d, std::span<const std::int32_t> widths,
                   std::span<const Real> winners, std::span<const Real> dy, std::span<Real> dx) {
  const std::size_t C = d.channels;
  for_windows(d, widths, [&](const Window& window) {
    const Real *from = &dy[window.out * C], *winner = &winners[window.out * C];
    if (kind == PoolKind::mean) {
      const Real share = 1 / static_cast<Real>(std::max<std::size_t>(1, window.positions()));
      return window.each([&](std::size_t, std::size_t row) {
        simd::zip(C, &dx[row * C], from, &dx[row * C], [=](auto sum, auto g) { return sum + share * g; });
      });
    }
    if (window.positions() == 0) return;
    for (std::size_t c = 0; c < C; ++c) {
      const auto number = static_cast<std::size_t>(winner[c]);
      dx[(window.corner + number / d.kernel_w * window.stride + number % d.kernel_w) * C + c] += from[c];
    }
  });
}

#define UNROLLED_INSTANTIATE(Real)                                                                             \
  template void pool_forward(PoolKind, const PoolDims&, std::span<const std::int32_t>, std::span<const Real>,  \
                             std::span<Real>, std::span<Real>);                                                \
  template void pool_backward(PoolKind, const PoolDims&, std::span<const std::int32_t>, std::span<const Real>, \
                              std::span<const Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
