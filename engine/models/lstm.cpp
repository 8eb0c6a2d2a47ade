#include "models/lstm.hpp"

#include "models/recurrent.hpp"
#include "ops/lstm.hpp"

namespace unrolled {
namespace {

template <class Real>
class LstmModel final : public RecurrentModel<Real> {
 public:
  LstmModel(const Options& options, Signature signature)
      : RecurrentModel<Real>("lstm", 4, recurrent_config(options), signature),
        forget_bias_(options.number("forget_bias")) {}

 private:
  using typename RecurrentModel<Real>::Layer;

  void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) override {
    plan.template add<LstmOp<Real>>(tap_name, gate_input, *layer.weight_hh, hidden, initial, final_state);
  }
  bool has_cell_state() const override { return true; }

  /// Gate order i f g o: the second of four parts (Jozefowicz, Zaremba and Sutskever 2015).
  void adjust_initial() override {
    const std::size_t H = this->config_.hidden_size;
    for (const Layer& layer : this->layers_)
      for (Real& bias : layer.bias_ih->value.subspan(H, H)) bias += static_cast<Real>(forget_bias_);
  }

  const double forget_bias_;
};

OptionTable options() {
  return recurrent_options({Option::number("forget_bias", 0, 0, 5, "Forget bias",
                                           "Added to the forget gates' biases before training: above 0, an untrained "
                                           "cell begins by remembering (PyTorch uses 0).")
                                .by(0.5)});
}

}  // namespace

const ModelKind& lstm_kind() {
  static const ModelKind kind = recurrent_kind(
      {"lstm", "LSTM",
       "A recurrent network whose gates decide what to store, what to forget and what to show, so that memory lasts.",
       options()},
      {{"lstm.{layer}.hidden",
        {"time", "batch", "unit"},
        "Memory shown",
        "What each unit shows to the rest of the network after each character."},
       {"lstm.{layer}.cell", {"time", "batch", "unit"}, "Cell state", "What each unit keeps to itself."},
       {"lstm.{layer}.gates",
        {"time", "batch", "gate", "unit"},
        "Gates",
        "How far each gate (input, forget, candidate, output) is open after each character."}});
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_lstm(const Options& options, Signature signature) {
  return std::make_unique<LstmModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_lstm(const Options&, Signature);
template std::unique_ptr<Model<double>> make_lstm(const Options&, Signature);

}  // namespace unrolled
