#pragma once
#include <cstddef>
#include <span>

namespace unrolled {

/// Gated linear unit (Dauphin et al. 2017): y = a * sigmoid(b) for rows of x that hold `width` numbers a, then as many
/// b. x: rows of 2 width; gate = sigmoid(b), kept for backward, and y: rows of width. All distinct.
template <class Real>
void glu_forward(std::size_t width, std::span<const Real> x, std::span<Real> gate, std::span<Real> y);

/// dx += dL/dx: da += dy * gate, db += dy * a * gate * (1 - gate).
template <class Real>
void glu_backward(std::size_t width, std::span<const Real> x, std::span<const Real> gate, std::span<const Real> dy,
                  std::span<Real> dx);

}  // namespace unrolled
