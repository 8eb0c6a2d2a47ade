#pragma once
#include <cstddef>
#include <span>

namespace unrolled {

enum class Nonlinearity { tanh, relu };

/// T, B, H of a sequence stored time-major.
struct SequenceDims {
  std::size_t steps, batch, width;
  std::size_t rows() const { return steps * batch; }
  std::size_t step_size() const { return batch * width; }
};

/// Distance between rows of a transposed recurrent weight [H,gates]. Gates are mostly a power of two: rows so far apart
/// would fall into few sets of the first cache.
constexpr std::size_t recurrent_stride(std::size_t gates) { return gates + 16; }

/// All spans contiguous (but transposed weights) and distinct; empty where marked optional and absent. T, B, H from
/// SequenceDims.
/// The recurrent weight is wanted twice: as PyTorch stores it for backward, transposed for forward.
/// Gates take the place of what the input gave them, so that the sums of the recurrent product start from it in place.
template <class Real>
struct RnnBuffers {
  std::span<const Real> gate_input;   ///< [T,B,H]
  std::span<const Real> weight_hh;    ///< [H,H], rows are outputs; read by backward
  std::span<const Real> weight_hh_t;  ///< [H,H], transposed, rows recurrent_stride() apart; read by forward
  std::span<const Real> initial;      ///< [B,H] or empty: zeros
  std::span<Real> hidden;             ///< [T,B,H]
};

template <class Real>
struct RnnGradients {
  std::span<Real> hidden;      ///< [T,B,H]: enters as dL/dh[t] from outside, leaves as the total
  std::span<Real> gate_input;  ///< [T,B,H]: written
  std::span<Real> weight_hh;   ///< [H,H] or empty: accumulates
  std::span<Real> initial;     ///< [B,H] or empty: accumulates
};

/// h[t] = f(gate_input[t] + h[t-1] W_hh').
template <class Real>
void rnn_forward(SequenceDims d, Nonlinearity f, const RnnBuffers<Real>& x);

/// Backpropagation through time. A gradient of the last state is to be added to dhidden[T-1] before.
template <class Real>
void rnn_backward(SequenceDims d, Nonlinearity f, const RnnBuffers<Real>& x, const RnnGradients<Real>& dx);

/// As RnnBuffers, with gates in the order i f g o.
template <class Real>
struct LstmBuffers {
  std::span<const Real> weight_hh;     ///< [4H,H]
  std::span<const Real> weight_hh_t;   ///< [H,4H], rows recurrent_stride() apart
  std::span<const Real> initial;       ///< [B,H] or empty: zeros
  std::span<const Real> initial_cell;  ///< [B,H] or empty: zeros
  std::span<Real> hidden;              ///< [T,B,H]
  std::span<Real> gates;               ///< [T,B,4,H]: enters as gate_input, leaves after the nonlinearities
  std::span<Real> cell;                ///< [T,B,H]
  std::span<Real> cell_tanh;           ///< [T,B,H], tanh(c), kept for backward
};

template <class Real>
struct LstmGradients {
  std::span<Real> hidden;     ///< [T,B,H]: enters as dL/dh[t] from outside, leaves as the total
  std::span<Real> cell;       ///< [B,H]: enters as dL/dc[T-1] from outside, leaves as dL/dc[-1]
  std::span<Real> gates;      ///< [T,B,4,H]: written, dL/d(pre-activation), which is dL/dgate_input
  std::span<Real> weight_hh;  ///< [4H,H] or empty: accumulates
  std::span<Real> initial;    ///< [B,H] or empty: accumulates
};

/// (i,f,g,o) = (sigmoid,sigmoid,tanh,sigmoid)(gate_input[t] + h[t-1] W_hh'); c[t] = f c[t-1] + i g;
/// h[t] = o tanh(c[t]).
template <class Real>
void lstm_forward(SequenceDims d, const LstmBuffers<Real>& x);

/// Backpropagation through time. A gradient of the last state is to be added to dhidden[T-1] before.
template <class Real>
void lstm_backward(SequenceDims d, const LstmBuffers<Real>& x, const LstmGradients<Real>& dx);

}  // namespace unrolled
