#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "kernels/gru.hpp"

namespace unrolled {

/// What a recurrent layer of width H has at one step: rows of H, gates [G,H] after their nonlinearities.
struct CellStep {
  std::span<const double> hidden_before, cell_before;  ///< h[t-1]; c[t-1] of an LSTM
  std::span<const double> hidden, cell;                ///< h[t], c[t]
  std::span<const double> gates;                       ///< r z n of a GRU, i f g o of an LSTM
};

/// The mean over steps of the Jacobian of one step of a recurrent layer with respect to its state, what comes in held fixed.
/// Most of a Jacobian is a sum of weights whose rows are scaled by numbers of the step: of these the means are enough.
///   rnn         diag(f') W, f' = 1 - h[t]^2 of tanh, 1 where h[t] > 0 of relu
///   gru         diag(z) + diag((h[t-1] - n) z (1-z)) W_z + diag(a) dn, a = (1-z) (1-n^2), where
///     after     dn = diag(r) W_n + diag((W_n h[t-1] + b_n) r (1-r)) W_r
///     before    dn = W_n (diag(r) + diag(h[t-1] r (1-r)) W_r)
///   lstm        of the state (h, c), in that order, [2H,2H], with peepholes p and c = c[t-1]:
///     dc/dh     A = diag(g i (1-i)) W_i + diag(c f (1-f)) W_f + diag(i (1-g^2)) W_g
///     dc/dc     d = f + g i (1-i) p_i + c f (1-f) p_f
///     dh/dh     diag(tanh(c[t]) o (1-o)) W_o + diag(s) A, s = o (1 - tanh(c[t])^2) + tanh(c[t]) o (1-o) p_o
///     dh/dc     s d
/// A gate that is held at 0 or 1 follows by itself. (Cells: ops/rnn.hpp, gru.hpp, kernels/recurrent_lstm.hpp.)
class StepJacobian {
 public:
  virtual ~StepJacobian() = default;
  virtual void add(const CellStep& step) = 0;
  /// Rows and columns.
  virtual std::size_t width() const = 0;
  /// Row i of the mean is added to `row`, which has width() numbers; nothing where no step was added.
  virtual void add_row(std::size_t i, double* row) const = 0;
  /// Operations that takes, but for a few for each number of the row.
  virtual double row_work() const { return 0; }
  /// [width,width]; zeros where no step was added.
  std::vector<double> mean() const;
};

// Weights [G*H,H], as the layer's weight_hh; they are read until the Jacobian is gone.
std::unique_ptr<StepJacobian> rnn_jacobian(std::span<const double> weight, std::size_t width,
                                           Nonlinearity nonlinearity);
std::unique_ptr<StepJacobian> gru_jacobian(std::span<const double> weight, std::span<const double> bias,
                                           std::size_t width, Reset reset);
/// peephole: [3,H] of i f o, or empty.
std::unique_ptr<StepJacobian> lstm_jacobian(std::span<const double> weight, std::span<const double> peephole,
                                            std::size_t width);

}  // namespace unrolled
