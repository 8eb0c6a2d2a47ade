#pragma once
#include <cstddef>
#include <span>

namespace unrolled {

/// y[r] = swish(a) * b with swish(a) = a sigmoid(a), where row r of x is a then b (Shazeer 2020).
/// x: [rows,2*width]; y: [rows,width].
template <class Real>
void swiglu_forward(std::size_t width, std::span<const Real> x, std::span<Real> y);

/// dx += dL/dx from dy.
template <class Real>
void swiglu_backward(std::size_t width, std::span<const Real> x, std::span<const Real> dy, std::span<Real> dx);

}  // namespace unrolled
