#pragma once
#include <span>

namespace unrolled {

inline constexpr double kLayerNormEps = 1e-5;  // PyTorch's default

/// y[r] = (x[r] - mean[r]) * rstd[r] * weight + bias, where mean and rstd = 1 / sqrt(variance + eps) are over the row
/// (variance without Bessel's correction), and are kept for backward (Ba, Kiros and Hinton 2016).
/// x, y: [rows,width], may be the same memory if nobody needs x; weight, bias: [width]; mean, rstd: [rows].
template <class Real>
void layer_norm_forward(std::span<const Real> x, std::span<const Real> weight, std::span<const Real> bias,
                        std::span<Real> y, std::span<Real> mean, std::span<Real> rstd, double eps = kLayerNormEps);

/// With n = (x - mean) * rstd and g = dy * weight: dx += rstd * (g - mean(g) - n * mean(g * n)),
/// dweight += sum over rows of dy * n, dbias += sum over rows of dy. All three accumulate.
template <class Real>
void layer_norm_backward(std::span<const Real> x, std::span<const Real> weight, std::span<const Real> mean,
                         std::span<const Real> rstd, std::span<const Real> dy, std::span<Real> dx,
                         std::span<Real> dweight, std::span<Real> dbias);

}  // namespace unrolled
