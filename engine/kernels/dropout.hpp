#pragma once
#include <cstdint>
#include <span>

namespace unrolled {

/// Identifies one mask: the experiment's seed, the training step, and the op's number in its plan.
std::uint64_t dropout_key(std::uint64_t seed, std::uint64_t step, std::uint64_t op);

/// Inverted dropout: y[i] = keep[i] ? x[i] / (1 - p) : 0. keep[i] has probability 1 - p (to 32 bits) and comes from a
/// hash of (key, i), so no mask is stored and backward makes it again. p in [0,1). In place is allowed.
template <class Real>
void dropout_forward(double p, std::uint64_t key, std::span<const Real> x, std::span<Real> y);

/// dx[i] += keep[i] ? dy[i] / (1 - p) : 0, with the forward's p and key.
template <class Real>
void dropout_backward(double p, std::uint64_t key, std::span<const Real> dy, std::span<Real> dx);

}  // namespace unrolled
