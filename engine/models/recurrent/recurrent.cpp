#include "models/recurrent/recurrent.hpp"

#include <cmath>
#include <utility>

#include "models/fit.hpp"
#include "models/parts.hpp"
#include "ops/linear.hpp"
#include "ops/one_hot.hpp"
#include "ops/sequence.hpp"

namespace unrolled {
namespace {

/// Rows of a, each followed by the same row of b.
template <class Real>
Tensor<Real>& joined(Plan<Real>& plan, Tensor<Real>& a, Tensor<Real>& b) {
  Tensor<Real>& y = plan.tensor(a.name + ".both", with_width(a.shape, a.shape.last() + b.shape.last()));
  plan.template add<ConcatOp<Real>>(a, b, y);
  return y;
}

}  // namespace

template <class Real>
RecurrentModel<Real>::RecurrentModel(std::string name, std::size_t gates, RecurrentConfig config, Signature signature)
    : config_(config), signature_(signature), name_(std::move(name)), gates_(gates) {
  const std::size_t symbols = signature.input.symbols, H = config.hidden_size;
  std::size_t in = symbols == 0 ? signature.input.features : symbols;
  if (symbols > 0 && config.embedding_size > 0) {
    in = config.embedding_size;
    embedding_ = &this->parameter("embedding.weight", {symbols, in}, this->normal(1));
  }
  for (std::size_t l = 0; l < config.num_layers; ++l, in = directions() * H) {
    add_layer("_l" + std::to_string(l), in);
    if (config.bidirectional) add_layer("_l" + std::to_string(l) + "_reverse", in);
  }
  const auto draw = this->uniform(1 / std::sqrt(double(directions() * H)));
  head_weight_ = &this->parameter("head.weight", {signature.output.width, directions() * H}, draw);
  head_bias_ = &this->parameter("head.bias", {signature.output.width}, draw);
}

template <class Real>
void RecurrentModel<Real>::add_layer(const std::string& suffix, std::size_t in) {
  const std::size_t out = gates_ * config_.hidden_size;
  const auto draw = this->uniform(1 / std::sqrt(double(config_.hidden_size)));
  Layer layer;
  layer.suffix = suffix;
  layer.weight_ih = &this->parameter(name_ + ".weight_ih" + suffix, {out, in}, draw);
  layer.weight_hh = &this->parameter(name_ + ".weight_hh" + suffix, {out, config_.hidden_size}, draw);
  layer.bias_ih = &this->parameter(name_ + ".bias_ih" + suffix, {out}, draw);
  layer.bias_hh = &this->parameter(name_ + ".bias_hh" + suffix, {out}, draw);
  layers_.push_back(layer);
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  return build_stack(plan, inputs.input, build_tables(plan), std::vector<LayerState>(layers_.size()));
}

template <class Real>
void RecurrentModel<Real>::begin_layer(Plan<Real>& plan, std::size_t layer, std::size_t direction) const {
  plan.begin({.name = tap_name(layer, direction),
              .kind = PartKind::recurrent,
              .width = config_.hidden_size,
              .backward = direction == 1,
              .beside = direction == 1});
}

template <class Real>
std::vector<Tensor<Real>*> RecurrentModel<Real>::build_tables(Plan<Real>& plan) {
  std::vector<Tensor<Real>*> tables;
  if (signature_.input.symbols == 0) return tables;
  if (embedding_ != nullptr)
    plan.begin(
        {.name = "embedding", .kind = PartKind::embedding, .width = embedding_->shape[1], .folded = embedding_->name});
  for (std::size_t i = 0; i < directions(); ++i) {
    begin_layer(plan, 0, i);
    const Layer& layer = layers_[i];
    const InputBiases biases = input_biases(layer);
    Tensor<Real>& table =
        plan.tensor("projected" + layer.suffix, {signature_.input.symbols, gates_ * config_.hidden_size});
    if (embedding_ == nullptr)
      plan.template add<OneHotTableOp<Real>>(*layer.weight_ih, biases.first, biases.second, table);
    else
      plan.template add<LinearOp<Real>>(*embedding_, *layer.weight_ih, biases.first, biases.second, table);
    tables.push_back(&refine_input(plan, layer, table));
  }
  return tables;
}

/// x in the order in which a direction reads it, and back.
template <class Real>
Tensor<Real>& RecurrentModel<Real>::in_order(Plan<Real>& plan, const Stream& stream, std::size_t direction,
                                             Tensor<Real>& x, Grad grad) {
  if (direction == 0) return x;
  Tensor<Real>& y = plan.tensor(x.name + ".reversed", x.shape, grad);
  plan.template add<ReverseSequenceOp<Real>>(x, stream.lengths, y, stream.layout);
  return y;
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::first_gate_input(Plan<Real>& plan, const Stream& stream,
                                                     const std::vector<Tensor<Real>*>& tables, std::size_t direction) {
  if (tables.empty()) {
    Tensor<Real>& values = values_input(plan, "values" + layers_[direction].suffix, stream);
    return gate_input(plan, stream, direction, in_order(plan, stream, direction, values, plan.input_grad()));
  }
  Stream read = stream;
  if (direction == 1) {
    Indices& reversed = plan.indices("tokens.reversed", stream.tokens->shape);
    plan.template add<ReorderTokensOp<Real>>(*stream.tokens, stream.lengths, reversed, stream.dims, stream.layout,
                                             StepOrder::reversed);
    read.tokens = &reversed;
  }
  return embedded(plan, "gate_input" + layers_[direction].suffix, read, *tables[direction]);
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::gate_input(Plan<Real>& plan, const Stream& stream, std::size_t layer,
                                               Tensor<Real>& below) {
  const Layer& weights = layers_[layer];
  const InputBiases biases = input_biases(weights);
  Tensor<Real>& projected =
      plan.tensor("gate_input" + weights.suffix, stream_shape(stream, gates_ * config_.hidden_size));
  plan.template add<LinearOp<Real>>(below, *weights.weight_ih, biases.first, biases.second, projected);
  return refine_input(plan, weights, projected);
}

template <class Real>
Tensor<Real>& RecurrentModel<Real>::build_stack(Plan<Real>& plan, const Stream& stream,
                                                const std::vector<Tensor<Real>*>& tables,
                                                const std::vector<LayerState>& states) {
  Tensor<Real>* below = nullptr;
  for (std::size_t l = 0; l < config_.num_layers; ++l) {
    const std::string name = tap_name(l, 0);
    if (l > 0) below = &dropped(plan, name + ".dropped", *below, config_.dropout, l);
    const auto input = [&](std::size_t direction) -> Tensor<Real>& {
      if (l == 0) return first_gate_input(plan, stream, tables, direction);
      return gate_input(plan, stream, l * directions() + direction, in_order(plan, stream, direction, *below));
    };
    const bool summed_up = signature_.output.whole && config_.bidirectional && l + 1 == config_.num_layers;
    const auto run = [&](std::size_t direction) -> Tensor<Real>& {
      const std::size_t at = l * directions() + direction;
      const std::string tap = tap_name(l, direction);
      begin_layer(plan, l, direction);
      Tensor<Real>& hidden = plan.tensor(tap + ".hidden", stream_shape(stream, config_.hidden_size));
      add_cell(plan, tap, layers_[at], input(direction), hidden, states[at].before, states[at].after);
      if (!summed_up) return in_order(plan, stream, direction, hidden);
      if (direction == 0) plan.note_layer(tap, hidden);
      const std::string last = tap + ".last";
      plan.begin({.name = last,
                  .kind = PartKind::pool,
                  .width = config_.hidden_size,
                  .backward = direction == 1,
                  .last = true});
      return pooled(plan, last, stream, hidden, Pooling::last);
    };
    Tensor<Real>& forward = run(0);
    below = config_.bidirectional ? &joined(plan, forward, run(1)) : &forward;
    if (!summed_up) plan.note_layer(name, *below);
  }
  if (signature_.output.whole && config_.bidirectional) return answered(plan, *below, {head_weight_, head_bias_});
  return *read_out(plan, stream, *below);
}

template <class Real>
Tensor<Real>* RecurrentModel<Real>::read_out(Plan<Real>& plan, const Stream& stream, Tensor<Real>& x) {
  const bool whole = signature_.output.whole;
  if (whole && config_.bidirectional) return nullptr;  // each direction ends elsewhere
  Tensor<Real>& read =
      whole ? pooled(plan, tap_name(config_.num_layers - 1, 0) + ".last", stream, x, Pooling::last) : x;
  return &answered<Real>(plan, read, {head_weight_, head_bias_});
}

template <class Real>
std::unique_ptr<Decoder<Real>> RecurrentModel<Real>::decoder() {
  if (config_.bidirectional || !predicts_next_symbols(signature_)) return nullptr;
  auto plans = std::make_unique<StatePlans<Real>>();
  std::vector<LayerState> states(layers_.size());
  const auto carry = [&](const char* name, Tensor<Real>*& before, Tensor<Real>*& after) {
    const CarriedState<Real> state = plans->carry(name, {1, config_.hidden_size});
    before = state.before, after = state.after;
  };
  for (LayerState& state : states) {
    carry("hidden", state.before.hidden, state.after.hidden);
    if (has_cell_state()) carry("cell", state.before.cell, state.after.cell);
  }
  plans->logits = &build_stack(plans->step, plans->input(), build_tables(plans->once), states);
  return std::make_unique<StateDecoder<Real>>(std::move(plans));
}

template class RecurrentModel<float>;
template class RecurrentModel<double>;

}  // namespace unrolled
