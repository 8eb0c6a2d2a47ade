#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

/// Convolution of images with their channels last, x [B,H,W,in] to y [B,H',W',out], stride 1:
///
///     y[b,i,j,o] = bias[o] + sum over m,n,c of weight[o,c,m,n] x[b, i + m dilation_h - top, j + n dilation_w - left, c]
///
/// where x counts as zero outside the image. A sequence is an image of height 1; it is causal where left is
/// (kernel_w - 1) dilation_w and right 0.
struct ConvDims {
  std::size_t batch, height, width, in, out;
  std::size_t kernel_h = 1, kernel_w = 1, dilation_h = 1, dilation_w = 1;
  std::size_t top = 0, left = 0, bottom = 0, right = 0;  ///< padding

  std::size_t reach_h() const { return (kernel_h - 1) * dilation_h; }
  std::size_t reach_w() const { return (kernel_w - 1) * dilation_w; }
  std::size_t out_height() const { return height + top + bottom - reach_h(); }
  std::size_t out_width() const { return width + left + right - reach_w(); }
  std::size_t rows() const { return batch * out_height() * out_width(); }  ///< positions of y
  std::size_t patch() const { return kernel_h * kernel_w * in; }           ///< what one of them sees
};

/// Positions of y whose patches are gathered at a time: enough for a product, few enough for the second cache. The same
/// for any batch, so that memory grows evenly with it.
std::size_t conv_panel_rows(const ConvDims& d);

/// The weight [out,in,kernel_h,kernel_w] (PyTorch) in the order of a patch, [kernel_h,kernel_w,in,out].
template <class Real>
void conv_arrange_weight(const ConvDims& d, std::span<const Real> weight, std::span<Real> arranged);

/// y as above. widths [B]: columns of each image that exist, the rest counts as padding; empty: all do. arranged: the
/// weight from conv_arrange_weight; bias [out] or empty; panel: scratch of conv_panel_rows() patches.
template <class Real>
void conv_forward(const ConvDims& d, std::span<const std::int32_t> widths, std::span<const Real> x,
                  std::span<const Real> arranged, std::span<const Real> bias, std::span<Real> panel, std::span<Real> y);

/// dx += dL/dx, dweight += dL/dweight, dbias += dL/dbias; each may be empty and is then skipped. panel as above;
/// darranged: scratch of the weight's size.
template <class Real>
void conv_backward(const ConvDims& d, std::span<const std::int32_t> widths, std::span<const Real> x,
                   std::span<const Real> arranged, std::span<const Real> dy, std::span<Real> panel,
                   std::span<Real> darranged, std::span<Real> dx, std::span<Real> dweight, std::span<Real> dbias);

}  // namespace unrolled
