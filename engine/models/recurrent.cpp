#include "models/recurrent.hpp"

#include <cmath>
#include <utility>

#include "ops/dropout.hpp"
#include "ops/embedding.hpp"
#include "ops/linear.hpp"
#include "ops/one_hot.hpp"

namespace unrolled {

OptionTable recurrent_size_options() {
  return {
      Option::choice("input", {{"learned", "Learned embedding"}, {"one_hot", "One-hot"}}, "Input",
                     "How a character enters: as a learned vector, or as a 1 among zeros."),
      Option::integer("embedding_size", 64, 1, 512, "Embedding size",
                      "Numbers in the learned vector that stands for one character.")
          .in("numbers")
          .by(8)
          .logarithmic()
          .only_if("input", {"learned"}),
      Option::integer("hidden_size", 128, 1, 1024, "Hidden size",
                      "Units of memory in each layer: more remember more, and cost more time.")
          .in("units")
          .by(8)
          .logarithmic(),
      Option::integer("num_layers", 1, 1, 4, "Layers", "Recurrent layers, each reading the one below.").in("layers"),
  };
}

OptionTable recurrent_dropout_options() {
  return {
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the units between layers that is left out at random while training, against "
                     "learning by heart.")
          .by(0.05)
          .only_if("num_layers", {2.0, 3.0, 4.0}),
  };
}

RecurrentConfig recurrent_config(const Options& options) {
  return {options.text("input") == "one_hot" ? 0 : options.integer("embedding_size"), options.integer("hidden_size"),
          options.integer("num_layers"), options.number("dropout")};
}

template <class Real>
RecurrentModel<Real>::RecurrentModel(std::string name, std::size_t gates, RecurrentConfig config, Signature signature)
    : config_(config), signature_(signature), name_(std::move(name)), gates_(gates) {
  const std::size_t first = config.embedding_size == 0 ? signature.input.symbols : config.embedding_size;
  if (config.embedding_size != 0)
    embedding_ = &this->parameter("embedding.weight", {signature.input.symbols, first}, this->normal(1));
  for (std::size_t l = 0; l < config.num_layers; ++l)
    add_layer("_l" + std::to_string(l), l == 0 ? first : config.hidden_size);
  const auto draw = this->uniform(1 / std::sqrt(double(config.hidden_size)));
  head_weight_ = &this->parameter("head.weight", {signature.output.width, config.hidden_size}, draw);
  head_bias_ = &this->parameter("head.bias", {signature.output.width}, draw);
}

template <class Real>
void RecurrentModel<Real>::add_layer(const std::string& suffix, std::size_t in) {
  const std::size_t out = gates_ * config_.hidden_size;
  const auto draw = this->uniform(1 / std::sqrt(double(config_.hidden_size)));
  Layer layer;
  layer.weight_ih = &this->parameter(name_ + ".weight_ih" + suffix, {out, in}, draw);
  layer.weight_hh = &this->parameter(name_ + ".weight_hh" + suffix, {out, config_.hidden_size}, draw);
  layer.bias_ih = &this->parameter(name_ + ".bias_ih" + suffix, {out}, draw);
  layer.bias_hh = &this->parameter(name_ + ".bias_hh" + suffix, {out}, draw);
  layers_.push_back(layer);
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  return build_layers(plan, *inputs.input.tokens, build_table(plan), inputs.input.dims,
                      std::vector<LayerState>(layers_.size()));
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::build_table(Plan<Real>& plan) {
  const Layer& first = layers_.front();
  Tensor<Real>& table = plan.tensor("embedding.projected", {signature_.input.symbols, gates_ * config_.hidden_size});
  if (embedding_ == nullptr)
    plan.template add<OneHotTableOp<Real>>(*first.weight_ih, *first.bias_ih, *first.bias_hh, table);
  else
    plan.template add<LinearOp<Real>>(*embedding_, *first.weight_ih, first.bias_ih, first.bias_hh, table);
  return table;
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::build_layers(Plan<Real>& plan, const Indices& tokens, Tensor<Real>& table,
                                                 BatchDims dims, const std::vector<LayerState>& states) {
  const std::size_t T = dims.length, B = dims.batch, H = config_.hidden_size;
  Tensor<Real>* below = nullptr;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const std::string tap_name = name_ + "." + std::to_string(l);
    if (l > 0 && config_.dropout > 0) {
      Tensor<Real>& dropped = plan.tensor(tap_name + ".dropped", below->shape);
      plan.template add<DropoutOp<Real>>(*below, dropped, config_.dropout, l);
      below = &dropped;
    }
    Tensor<Real>& gate_input = plan.tensor(tap_name + ".gate_input", {T, B, gates_ * H});
    if (l == 0)
      plan.template add<EmbeddingOp<Real>>(tokens, table, gate_input);
    else
      plan.template add<LinearOp<Real>>(*below, *layers_[l].weight_ih, layers_[l].bias_ih, layers_[l].bias_hh,
                                        gate_input);
    Tensor<Real>& hidden = plan.tensor(tap_name + ".hidden", {T, B, H});
    add_cell(plan, tap_name, layers_[l], gate_input, hidden, states[l].before, states[l].after);
    below = &hidden;
  }
  Tensor<Real>& logits = plan.tensor("logits", {T, B, signature_.output.width});
  plan.template add<LinearOp<Real>>(*below, *head_weight_, head_bias_, nullptr, logits);
  return logits;
}

/// Carries the state from symbol to symbol: a plan of one position whose final state is the next initial one.
template <class Real>
class RecurrentModel<Real>::StateDecoder final : public Decoder<Real> {
 public:
  explicit StateDecoder(RecurrentModel& model)
      : token_(step_.indices("token", {1, 1})), table_(model.build_table(projection_)) {
    for (std::size_t l = 0; l < model.layers_.size(); ++l) states_.push_back(add_state(model));
    logits_ = &model.build_layers(step_, token_, table_, {1, 1}, states_);
    projection_.allocate();
    step_.allocate();
  }

  void restart() override {
    projection_.forward({});
    weights_changed_ = true;
    for (const LayerState& state : states_) {
      std::ranges::fill(state.before.hidden->value, Real(0));
      if (state.before.cell != nullptr) std::ranges::fill(state.before.cell->value, Real(0));
    }
  }

  std::span<const Real> feed(std::int32_t token) override {
    token_.value[0] = token;
    Pass pass;
    pass.weights_changed = std::exchange(weights_changed_, false);
    step_.forward(pass);
    for (const LayerState& state : states_) {
      std::ranges::copy(state.after.hidden->value, state.before.hidden->value.begin());
      if (state.before.cell != nullptr) std::ranges::copy(state.after.cell->value, state.before.cell->value.begin());
    }
    return logits_->value;
  }

 private:
  LayerState add_state(const RecurrentModel& model) {
    const auto one = [&](const char* name) { return &step_.tensor(name, {1, model.config_.hidden_size}, Grad::no); };
    LayerState state{{one("hidden.before"), nullptr}, {one("hidden.after"), nullptr}};
    if (model.has_cell_state()) state.before.cell = one("cell.before"), state.after.cell = one("cell.after");
    return state;
  }

  Plan<Real> projection_, step_;
  Indices& token_;
  Tensor<Real>& table_;
  std::vector<LayerState> states_;
  Tensor<Real>* logits_ = nullptr;
  bool weights_changed_ = true;
};

template <class Real>
std::unique_ptr<Decoder<Real>> RecurrentModel<Real>::decoder() {
  return std::make_unique<StateDecoder>(*this);
}

template class RecurrentModel<float>;
template class RecurrentModel<double>;

}  // namespace unrolled
