#pragma once
#include "kernels/recurrent.hpp"

namespace unrolled {

/// Real: each state is a number and is scaled at each step. Complex: each is a pair, which is turned, too.
enum class Diagonal { real, complex };
inline std::size_t part_count(Diagonal kind) { return kind == Diagonal::real ? 1 : 2; }

/// P is 1 or 2: real and imaginary parts. All spans contiguous and distinct; T, B, N from SequenceDims.
template <class Real>
struct DiagonalBuffers {
  std::span<const Real> eigenvalue;  ///< [P,N], lambda
  std::span<const Real> gain;        ///< [N], gamma
  std::span<const Real> input;       ///< [T,B,P,N]
  std::span<const Real> initial;     ///< [B,P,N] or empty: zeros
  std::span<Real> state;             ///< [T,B,P,N]
};

template <class Real>
struct DiagonalGradients {
  std::span<Real> state;       ///< [T,B,P,N]: enters as dL/dh[t] from outside, leaves as the total
  std::span<Real> input;       ///< [T,B,P,N] or empty: accumulates
  std::span<Real> eigenvalue;  ///< [P,N]: accumulates dL/d(its real and imaginary part)
  std::span<Real> gain;        ///< [N]: accumulates
  std::span<Real> initial;     ///< [B,P,N] or empty: accumulates
};

/// h[t] = lambda h[t-1] + gamma x[t], unit by unit: a linear system whose matrix is diagonal (Orvieto et al. 2023).
template <class Real>
void diagonal_forward(SequenceDims d, Diagonal kind, const DiagonalBuffers<Real>& x);

/// Backpropagation through time. A gradient of the last state is to be added to dh[T-1] before.
template <class Real>
void diagonal_backward(SequenceDims d, Diagonal kind, const DiagonalBuffers<Real>& x,
                       const DiagonalGradients<Real>& dx);

}  // namespace unrolled
