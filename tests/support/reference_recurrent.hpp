#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "kernels/recurrent.hpp"

// The recurrent cells one number at a time, straight from their formulas, for comparison with the fused kernels. A Flaw
// plants a mistake in backward that a gradient check must notice.

namespace unrolled::test {

enum class Flaw { none, no_forget_path, no_initial_in_weight, no_recurrence };

/// State and gradients of any cell. Arrays are as in RnnBuffers and LstmBuffers; `gates` is 1 or 4 times H wide.
struct ReferenceSequence {
  SequenceDims d;
  std::size_t gates;
  std::vector<double> gate_input, weight_hh, h0, c0;
  std::vector<double> hidden, cell, gate;
  std::vector<double> dhidden, dcell, dgate, dweight_hh, dh0;

  ReferenceSequence(SequenceDims dims, std::size_t gates_per_unit)
      : d(dims),
        gates(gates_per_unit * dims.width),
        h0(dims.step_size()),
        c0(dims.step_size()),
        hidden(dims.rows() * dims.width),
        cell(hidden.size()),
        gate(dims.rows() * gates),
        dcell(dims.step_size()),
        dgate(gate.size()),
        dweight_hh(gates * dims.width),
        dh0(dims.step_size()) {}

  double before(const std::vector<double>& sequence, const std::vector<double>& initial, std::size_t row,
                std::size_t unit) const {
    return row < d.batch ? initial[row * d.width + unit] : sequence[(row - d.batch) * d.width + unit];
  }

  /// gate_input + W_hh h[t-1] for gate value g of a row (row = t * B + b).
  double pre_activation(std::size_t row, std::size_t g) const {
    double sum = gate_input[row * gates + g];
    for (std::size_t j = 0; j < d.width; ++j) sum += weight_hh[g * d.width + j] * before(hidden, h0, row, j);
    return sum;
  }

  /// From dgate of a row: dh[t-1] and the weight's gradient.
  void through_recurrence(std::size_t row, Flaw flaw) {
    for (std::size_t g = 0; g < gates; ++g)
      for (std::size_t j = 0; j < d.width; ++j) {
        double& dh = row < d.batch ? dh0[row * d.width + j] : dhidden[(row - d.batch) * d.width + j];
        if (flaw != Flaw::no_recurrence) dh += dgate[row * gates + g] * weight_hh[g * d.width + j];
        if (flaw == Flaw::no_initial_in_weight && row < d.batch) continue;
        dweight_hh[g * d.width + j] += dgate[row * gates + g] * before(hidden, h0, row, j);
      }
  }
};

inline double logistic(double z) { return 1 / (1 + std::exp(-z)); }

inline void reference_rnn_forward(Nonlinearity f, ReferenceSequence& s) {
  for (std::size_t i = 0; i < s.hidden.size(); ++i) {
    const double z = s.pre_activation(i / s.d.width, i % s.d.width);
    s.hidden[i] = f == Nonlinearity::tanh ? std::tanh(z) : std::max(z, 0.0);
  }
}

/// dhidden enters as dL/dh from outside.
inline void reference_rnn_backward(Nonlinearity f, ReferenceSequence& s, Flaw flaw = Flaw::none) {
  for (std::size_t row = s.d.rows(); row-- > 0;) {
    for (std::size_t u = 0; u < s.d.width; ++u) {
      const double h = s.hidden[row * s.d.width + u];
      const double slope = f == Nonlinearity::tanh ? 1 - h * h : (h > 0 ? 1 : 0);
      s.dgate[row * s.d.width + u] = s.dhidden[row * s.d.width + u] * slope;
    }
    s.through_recurrence(row, flaw);
  }
}

inline void reference_lstm_forward(ReferenceSequence& s) {
  const std::size_t width = s.d.width;
  for (std::size_t row = 0; row < s.d.rows(); ++row) {
    double* gate = &s.gate[row * s.gates];
    for (std::size_t g = 0; g < s.gates; ++g) {
      const double z = s.pre_activation(row, g);
      gate[g] = g / width == 2 ? std::tanh(z) : logistic(z);
    }
    for (std::size_t u = 0; u < width; ++u) {
      const double c = gate[width + u] * s.before(s.cell, s.c0, row, u) + gate[u] * gate[2 * width + u];
      s.cell[row * width + u] = c;
      s.hidden[row * width + u] = gate[3 * width + u] * std::tanh(c);
    }
  }
}

/// dhidden and dcell enter as what comes from outside; dcell leaves as dL/dc[-1].
inline void reference_lstm_backward(ReferenceSequence& s, Flaw flaw = Flaw::none) {
  const std::size_t width = s.d.width;
  for (std::size_t row = s.d.rows(); row-- > 0;) {
    for (std::size_t u = 0; u < width; ++u) {
      const double* gate = &s.gate[row * s.gates + u];
      const double i = gate[0], f = gate[width], g = gate[2 * width], o = gate[3 * width];
      const double tanh_c = std::tanh(s.cell[row * width + u]), dh = s.dhidden[row * width + u];
      double& dcell = s.dcell[row % s.d.batch * width + u];
      const double dc = dcell + dh * o * (1 - tanh_c * tanh_c);
      double* dgate = &s.dgate[row * s.gates + u];
      dgate[0] = dc * g * i * (1 - i);
      dgate[width] = dc * s.before(s.cell, s.c0, row, u) * f * (1 - f);
      dgate[2 * width] = dc * i * (1 - g * g);
      dgate[3 * width] = dh * tanh_c * o * (1 - o);
      dcell = flaw == Flaw::no_forget_path ? 0 : dc * f;
    }
    s.through_recurrence(row, flaw);
  }
}

}  // namespace unrolled::test
