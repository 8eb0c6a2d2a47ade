#include "models/recurrent/rnn.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "models/recurrent/recurrent.hpp"
#include "ops/rnn.hpp"

namespace unrolled {
namespace {

/// The rows of a square matrix, made orthonormal one after the other (modified Gram-Schmidt, in double). Of independent
/// rows such as random ones; then every eigenvalue has the absolute value 1 (Saxe, McClelland and Ganguli 2014).
template <class Real>
void orthogonalise(std::span<Real> matrix, std::size_t size) {
  std::vector<double> rows(matrix.begin(), matrix.end());
  const auto dot = [&](std::size_t i, std::size_t j) {
    return std::inner_product(&rows[i * size], &rows[i * size] + size, &rows[j * size], 0.0);
  };
  const auto remove = [&](std::size_t i, std::size_t j, double part) {
    for (std::size_t k = 0; k < size; ++k) rows[i * size + k] -= part * rows[j * size + k];
  };
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < i; ++j) remove(i, j, dot(i, j));
    const double norm = std::sqrt(dot(i, i));
    for (std::size_t k = 0; k < size; ++k) rows[i * size + k] /= norm;
  }
  std::ranges::transform(rows, matrix.begin(), [](double x) { return static_cast<Real>(x); });
}

template <class Real>
class RnnModel final : public RecurrentModel<Real> {
 public:
  RnnModel(const Options& options, Signature signature)
      : RecurrentModel<Real>("rnn", 1, recurrent_config(options), signature),
        nonlinearity_(options.text("nonlinearity") == "relu" ? Nonlinearity::relu : Nonlinearity::tanh),
        recurrent_init_(options.text("recurrent_init")),
        spectral_radius_(options.number("spectral_radius")) {}

 private:
  using typename RecurrentModel<Real>::Layer;

  void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) override {
    plan.template add<RnnOp<Real>>(tap_name, nonlinearity_, gate_input, *layer.weight_hh, hidden, initial, final_state);
  }

  void adjust_initial() override {
    if (recurrent_init_ == "uniform") return;
    for (const Layer& layer : this->layers_) {
      std::span<Real> weight = layer.weight_hh->value;
      if (recurrent_init_ == "identity")
        start_as_identity(layer);
      else
        orthogonalise(weight, this->config_.hidden_size);
      for (Real& w : weight) w *= static_cast<Real>(spectral_radius_);
    }
  }
  /// With the biases at zero, ReLU units keep what they hold (Le, Jaitly and Hinton 2015).
  void start_as_identity(const Layer& layer) {
    const std::size_t H = this->config_.hidden_size;
    std::span<Real> weight = layer.weight_hh->value;
    std::ranges::fill(weight, Real(0));
    for (std::size_t i = 0; i < H; ++i) weight[i * H + i] = 1;
    for (const Tensor<Real>* bias : {layer.bias_ih, layer.bias_hh}) std::ranges::fill(bias->value, Real(0));
  }

  const Nonlinearity nonlinearity_;
  const std::string recurrent_init_;
  const double spectral_radius_;
};

OptionTable rnn_options() {
  return recurrent_options(
      {Option::choice("nonlinearity", {{"tanh", "tanh"}, {"relu", "ReLU"}}, "Nonlinearity",
                      "What bends the sum in each unit: tanh keeps memory between -1 and 1, ReLU lets it grow without "
                      "bound."),
       Option::choice("recurrent_init",
                      {{"uniform", "Uniform (PyTorch)"}, {"orthogonal", "Orthogonal"}, {"identity", "Identity"}},
                      "Recurrent weights at the start",
                      "How memory passes on before training: mixed at random, turned without loss, or kept as it is."),
       Option::number("spectral_radius", 1, 0.1, 2, "Spectral radius",
                      "How much of the memory a step keeps before training: below 1 it fades, above 1 it explodes.")
           .by(0.05)
           .only_if("recurrent_init", {"orthogonal", "identity"})});
}

}  // namespace

const ModelKind& rnn_kind() {
  static const ModelKind kind = recurrent_kind(
      {"rnn", "RNN", "The plain recurrent network: one vector of memory, rewritten whole at every step.",
       rnn_options()},
      {{"rnn.{layer}.hidden", {"time", "batch", "unit"}, "Memory", "What each unit remembers at each step."}});
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_rnn(const Options& options, Signature signature) {
  return std::make_unique<RnnModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_rnn(const Options&, Signature);
template std::unique_ptr<Model<double>> make_rnn(const Options&, Signature);

}  // namespace unrolled
