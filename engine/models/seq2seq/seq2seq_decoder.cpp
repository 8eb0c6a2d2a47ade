#include "models/seq2seq/seq2seq_decoder.hpp"

#include "ops/select.hpp"

namespace unrolled::seq2seq {
namespace {

/// Dropouts of decoder layers; in an unrolled decoder each step has its own. The encoder's count from 0.
std::uint64_t dropout_id(std::size_t layer, std::size_t step) { return 128 + 16 * step + layer; }

std::string layer_name(std::size_t layer) { return "seq2seq.decoder." + std::to_string(layer); }

template <class Real>
void begin_layer(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, std::size_t layer) {
  plan.begin({.name = layer_name(layer), .kind = PartKind::recurrent, .width = decoder.hidden_size, .across = true});
}

/// The gates' input from the decoder's own symbols, for all steps: [T,B,G*H].
template <class Real>
Tensor<Real>& first_gates(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, const Stream& input) {
  const CellLayer<Real>& layer = decoder.layers[0];
  if (decoder.embedding != nullptr) begin_embedding(plan, "seq2seq.decoder.embedding", *decoder.embedding);
  begin_layer(plan, decoder, 0);
  if (decoder.embedding == nullptr)
    return gate_input(plan, "decoder.gate_input", decoder.cell, values_input(plan, "decoder.values", input), layer);
  Tensor<Real>& table = gate_input(plan, "decoder.projected", decoder.cell, *decoder.embedding, layer);
  return embedded(plan, "decoder.gate_input", input, table);
}

template <class Real>
Memory<Real> memory_of(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, const Inputs& inputs,
                       const Encoded<Real>& encoded) {
  return new_memory(plan, decoder.attention, decoder.parameters, *encoded.memory, inputs.source.lengths,
                    inputs.input.dims.length);
}

/// Nothing that a step answers enters the next one, so each layer runs over all steps at once.
template <class Real>
Tensor<Real>& decode_whole(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, const Inputs& inputs,
                           const Encoded<Real>& encoded) {
  Tensor<Real>* hidden = nullptr;
  for (std::size_t l = 0; l < decoder.layers.size(); ++l) {
    const std::string name = layer_name(l);
    if (l > 0) hidden = &dropped(plan, name + ".below", *hidden, decoder.dropout, dropout_id(l, 0));
    if (l > 0) begin_layer(plan, decoder, l);
    Tensor<Real>& gates = l == 0 ? first_gates(plan, decoder, inputs.input)
                                 : gate_input(plan, name + ".gate_input", decoder.cell, *hidden, decoder.layers[l]);
    hidden = &run_cell(plan, name, decoder.cell, decoder.layers[l], gates, encoded.states[l], {}, Taps::shown);
    plan.note_layer(name, *hidden);
  }
  if (decoder.attention == Attention::none) return *hidden;
  const Memory<Real> memory = memory_of(plan, decoder, inputs, encoded);
  return attend(plan, "attention", decoder.attention, decoder.parameters, memory, *hidden, 0);
}

/// One step after the other, each with ops of its own. Before the first the fed vector is zero.
template <class Real>
class Unrolled {
 public:
  Unrolled(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, std::vector<RecurrentState<Real>> states)
      : plan_(plan), decoder_(decoder), states_(std::move(states)), shown_(decoder.layers.size()) {}

  /// The top layer's hidden state [1,B,H] after a step that reads gates [T,B,G*H] at t, and what was fed.
  Tensor<Real>& step(std::size_t t, Tensor<Real>& gates, Tensor<Real>* fed) {
    Tensor<Real>* hidden = nullptr;
    for (std::size_t l = 0; l < decoder_.layers.size(); ++l) {
      const std::string name = layer_name(l) + ".step" + std::to_string(t);
      begin_layer(plan_, decoder_, l);
      Tensor<Real>& input = l == 0 ? first_input(name, t, gates, fed) : next_input(name, t, l, *hidden);
      const auto after = new_state(plan_, name + ".final", decoder_.cell, gates.shape[1], decoder_.hidden_size);
      hidden = &run_cell(plan_, name, decoder_.cell, decoder_.layers[l], input, states_[l], after, Taps::none);
      states_[l] = after;
      shown_[l].push_back(hidden);
    }
    return *hidden;
  }

  /// The tap that whole layers have by themselves.
  void show_hidden() {
    for (std::size_t l = 0; l < shown_.size(); ++l) {
      const std::string name = layer_name(l) + ".hidden";
      Tensor<Real>& all = stacked(name, shown_[l], Grad::no);
      plan_.template add<StackStepsOp<Real>>(shown_[l], all, name);
      plan_.note_layer(layer_name(l), all);
    }
  }
  Tensor<Real>& stack(const std::string& name, const std::vector<Tensor<Real>*>& steps) {
    Tensor<Real>& y = stacked(name, steps, Grad::yes);
    plan_.template add<StackStepsOp<Real>>(steps, y);
    return y;
  }

 private:
  Tensor<Real>& stacked(const std::string& name, const std::vector<Tensor<Real>*>& steps, Grad grad) {
    return plan_.tensor(name, {steps.size(), steps[0]->shape[1], steps[0]->shape[2]}, grad);
  }
  Tensor<Real>& first_input(const std::string& name, std::size_t t, Tensor<Real>& gates, Tensor<Real>* fed) {
    Tensor<Real>& own = plan_.tensor(name + ".own", {1, gates.shape[1], gates.shape[2]});
    plan_.template add<SelectStepOp<Real>>(gates, t, own);
    if (fed == nullptr) return own;
    return residual(plan_, name + ".gate_input", own, linear(plan_, name + ".fed", *fed, {decoder_.feed, nullptr}));
  }
  Tensor<Real>& next_input(const std::string& name, std::size_t t, std::size_t l, Tensor<Real>& below) {
    Tensor<Real>& x = dropped(plan_, name + ".below", below, decoder_.dropout, dropout_id(l, t));
    return gate_input(plan_, name + ".gate_input", decoder_.cell, x, decoder_.layers[l]);
  }

  Plan<Real>& plan_;
  const RecurrentDecoder<Real>& decoder_;
  std::vector<RecurrentState<Real>> states_;
  std::vector<std::vector<Tensor<Real>*>> shown_;  // hidden states of each layer
};

template <class Real>
Tensor<Real>& decode_unrolled(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, const Inputs& inputs,
                              const Encoded<Real>& encoded) {
  const Memory<Real> memory = memory_of(plan, decoder, inputs, encoded);
  Tensor<Real>& gates = first_gates(plan, decoder, inputs.input);
  Unrolled<Real> unrolled(plan, decoder, encoded.states);
  std::vector<Tensor<Real>*> answers;
  for (std::size_t t = 0; t < inputs.input.dims.length; ++t) {
    Tensor<Real>& hidden = unrolled.step(t, gates, t == 0 ? nullptr : answers.back());
    answers.push_back(
        &attend(plan, "attention.step" + std::to_string(t), decoder.attention, decoder.parameters, memory, hidden, t));
  }
  unrolled.show_hidden();
  return unrolled.stack("attention.attentional", answers);
}

}  // namespace

template <class Real>
Tensor<Real>& decode(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, const Inputs& inputs,
                     const Encoded<Real>& encoded) {
  return decoder.feed != nullptr ? decode_unrolled(plan, decoder, inputs, encoded)
                                 : decode_whole(plan, decoder, inputs, encoded);
}

template Tensor<float>& decode(Plan<float>&, const RecurrentDecoder<float>&, const Inputs&, const Encoded<float>&);
template Tensor<double>& decode(Plan<double>&, const RecurrentDecoder<double>&, const Inputs&, const Encoded<double>&);

}  // namespace unrolled::seq2seq
