#include "models/seq2seq/seq2seq_encoder.hpp"

#include "ops/embedding.hpp"
#include "ops/sequence.hpp"

namespace unrolled::seq2seq {
namespace {

/// How one direction lays the steps of the source out for itself, and back.
struct Direction {
  StepOrder there, back;
};
constexpr Direction kForward{StepOrder::to_end, StepOrder::from_end}, kBackward{StepOrder::flipped, StepOrder::flipped};

/// One direction of one layer.
template <class Real>
struct Reading {
  Tensor<Real>* hidden;  // [S,B,H] in the order of the source, without a gradient unless it is wanted
  RecurrentState<Real> state;
};

template <class Real>
class Builder {
 public:
  Builder(Plan<Real>& plan, const RecurrentEncoder<Real>& encoder, const Stream& source)
      : plan_(plan), encoder_(encoder), source_(source) {}

  Encoded<Real> build(bool with_memory) {
    Encoded<Real> encoded;
    if (encoder_.embedding != nullptr) begin_embedding(plan_, "seq2seq.encoder.embedding", *encoder_.embedding);
    const std::size_t layers = encoder_.layers.size();
    for (std::size_t l = 0; l < layers; ++l) {
      const bool wanted = with_memory || l + 1 < layers;  // nobody reads the last layer otherwise
      if (l > 0) below_ = &dropped(plan_, at(l, "") + ".below", *below_, encoder_.dropout, l);
      encoded.states.push_back(encoder_.bidirectional ? both_directions(l, wanted) : one_direction(l, wanted));
    }
    if (with_memory) encoded.memory = below_;
    return encoded;
  }

 private:
  static std::string at(std::size_t layer, const std::string& direction) {
    return "seq2seq.encoder" + direction + "." + std::to_string(layer);
  }

  void begin_layer(const std::string& name, bool backward, bool beside) {
    plan_.begin({.name = name,
                 .kind = PartKind::recurrent,
                 .width = encoder_.hidden_size,
                 .backward = backward,
                 .beside = beside});
  }

  RecurrentState<Real> one_direction(std::size_t l, bool wanted) {
    const Direction direction = encoder_.reversed ? kBackward : kForward;
    begin_layer(at(l, ""), encoder_.reversed, false);
    const Reading<Real> only = run(at(l, ""), encoder_.layers[l].forward, direction, wanted);
    below_ = only.hidden;
    return only.state;
  }

  RecurrentState<Real> both_directions(std::size_t l, bool wanted) {
    const EncoderLayer<Real>& layer = encoder_.layers[l];
    const Direction first = encoder_.reversed ? kBackward : kForward, second = encoder_.reversed ? kForward : kBackward;
    begin_layer(at(l, ""), encoder_.reversed, false);
    const Reading<Real> forward = run(at(l, ""), layer.forward, first, wanted);
    begin_layer(at(l, "_reverse"), !encoder_.reversed, true);
    const Reading<Real> backward = run(at(l, "_reverse"), layer.backward, second, wanted);
    if (wanted) {
      const bool sums = encoder_.sums && l + 1 == encoder_.layers.size();
      below_ = sums ? &residual(plan_, at(l, "") + ".sum", *forward.hidden, *backward.hidden)
                    : &beside(at(l, "") + ".both", *forward.hidden, *backward.hidden);
    }
    RecurrentState<Real> merged;
    merged.hidden =
        &merge(at(l, "") + ".merged_hidden", forward.state.hidden, backward.state.hidden, layer.merge_hidden);
    if (encoder_.cell == Cell::lstm)
      merged.cell = &merge(at(l, "") + ".merged_cell", forward.state.cell, backward.state.cell, layer.merge_cell);
    return merged;
  }

  Reading<Real> run(const std::string& name, const CellLayer<Real>& layer, Direction direction, bool wanted) {
    Tensor<Real>& gates = below_ == nullptr ? first_gates(name, layer, direction)
                                            : gate_input(plan_, name + ".gate_input", encoder_.cell,
                                                         reordered(name + ".input", *below_, direction.there), layer);
    if (source_.lengths != nullptr) wait_for_rows(plan_, encoder_.cell, gates, *source_.lengths);
    const auto state = new_state(plan_, name + ".final", encoder_.cell, source_.dims.batch, encoder_.hidden_size);
    Tensor<Real>& read = run_cell(plan_, name + ".reading", encoder_.cell, layer, gates, {}, state, Taps::shown);
    Tensor<Real>& hidden = plan_.tensor(name + ".hidden", read.shape, wanted ? Grad::yes : Grad::no);
    plan_.template add<ReorderStepsOp<Real>>(read, source_.lengths, hidden, source_.layout, direction.back,
                                             name + ".hidden");
    return {&hidden, state};
  }

  /// Symbols are moved before they are embedded, and embedded by rows of a table of projections: one product for each
  /// symbol there is rather than for each position.
  Tensor<Real>& first_gates(const std::string& name, const CellLayer<Real>& layer, Direction direction) {
    if (encoder_.embedding == nullptr) {
      Tensor<Real>& x = values_input(plan_, name + ".values", source_);
      return gate_input(plan_, name + ".gate_input", encoder_.cell,
                        reordered(name + ".input", x, direction.there, plan_.input_grad()), layer);
    }
    Indices& tokens = plan_.indices(name + ".tokens", source_.tokens->shape);
    plan_.template add<ReorderTokensOp<Real>>(*source_.tokens, source_.lengths, tokens, source_.dims, source_.layout,
                                              direction.there);
    Tensor<Real>& table = gate_input(plan_, name + ".projected", encoder_.cell, *encoder_.embedding, layer);
    Stream moved = source_;
    moved.tokens = &tokens;
    return embedded(plan_, name + ".gate_input", moved, table);
  }

  Tensor<Real>& reordered(const std::string& name, Tensor<Real>& x, StepOrder order, Grad grad = Grad::yes) {
    Tensor<Real>& y = plan_.tensor(name, x.shape, grad);
    plan_.template add<ReorderStepsOp<Real>>(x, source_.lengths, y, source_.layout, order);
    return y;
  }

  Tensor<Real>& beside(const std::string& name, Tensor<Real>& a, Tensor<Real>& b) {
    Tensor<Real>& y = plan_.tensor(name, with_width(a.shape, a.shape.last() + b.shape.last()));
    plan_.template add<ConcatOp<Real>>(a, b, y);
    return y;
  }

  Tensor<Real>& merge(const std::string& name, Tensor<Real>* a, Tensor<Real>* b, const Affine<Real>& parameters) {
    return linear(plan_, name, beside(name + ".both", *a, *b), parameters);
  }

  Plan<Real>& plan_;
  const RecurrentEncoder<Real>& encoder_;
  const Stream& source_;
  Tensor<Real>* below_ = nullptr;  // what the next layer reads, in the order of the source
};

}  // namespace

template <class Real>
Encoded<Real> encode(Plan<Real>& plan, const RecurrentEncoder<Real>& encoder, const Stream& source, bool with_memory) {
  return Builder<Real>(plan, encoder, source).build(with_memory);
}

template Encoded<float> encode(Plan<float>&, const RecurrentEncoder<float>&, const Stream&, bool);
template Encoded<double> encode(Plan<double>&, const RecurrentEncoder<double>&, const Stream&, bool);

}  // namespace unrolled::seq2seq
