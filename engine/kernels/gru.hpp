#pragma once
#include "kernels/recurrent.hpp"

namespace unrolled {

/// Where the reset gate acts: on what the recurrent product gives (PyTorch, cuDNN), or on the memory that enters the
/// product (Cho et al. 2014).
enum class Reset { after, before };

/// As LstmBuffers, with gates in the order r z n. The recurrent bias is apart from gate_input, because the reset gate
/// acts on n's part of it.
template <class Real>
struct GruBuffers {
  std::span<const Real> weight_hh;    ///< [3H,H]
  std::span<const Real> weight_hh_t;  ///< [H,3H], rows recurrent_stride() apart
  std::span<const Real> bias_hh;      ///< [3H]
  std::span<const Real> initial;      ///< [B,H] or empty: zeros
  std::span<Real> hidden;             ///< [T,B,H]
  std::span<Real> gates;              ///< [T,B,3,H]: enters as gate_input, leaves after the nonlinearities
  std::span<Real> inner;              ///< [T,B,H], what backward needs: h[t-1] W_hn' + b_hn, or r h[t-1]
};

template <class Real>
struct GruGradients {
  std::span<Real> hidden;     ///< [T,B,H]: enters as dL/dh[t] from outside, leaves as the total
  std::span<Real> gates;      ///< [T,B,3,H]: written, dL/d(pre-activation), which is dL/dgate_input
  std::span<Real> inner;      ///< dL/d(inner): [T,B,H], written, or for Reset::before [B,H], scratch
  std::span<Real> weight_hh;  ///< [3H,H] or empty: accumulates
  std::span<Real> bias_hh;    ///< [3H] or empty: accumulates
  std::span<Real> initial;    ///< [B,H] or empty: accumulates
};

/// With x = gate_input[t], h = h[t-1]: r = sigmoid(x_r + h W_hr' + b_hr); z = sigmoid(x_z + h W_hz' + b_hz);
/// n = tanh(x_n + r (h W_hn' + b_hn)), or tanh(x_n + (r h) W_hn' + b_hn); h[t] = (1 - z) n + z h.
template <class Real>
void gru_forward(SequenceDims d, Reset reset, const GruBuffers<Real>& x);

/// Backpropagation through time. A gradient of the last state is to be added to dhidden[T-1] before.
template <class Real>
void gru_backward(SequenceDims d, Reset reset, const GruBuffers<Real>& x, const GruGradients<Real>& dx);

}  // namespace unrolled
