#pragma once
#include "kernels/gru.hpp"
#include "support/reference_recurrent.hpp"

// The GRU one number at a time, straight from its formulas. A GruFlaw plants a mistake in backward that a gradient check
// must notice.

namespace unrolled::test {

enum class GruFlaw { none, no_direct_path, bias_outside_reset, no_reset_path };

struct ReferenceGru : ReferenceSequence {
  Reset reset;
  std::vector<double> bias_hh, dbias_hh;
  std::vector<double> inner;  ///< [T,B,H], see GruBuffers

  ReferenceGru(SequenceDims dims, Reset kind)
      : ReferenceSequence(dims, 3),
        reset(kind),
        bias_hh(3 * dims.width),
        dbias_hh(bias_hh.size()),
        inner(hidden.size()) {}

  double memory(std::size_t row, std::size_t unit) const { return before(hidden, h0, row, unit); }

  /// What gate value g (0 .. 3H-1) gets from the recurrence, r having been made where that matters.
  double recurrent(std::size_t row, std::size_t g) const {
    const bool reset_first = reset == Reset::before && g >= 2 * d.width;
    double sum = bias_hh[g];
    for (std::size_t j = 0; j < d.width; ++j)
      sum += weight_hh[g * d.width + j] * memory(row, j) * (reset_first ? gate[row * gates + j] : 1);
    return sum;
  }

  void forward() {
    const std::size_t H = d.width;
    for (std::size_t row = 0; row < d.rows(); ++row) {
      double* g = &gate[row * gates];
      const double* x = &gate_input[row * gates];
      for (std::size_t k = 0; k < 2 * H; ++k) g[k] = logistic(x[k] + recurrent(row, k));
      for (std::size_t u = 0; u < H; ++u) {
        const double product = recurrent(row, 2 * H + u), z = g[H + u];
        const double n = std::tanh(x[2 * H + u] + (reset == Reset::after ? g[u] * product : product));
        inner[row * H + u] = product;
        g[2 * H + u] = n;
        hidden[row * H + u] = (1 - z) * n + z * memory(row, u);
      }
    }
  }

  /// dhidden enters as dL/dh from outside.
  void backward(GruFlaw flaw = GruFlaw::none) {
    const std::size_t H = d.width;
    for (std::size_t row = d.rows(); row-- > 0;) {
      const double* g = &gate[row * gates];
      double* dg = &dgate[row * gates];
      std::vector<double> dproduct(gates), dmemory(H);
      for (std::size_t u = 0; u < H; ++u) {
        const double r = g[u], z = g[H + u], n = g[2 * H + u], dh = dhidden[row * H + u];
        dg[H + u] = dproduct[H + u] = dh * (memory(row, u) - n) * z * (1 - z);
        dg[2 * H + u] = dh * (1 - z) * (1 - n * n);
        dproduct[2 * H + u] = dg[2 * H + u] * (reset == Reset::after ? r : 1);
        if (flaw != GruFlaw::no_direct_path) dmemory[u] += dh * z;
      }
      for (std::size_t u = 0; u < H; ++u) {
        const double r = g[u];
        double dr = dg[2 * H + u] * inner[row * H + u];
        if (reset == Reset::before) {
          dr = 0;  // through r h[t-1]
          for (std::size_t k = 0; k < H; ++k) dr += dg[2 * H + k] * weight_hh[(2 * H + k) * H + u];
          dr *= memory(row, u);
        }
        dg[u] = dproduct[u] = flaw == GruFlaw::no_reset_path ? 0 : dr * r * (1 - r);
      }
      through_product(row, flaw == GruFlaw::bias_outside_reset ? std::vector<double>(dg, dg + gates) : dproduct,
                      dproduct, dmemory);
    }
  }

 private:
  void through_product(std::size_t row, const std::vector<double>& dbias, const std::vector<double>& dproduct,
                       std::vector<double>& dmemory) {
    for (std::size_t k = 0; k < gates; ++k) {
      dbias_hh[k] += dbias[k];
      for (std::size_t j = 0; j < d.width; ++j) {
        const double scale = reset == Reset::before && k >= 2 * d.width ? gate[row * gates + j] : 1;
        dweight_hh[k * d.width + j] += dproduct[k] * scale * memory(row, j);
        dmemory[j] += dproduct[k] * scale * weight_hh[k * d.width + j];
      }
    }
    for (std::size_t j = 0; j < d.width; ++j)
      (row < d.batch ? dh0[row * d.width + j] : dhidden[(row - d.batch) * d.width + j]) += dmemory[j];
  }
};

}  // namespace unrolled::test
