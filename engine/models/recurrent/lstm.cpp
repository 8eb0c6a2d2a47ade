#include "models/recurrent/lstm.hpp"

#include <cmath>
#include <vector>

#include "models/parts.hpp"
#include "models/recurrent/recurrent.hpp"
#include "ops/lstm.hpp"

namespace unrolled {
namespace {

GateMode gate_mode(const Options& options, const std::string& name) {
  const std::string& mode = options.text(name);
  return mode == "learned" ? GateMode::learned : mode == "open" ? GateMode::open : GateMode::closed;
}

template <class Real>
class LstmModel final : public RecurrentModel<Real> {
 public:
  LstmModel(const Options& options, Signature signature)
      : RecurrentModel<Real>("lstm", 4, recurrent_config(options), signature),
        forget_bias_(options.number("forget_bias")) {
    for (const Layer& layer : this->layers_) add_variant(options, layer);
  }

 private:
  using typename RecurrentModel<Real>::Layer;
  using typename RecurrentModel<Real>::InputBiases;

  /// The parameters of one layer that torch.nn.LSTM does not have; the biases of its norms are bias_ih and bias_hh.
  struct More {
    LstmVariant<Real> variant;
    Tensor<Real>* input_norm = nullptr;
  };

  void add_variant(const Options& options, const Layer& layer) {
    const std::size_t H = this->config_.hidden_size;
    More& more = more_.emplace_back();
    LstmVariant<Real>& variant = more.variant;
    variant.input = gate_mode(options, "input_gate");
    variant.forget = gate_mode(options, "forget_gate");
    variant.output = gate_mode(options, "output_gate");
    if (options.boolean("peephole"))
      variant.peephole =
          &this->parameter("lstm.weight_peephole" + layer.suffix, {3, H}, this->uniform(1 / std::sqrt(double(H))));
    if (!options.boolean("layer_norm")) return;
    const auto norm = [&](const std::string& of, std::size_t width) {
      return &this->parameter("lstm.norm_" + of + layer.suffix + ".weight", {width}, this->constant(1));
    };
    more.input_norm = norm("ih", 4 * H);
    variant.recurrent = {norm("hh", 4 * H), layer.bias_hh};
    variant.cell.weight = norm("cell", H);
    variant.cell.bias = &this->parameter("lstm.norm_cell" + layer.suffix + ".bias", {H}, this->constant(0));
  }

  const More& more_of(const Layer& layer) const { return more_[std::size_t(&layer - this->layers_.data())]; }

  void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) override {
    plan.template add<LstmOp<Real>>(tap_name, gate_input, *layer.weight_hh, hidden, initial, final_state,
                                    more_of(layer).variant);
  }
  bool has_cell_state() const override { return true; }

  InputBiases input_biases(const Layer& layer) const override {
    if (more_of(layer).input_norm != nullptr) return {nullptr, nullptr};
    return {layer.bias_ih, layer.bias_hh};
  }
  Tensor<Real>& refine_input(Plan<Real>& plan, const Layer& layer, Tensor<Real>& projected) override {
    Tensor<Real>* weight = more_of(layer).input_norm;
    if (weight == nullptr) return projected;
    return layer_norm(plan, projected.name + ".normed", projected, {weight, layer.bias_ih});
  }

  /// Gate order i f g o: the second of four parts (Jozefowicz, Zaremba and Sutskever 2015).
  void adjust_initial() override {
    const std::size_t H = this->config_.hidden_size;
    for (const Layer& layer : this->layers_)
      for (Real& bias : layer.bias_ih->value.subspan(H, H)) bias += static_cast<Real>(forget_bias_);
  }

  const double forget_bias_;
  std::vector<More> more_;  ///< as layers_
};

Option gate_option(std::string_view name, std::string_view title, std::string_view summary) {
  return Option::choice(name, {{"learned", "Learned"}, {"open", "Always open"}, {"closed", "Always closed"}}, title,
                        summary);
}

OptionTable lstm_options() {
  return recurrent_options(
      {Option::number("forget_bias", 0, 0, 5, "Forget bias",
                      "Added to the forget gates' biases before training: above 0, an untrained cell begins by "
                      "remembering (PyTorch uses 0).")
           .by(0.5),
       Option::boolean("peephole", false, "Peepholes", "Lets the gates see the cell state they guard."),
       Option::boolean("layer_norm", false, "Layer norm in the cell",
                       "Brings what enters the gates, and the cell before it is shown, to the same scale at every "
                       "step."),
       gate_option("input_gate", "Input gate",
                   "Who decides what is stored: training, or nobody, so that everything or "
                   "nothing is."),
       gate_option("forget_gate", "Forget gate",
                   "Who decides what is kept: training, or nobody, so that everything is "
                   "kept for ever or for no step at all."),
       gate_option("output_gate", "Output gate",
                   "Who decides what is shown: training, or nobody, so that everything "
                   "or nothing is.")});
}

}  // namespace

const ModelKind& lstm_kind() {
  static const ModelKind kind = recurrent_kind(
      {"lstm", "LSTM",
       "A recurrent network whose gates decide what to store, what to forget and what to show, so that memory lasts.",
       lstm_options()},
      {{"lstm.{layer}.hidden",
        {"time", "batch", "unit"},
        "Memory shown",
        "What each unit shows to the rest of the network at each step."},
       {"lstm.{layer}.cell", {"time", "batch", "unit"}, "Cell state", "What each unit keeps to itself."},
       {"lstm.{layer}.gates",
        {"time", "batch", "gate", "unit"},
        "Gates",
        "How far each gate (input, forget, candidate, output) is open at each step."}});
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_lstm(const Options& options, Signature signature) {
  return std::make_unique<LstmModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_lstm(const Options&, Signature);
template std::unique_ptr<Model<double>> make_lstm(const Options&, Signature);

}  // namespace unrolled
