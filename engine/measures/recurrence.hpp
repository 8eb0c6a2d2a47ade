#pragma once
#include <string>
#include <vector>

#include "measures/measure.hpp"

namespace unrolled {

/// A recurrent layer with weights W_hh in one direction, by its parameter "encoder.weight_hh_l0_reverse".
struct Recurrence {
  std::string name;    ///< "rnn.0", "rnn.0.reverse", "seq2seq.encoder.0"
  std::string tap;     ///< what its taps begin with
  std::string suffix;  ///< of its parameters: "_l0_reverse"
  std::string prefix;  ///< "rnn", "encoder"
  const Tensor<float>* weight;

  explicit Recurrence(const Tensor<float>& weight_hh);
  bool encodes() const { return prefix == "encoder"; }
  std::size_t width() const { return weight->shape[1]; }
  std::size_t gates() const { return weight->shape[0] / width(); }
  std::size_t state_width() const { return gates() == 4 ? 2 * width() : width(); }
  std::vector<std::string> gate_names() const;
  /// "weight_peephole": in double; empty where the layer has none.
  std::vector<double> parameter(const Subject& subject, const std::string& name) const;
  /// Whether its cell is nothing but its gates, without norms.
  bool plain(const Subject& subject) const;
};

/// In the order of the parameters.
std::vector<Recurrence> recurrences(const Subject& subject);

std::vector<double> in_double(std::span<const float> from);

/// Gradient of a loss with respect to the state (h, c) that an LSTM's step leaves, both as if nothing else followed from
/// them but what comes after: dh = dL/dh[t], which backward leaves, and from step to step, backwards,
///   dc[t] = (dh[t+1] s[t+1] + dc[t+1]) d[t+1]          (s and d: StepJacobian, with peepholes)
/// of H units each. `c`, `o` and so on are of step t + 1, `before` is c[t].
class CellGradient {
 public:
  /// peephole: [3,H] of i f o, or empty.
  CellGradient(std::size_t width, std::vector<double> peephole) : peephole_(std::move(peephole)), dc_(width) {}
  /// From step t + 1 to t. dh: of step t + 1; gates [4,H]: i f g o.
  void step(std::span<const float> dh, std::span<const float> cell, std::span<const float> before,
            std::span<const float> gates);
  const std::vector<double>& dc() const { return dc_; }

 private:
  double peep(std::size_t of, std::size_t u) const { return peephole_.empty() ? 0 : peephole_[of * dc_.size() + u]; }

  const std::vector<double> peephole_;
  std::vector<double> dc_;
};

}  // namespace unrolled
