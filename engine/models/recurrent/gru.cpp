#include "models/recurrent/gru.hpp"

#include "models/recurrent/recurrent.hpp"
#include "ops/gru.hpp"

namespace unrolled {
namespace {

template <class Real>
class GruModel final : public RecurrentModel<Real> {
 public:
  GruModel(const Options& options, Signature signature)
      : RecurrentModel<Real>("gru", 3, recurrent_config(options), signature),
        reset_(options.text("reset") == "before" ? Reset::before : Reset::after) {}

 private:
  using typename RecurrentModel<Real>::Layer;
  using typename RecurrentModel<Real>::InputBiases;

  void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) override {
    plan.template add<GruOp<Real>>(tap_name, reset_, gate_input, *layer.weight_hh, *layer.bias_hh, hidden, initial,
                                   final_state);
  }
  /// The reset gate acts on the recurrent bias, which therefore is the cell's.
  InputBiases input_biases(const Layer& layer) const override { return {layer.bias_ih, nullptr}; }

  const Reset reset_;
};

OptionTable gru_options() {
  return recurrent_options({Option::choice(
      "reset", {{"after", "After the product (PyTorch)"}, {"before", "Before the product (2014)"}}, "Reset gate",
      "Whether the reset gate closes on what the weights make of the memory, or on the memory before "
      "the weights read it.")});
}

}  // namespace

const ModelKind& gru_kind() {
  static const ModelKind kind = recurrent_kind(
      {"gru", "GRU",
       "A recurrent network with two gates: how much of its memory to replace, and how much to ignore meanwhile.",
       gru_options()},
      {{"gru.{layer}.hidden", {"time", "batch", "unit"}, "Memory", "What each unit remembers at each step."},
       {"gru.{layer}.gates",
        {"time", "batch", "gate", "unit"},
        "Gates",
        "How far each gate (reset, update, candidate) is open at each step."}});
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_gru(const Options& options, Signature signature) {
  return std::make_unique<GruModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_gru(const Options&, Signature);
template std::unique_ptr<Model<double>> make_gru(const Options&, Signature);

}  // namespace unrolled
