#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

enum class PoolKind { max, mean };

/// Windows of kernel_h x kernel_w side by side over images with their channels last: x [B,H,W,C] to y [B,H',W',C],
/// H' = H / kernel_h, W' = W / kernel_w; what is left over at the edges is not read, as with torch.nn.MaxPool2d.
struct PoolDims {
  std::size_t batch, height, width, channels, kernel_h, kernel_w;

  std::size_t out_height() const { return height / kernel_h; }
  std::size_t out_width() const { return width / kernel_w; }
};

/// y = the largest, or the mean, of each channel in each window. widths [B]: columns of each image that exist, the
/// others take no part; empty: all do. A window without any gives 0. winners: as many as y, the number of the winning
/// position in its window (the first of equals), or 0 for the mean; NaN wins.
template <class Real>
void pool_forward(PoolKind kind, const PoolDims& d, std::span<const std::int32_t> widths, std::span<const Real> x,
                  std::span<Real> winners, std::span<Real> y);

/// dx += dL/dx. winners as pool_forward left them.
template <class Real>
void pool_backward(PoolKind kind, const PoolDims& d, std::span<const std::int32_t> widths,
                   std::span<const Real> winners, std::span<const Real> dy, std::span<Real> dx);

}  // namespace unrolled
