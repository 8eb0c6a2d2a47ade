#pragma once
#include "kernels/recurrent.hpp"

namespace unrolled {

/// A gate that does what it learns, or one that is held at 1 or at 0 and has no gradient.
enum class GateMode { learned, open, closed };

/// What an LSTM may have beyond lstm_forward's. Spans are empty where a part is absent, those of a norm all at once.
template <class Real>
struct LstmExtras {
  GateMode input = GateMode::learned, forget = GateMode::learned, output = GateMode::learned;
  std::span<const Real> peephole;  ///< [3,H], of i f o
  /// Layer norm of what W_hh gives.
  std::span<const Real> norm_weight, norm_bias;  ///< [4H]
  std::span<Real> product;                       ///< [T,B,4H], before the norm
  std::span<Real> normed_product;                ///< [B,4H]: scratch
  std::span<Real> mean, rstd;                    ///< [T,B]
  /// Layer norm of the cell, before its tanh.
  std::span<const Real> cell_weight, cell_bias;  ///< [H]
  std::span<Real> normed_cell;                   ///< [T,B,H]
  std::span<Real> cell_mean, cell_rstd;          ///< [T,B]
};

template <class Real>
struct LstmExtraGradients {
  std::span<Real> peephole, norm_weight, norm_bias, cell_weight, cell_bias;  ///< accumulate; empty where absent
  std::span<Real> product;                                                   ///< [T,B,4H]: written; of the first norm
  std::span<Real> normed_cell;                                               ///< [B,H]: scratch, of the second
};

/// As lstm_forward, with x = gate_input[t], c = c[t-1], p the peepholes (Gers and Schmidhuber 2000) and norms as in Ba,
/// Kiros and Hinton 2016 (their norm of W_ih x is gate_input's maker's business):
/// z = x + norm(h[t-1] W_hh'); i = sigmoid(z_i + p_i c); f = sigmoid(z_f + p_f c); g = tanh(z_g); c[t] = f c + i g;
/// o = sigmoid(z_o + p_o c[t]); h[t] = o tanh(norm(c[t])).
template <class Real>
void lstm_extended_forward(SequenceDims d, const LstmBuffers<Real>& x, const LstmExtras<Real>& extras);

/// Backpropagation through time. dx.gates is written with dL/dz.
template <class Real>
void lstm_extended_backward(SequenceDims d, const LstmBuffers<Real>& x, const LstmExtras<Real>& extras,
                            const LstmGradients<Real>& dx, const LstmExtraGradients<Real>& dextras);

}  // namespace unrolled
