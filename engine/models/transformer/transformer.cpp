#include "models/transformer/transformer.hpp"

#include <cmath>

#include "models/fit.hpp"
#include "models/transformer/transformer_blocks.hpp"
#include "models/transformer/transformer_decoder.hpp"
#include "ops/position.hpp"

namespace unrolled {
namespace {

/// Parameters, for l = 0, 1, ...: embedding.weight [V,D], or of vectors input.weight [D,features] and input.bias;
/// position.weight [T,D] where learned; layers.l.self_attn.in_proj_weight [D+2K,D], in_proj_bias,
/// self_attn.out_proj.weight [D,D], .bias, K = D / num_heads * num_kv_heads; layers.l.linear1.weight [F,D] (2F of
/// SwiGLU), .bias, linear2.weight [D,F], .bias; layers.l.norm1, norm2 .weight, .bias [D], of RMSNorm without bias;
/// norm.weight, .bias [D]; head.weight [V,D] unless tied to the embedding, and head.bias where the answer is numbers or
/// one for the whole sequence. Encoder and decoder: the same for the decoder, with layers.l.multihead_attn.q_proj.weight
/// [D,D], .kv_proj.weight [2K,D], .out_proj.weight [D,D], their biases, and norm3; and for the encoder under "encoder.".
template <class Real>
class TransformerModel final : public AttentionModel<Real> {
 public:
  TransformerModel(const Options& options, Signature signature);

  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override { return build_at(plan, inputs, nullptr); }
  Tensor<Real>* read_out(Plan<Real>& plan, const Stream& stream, Tensor<Real>& x) override;
  std::unique_ptr<Decoder<Real>> decoder() override;

 private:
  using typename AttentionModel<Real>::Attention;
  using typename AttentionModel<Real>::FeedForward;
  using typename AttentionModel<Real>::Sight;
  struct Layer {
    Attention self, cross;
    FeedForward feed;
    Affine<Real> norm1, norm2, norm3;
  };
  /// A stack of layers with its input.
  struct Stack {
    std::string prefix;  ///< of the parameters
    std::string tap;
    StreamSize stream;
    std::uint64_t first_dropout;
    Tensor<Real>*embedding = nullptr, *position = nullptr;
    Affine<Real> input{};
    std::vector<Layer> layers{};
    Affine<Real> norm{};
  };
  /// What the decoder's layers look at in the source.
  struct Memory {
    Tensor<Real>* states = nullptr;
    const Indices* lengths = nullptr;
  };

  void add_input(Stack& stack);
  void add_layer(Stack& stack, const std::string& prefix, bool crosses);
  void add_layers(Stack& stack, bool crosses);

  Tensor<Real>& build_at(Plan<Real>& plan, const Inputs& inputs, const Indices* place);
  Tensor<Real>& build_input(Plan<Real>& plan, const Stack& stack, const Stream& stream, const Indices* place);
  /// But for its norm.
  Tensor<Real>& build_stack(Plan<Real>& plan, const Stack& stack, const Stream& stream, Sight sight, Memory memory);
  Tensor<Real>& build_layer(Plan<Real>& plan, const Stack& stack, std::size_t l, Tensor<Real>& x, Sight sight,
                            Memory memory);

  const TransformerConfig config_;
  const Signature signature_;
  Stack encoder_, main_;
  Affine<Real> head_{};
};

/// The dropouts of a layer; 0 is the input's.
std::uint64_t dropout_id(std::size_t layer, std::uint64_t which) { return 1 + 8 * layer + which; }

template <class Real>
TransformerModel<Real>::TransformerModel(const Options& options, Signature signature)
    : AttentionModel<Real>(transformer_config(options).blocks),
      config_(transformer_config(options)),
      signature_(signature),
      encoder_{"encoder.", "transformer.encoder.", signature.source, dropout_id(config_.num_layers, 0)},
      main_{"", "transformer.", signature.input, 0} {
  const bool pairs = config_.topology == Topology::encoder_decoder;
  if (pairs) {
    add_input(encoder_);
    add_layers(encoder_, false);
  }
  add_input(main_);
  add_layers(main_, pairs);
  const OutputSize& output = signature.output;
  const double deviation = attention_deviation(config_.blocks.d_model);
  head_.weight = config_.tied
                     ? main_.embedding
                     : &this->parameter("head.weight", {output.width, config_.blocks.d_model}, this->normal(deviation));
  if (output.whole || output.kind != OutputSize::Kind::symbols)
    head_.bias = &this->parameter("head.bias", {output.width}, this->constant(0));
}

template <class Real>
void TransformerModel<Real>::add_input(Stack& stack) {
  const std::size_t D = config_.blocks.d_model;
  const auto draw = this->normal(attention_deviation(D));
  if (stack.stream.symbols > 0)
    stack.embedding = &this->parameter(stack.prefix + "embedding.weight", {stack.stream.symbols, D}, draw);
  else
    stack.input = this->input_projection(stack.prefix + "input", stack.stream.features);
  if (config_.position == Position::learned)
    stack.position = &this->parameter(stack.prefix + "position.weight", {stack.stream.length, D}, draw);
}

template <class Real>
void TransformerModel<Real>::add_layers(Stack& stack, bool crosses) {
  for (std::size_t l = 0; l < config_.num_layers; ++l)
    add_layer(stack, stack.prefix + "layers." + std::to_string(l) + ".", crosses);
  stack.norm = this->norm(stack.prefix + "norm");
}

template <class Real>
void TransformerModel<Real>::add_layer(Stack& stack, const std::string& prefix, bool crosses) {
  const std::size_t additions = config_.blocks.residual ? (crosses ? 3 : 2) * config_.num_layers : 1;
  Layer layer;
  layer.self = this->self_attention(prefix + "self_attn", additions);
  if (crosses) layer.cross = this->cross_attention(prefix + "multihead_attn", additions);
  layer.feed = this->feed_forward(prefix, additions);
  layer.norm1 = this->norm(prefix + "norm1");
  layer.norm2 = this->norm(prefix + "norm2");
  if (crosses) layer.norm3 = this->norm(prefix + "norm3");
  stack.layers.push_back(layer);
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_at(Plan<Real>& plan, const Inputs& inputs, const Indices* place) {
  Memory memory;
  if (config_.topology == Topology::encoder_decoder) {
    memory.lengths = inputs.source.lengths;
    plan.at_source(true);
    memory.states = &this->normalise(plan, encoder_.tap + "norm",
                                     build_stack(plan, encoder_, inputs.source, {.key_lengths = memory.lengths}, {}),
                                     encoder_.norm);
    plan.at_source(false);
  }
  Sight sight{.causal = config_.topology != Topology::encoder, .place = place};
  if (!sight.causal) sight.key_lengths = inputs.input.lengths;  // a causal query never sees the padding behind it
  return *read_out(plan, inputs.input, build_stack(plan, main_, inputs.input, sight, memory));
}

template <class Real>
Tensor<Real>* TransformerModel<Real>::read_out(Plan<Real>& plan, const Stream& stream, Tensor<Real>& states) {
  Tensor<Real>* x = &this->normalise(plan, main_.tap + "norm", states, main_.norm);
  if (signature_.output.whole)
    x = &pooled(plan, "pooled", stream, *x, config_.topology != Topology::encoder ? Pooling::last : Pooling::mean);
  return &answered(plan, *x, head_);
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_input(Plan<Real>& plan, const Stack& stack, const Stream& stream,
                                                  const Indices* place) {
  plan.begin({.name = stack.tap + "embedding", .kind = PartKind::embedding, .width = config_.blocks.d_model});
  Tensor<Real>* x = stack.embedding != nullptr ? &embedded(plan, stack.tap + "embedded", stream, *stack.embedding)
                                               : &linear(plan, stack.tap + "embedded",
                                                         values_input(plan, stack.tap + "values", stream), stack.input);
  if (config_.position != Position::none) {
    Tensor<Real>& placed = plan.tensor(stack.tap + "placed", x->shape);
    if (stack.position != nullptr)
      plan.template add<LearnedPositionOp<Real>>(*x, *stack.position, placed, place);
    else
      plan.template add<SinusoidalPositionOp<Real>>(*x, placed, stack.stream.length, place);
    x = &placed;
  }
  return dropped(plan, stack.tap + "input.dropped", *x, config_.blocks.dropout, stack.first_dropout);
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_stack(Plan<Real>& plan, const Stack& stack, const Stream& stream,
                                                  Sight sight, Memory memory) {
  sight.max_length = stack.stream.length;
  Tensor<Real>* x = &build_input(plan, stack, stream, sight.place);
  const bool answers = &stack == &main_;
  if (answers) plan.note_layer(stack.tap + "embedding", *x);
  for (std::size_t l = 0; l < stack.layers.size(); ++l) {
    x = &build_layer(plan, stack, l, *x, sight, memory);
    if (answers) plan.note_layer(stack.tap + std::to_string(l), *x);
  }
  return *x;
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_layer(Plan<Real>& plan, const Stack& stack, std::size_t l, Tensor<Real>& x,
                                                  Sight sight, Memory memory) {
  const std::string name = stack.tap + std::to_string(l);
  const Layer& layer = stack.layers[l];
  const auto id = [&](std::uint64_t which) { return stack.first_dropout + dropout_id(l, which); };
  sight.tap = name + ".attention";
  sight.dropout_id = id(0);
  Tensor<Real>* y = &this->sublayer(plan, name + ".attended", x, layer.norm1,
                                    [&](Tensor<Real>& seen, Tensor<Real>& onto) -> Tensor<Real>& {
                                      return this->attend(plan, layer.self, seen, sight, onto);
                                    });
  if (memory.states != nullptr) {
    const Sight across{
        .tap = name + ".cross_attention", .key_lengths = memory.lengths, .dropout_id = id(4), .across = true};
    y = &this->sublayer(plan, name + ".crossed", *y, layer.norm2,
                        [&](Tensor<Real>& seen, Tensor<Real>& onto) -> Tensor<Real>& {
                          return this->attend(plan, layer.cross, seen, *memory.states, across, onto);
                        });
  }
  const Affine<Real>& last = memory.states != nullptr ? layer.norm3 : layer.norm2;
  return this->sublayer(plan, name + ".output", *y, last, [&](Tensor<Real>& seen, Tensor<Real>& onto) -> Tensor<Real>& {
    return this->feed(plan, name, layer.feed, seen, id(2), onto);
  });
}

template <class Real>
std::unique_ptr<Decoder<Real>> TransformerModel<Real>::decoder() {
  if (config_.topology != Topology::decoder || !predicts_next_symbols(signature_)) return nullptr;
  return std::make_unique<CacheDecoder<Real>>(
      signature_.input.length, [this](Plan<Real>& plan, const Inputs& inputs, const Indices& place) -> Tensor<Real>& {
        return build_at(plan, inputs, &place);
      });
}

}  // namespace

template <class Real>
std::unique_ptr<Model<Real>> make_transformer(const Options& options, Signature signature) {
  return std::make_unique<TransformerModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_transformer(const Options&, Signature);
template std::unique_ptr<Model<double>> make_transformer(const Options&, Signature);

}  // namespace unrolled
