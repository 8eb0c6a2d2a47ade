#pragma once
#include "kernels/recurrent.hpp"

namespace unrolled {

/// All spans contiguous and distinct; empty where marked optional and absent. T, B, H from SequenceDims.
template <class Real>
struct ScanBuffers {
  std::span<const Real> keep;     ///< [T,B,H], a
  std::span<const Real> add;      ///< [T,B,H], b
  std::span<const Real> initial;  ///< [B,H] or empty: zeros
  std::span<Real> state;          ///< [T,B,H], h
};

template <class Real>
struct ScanGradients {
  std::span<Real> state;    ///< [T,B,H]: enters as dL/dh[t] from outside, leaves as the total
  std::span<Real> keep;     ///< [T,B,H] or empty: accumulates
  std::span<Real> add;      ///< [T,B,H] or empty: accumulates
  std::span<Real> initial;  ///< [B,H] or empty: accumulates
};

/// h[t] = a[t] h[t-1] + b[t], element by element: a recurrence without a product and without a bend, whose gates know the
/// input alone (Martin and Cundy 2018).
template <class Real>
void scan_forward(SequenceDims d, const ScanBuffers<Real>& x);

/// Backpropagation through time. A gradient of the last state is to be added to dh[T-1] before.
template <class Real>
void scan_backward(SequenceDims d, const ScanBuffers<Real>& x, const ScanGradients<Real>& dx);

/// The gates of a linear recurrence from projected inputs (Feng et al. 2024), "Were RNNs all we needed?".
enum class MinimalGates {
  gru,   ///< x = (z, n): a = 1 - sigmoid(z), b = sigmoid(z) n
  lstm,  ///< x = (f, i, n): a = F / (F + I), b = I / (F + I) n with F = sigmoid(f), I = sigmoid(i)
};
inline std::size_t gate_count(MinimalGates gates) { return gates == MinimalGates::gru ? 2 : 3; }

/// x: [rows,G,H]; keep, add: [rows,H].
template <class Real>
void minimal_gates_forward(MinimalGates gates, std::size_t rows, std::size_t width, std::span<const Real> x,
                           std::span<Real> keep, std::span<Real> add);

/// dx += dL/dx.
template <class Real>
void minimal_gates_backward(MinimalGates gates, std::size_t rows, std::size_t width, std::span<const Real> x,
                            std::span<const Real> dkeep, std::span<const Real> dadd, std::span<Real> dx);

}  // namespace unrolled
