#pragma once
#include <span>

namespace unrolled {

/// y[r] = x[r] * scale[r] * weight, scale = 1 / sqrt(mean of x[r]^2 + eps): LayerNorm without centring and bias
/// (Zhang and Sennrich 2019). x, y: [rows,width]; weight: [width]; scale: [rows], kept for backward.
template <class Real>
void rms_norm_forward(std::span<const Real> x, std::span<const Real> weight, std::span<Real> y, std::span<Real> scale,
                      double eps);

/// With n = x * scale and g = dy * weight: dx += scale * (g - n * mean(g * n)), dweight += sum over rows of dy * n.
template <class Real>
void rms_norm_backward(std::span<const Real> x, std::span<const Real> weight, std::span<const Real> scale,
                       std::span<const Real> dy, std::span<Real> dx, std::span<Real> dweight);

}  // namespace unrolled
