#include "models/rnn.hpp"

#include "models/fit.hpp"
#include "models/recurrent.hpp"
#include "ops/rnn.hpp"

namespace unrolled {
namespace {

template <class Real>
class RnnModel final : public RecurrentModel<Real> {
 public:
  RnnModel(const Options& options, Signature signature)
      : RecurrentModel<Real>("rnn", 1, recurrent_config(options), signature),
        nonlinearity_(options.text("nonlinearity") == "relu" ? Nonlinearity::relu : Nonlinearity::tanh) {}

 private:
  using typename RecurrentModel<Real>::Layer;

  void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) override {
    plan.template add<RnnOp<Real>>(tap_name, nonlinearity_, gate_input, *layer.weight_hh, hidden, initial, final_state);
  }

  const Nonlinearity nonlinearity_;
};

OptionTable options() {
  OptionTable table = recurrent_size_options();
  table.push_back(Option::choice("nonlinearity", {{"tanh", "tanh"}, {"relu", "ReLU"}}, "Nonlinearity",
                                 "What bends the sum in each unit: tanh keeps memory between -1 and 1, ReLU lets it "
                                 "grow without bound."));
  for (Option& option : recurrent_dropout_options()) table.push_back(std::move(option));
  return table;
}

}  // namespace

const ModelKind& rnn_kind() {
  static const ModelKind kind{
      {"rnn", "RNN", "The plain recurrent network: one vector of memory, rewritten whole at every character.",
       options()},
      {{"rnn.{layer}.hidden", {"time", "batch", "unit"}, "Memory", "What each unit remembers after each character."},
       {"rnn.{layer}.hidden_grad",
        {"time", "batch", "unit"},
        "Blame",
        "How strongly the loss depends on each unit at each moment."},
       {"probabilities",
        {"time", "batch", "token"},
        "Prediction",
        "The probability of every character as the next one."}},
      {"hidden_size", "", ""},
      nullptr,
      left_to_right_forms,
      require_next_symbols};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_rnn(const Options& options, Signature signature) {
  return std::make_unique<RnnModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_rnn(const Options&, Signature);
template std::unique_ptr<Model<double>> make_rnn(const Options&, Signature);

}  // namespace unrolled
