#include "models/convolution/conv_seq2seq.hpp"

#include <cmath>

#include "models/convolution/conv_parts.hpp"
#include "models/fit.hpp"
#include "ops/attention.hpp"
#include "ops/position.hpp"

namespace unrolled {
namespace {

struct ConvSeq2SeqConfig {
  std::size_t embedding_size, channels, kernel_size, num_layers;
  double dropout;
};

ConvSeq2SeqConfig conv_seq2seq_config(const Options& options) {
  return {options.integer("embedding_size"), options.integer("channels"), options.integer("kernel_size"),
          options.integer("num_layers"), options.number("dropout")};
}

/// Encoder and decoder are stacks of h = (h + glu(conv(dropout(h)))) sqrt(1/2) between linear layers from and to the
/// embeddings' width; the decoder's see no later symbol. With z the encoder's result and e its embeddings, each decoder
/// layer adds, before it joins its input, what a query (W h + g) sqrt(1/2) finds: keys z, values (z + e) sqrt(1/2); g is
/// the embedding of the answer so far. The paper's factor of sqrt(source length) on what was found is left out, so that
/// padding does not count.
///
/// Parameters, for each part P of encoder, decoder, and l = 0, 1, ...: P.embedding.weight [V,E] ([E,features] and .bias
/// for numbers); P.position.weight [T,E]; P.fc1.weight [C,E], P.fc2.weight [E,C] with biases; P.layers.l.conv.weight
/// [2C,C,K], .bias; decoder.layers.l.query.weight [E,C], .bias; decoder.layers.l.out.weight [C,E], .bias; head.weight
/// [out,E], head.bias. Initial weights are the paper's: N(0, 0.1) embeddings, biases 0, and what keeps variances as they
/// are through dropout and GLU.
template <class Real>
class ConvSeq2SeqModel final : public Model<Real> {
 public:
  ConvSeq2SeqModel(const Options& options, Signature signature);

  Layout layout() const override { return Layout::batch_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;
  Tensor<Real>* read_out(Plan<Real>& plan, const Stream& stream, Tensor<Real>& x) override;

 private:
  struct Layer {
    Affine<Real> conv, query{}, out{};
  };
  struct Part {
    Affine<Real> embedding;
    Tensor<Real>* position;
    Affine<Real> fc1, fc2;
    std::vector<Layer> layers{};
  };
  struct Encoded {
    Tensor<Real>*keys, *values;
    const Stream& stream;
  };

  /// gain: of the variance that the layer's inputs have lost.
  Affine<Real> affine(const std::string& name, Shape shape, double gain = 1);
  Part part(const std::string& name, const StreamSize& size);
  Tensor<Real>& build_embedding(Plan<Real>& plan, const std::string& name, const Stream& stream, const Part& part);
  Tensor<Real>& build_gates(Plan<Real>& plan, const std::string& name, const Stream& stream, const Layer& layer,
                            Tensor<Real>& x, bool causal);
  Encoded encode(Plan<Real>& plan, const Stream& source);
  Tensor<Real>& attend(Plan<Real>& plan, std::size_t l, const Encoded& encoded, Tensor<Real>& h,
                       Tensor<Real>& embedding);
  Tensor<Real>& drop(Plan<Real>& plan, const std::string& name, Tensor<Real>& x) {
    return dropped(plan, name + ".dropped", x, config_.dropout, dropouts_++);
  }

  const ConvSeq2SeqConfig config_;
  Part encoder_, decoder_;
  Affine<Real> head_;
  std::uint64_t dropouts_ = 0;  // of the plan that is being built
};

template <class Real>
ConvSeq2SeqModel<Real>::ConvSeq2SeqModel(const Options& options, Signature signature)
    : config_(conv_seq2seq_config(options)) {
  const std::size_t E = config_.embedding_size, C = config_.channels;
  encoder_ = part("encoder", signature.source);
  decoder_ = part("decoder", signature.input);
  for (std::size_t l = 0; l < config_.num_layers; ++l) {
    const std::string prefix = "decoder.layers." + std::to_string(l);
    decoder_.layers[l].query = affine(prefix + ".query", {E, C});
    decoder_.layers[l].out = affine(prefix + ".out", {C, E});
  }
  head_ = affine("head", {signature.output.width, E}, 1 - config_.dropout);
}

template <class Real>
Affine<Real> ConvSeq2SeqModel<Real>::affine(const std::string& name, Shape shape, double gain) {
  const auto draw = this->normal(std::sqrt(gain / double(shape.count() / shape[0])));
  const std::size_t out = shape[0];
  return {&this->parameter(name + ".weight", std::move(shape), draw),
          &this->parameter(name + ".bias", {out}, this->constant(0))};
}

template <class Real>
typename ConvSeq2SeqModel<Real>::Part ConvSeq2SeqModel<Real>::part(const std::string& name, const StreamSize& size) {
  const std::size_t E = config_.embedding_size, C = config_.channels;
  const double kept = 1 - config_.dropout;
  Part made;
  made.embedding =
      size.symbols == 0
          ? affine(name + ".embedding", {E, size.features})
          : Affine<Real>{&this->parameter(name + ".embedding.weight", {size.symbols, E}, this->normal(0.1)), nullptr};
  made.position = &this->parameter(name + ".position.weight", {size.length, E}, this->normal(0.1));
  made.fc1 = affine(name + ".fc1", {C, E}, kept);
  for (std::size_t l = 0; l < config_.num_layers; ++l)
    made.layers.push_back(
        {affine(name + ".layers." + std::to_string(l) + ".conv", {2 * C, C, config_.kernel_size}, 4 * kept)});
  made.fc2 = affine(name + ".fc2", {E, C});
  return made;
}

template <class Real>
Tensor<Real>& ConvSeq2SeqModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  dropouts_ = 0;
  plan.at_source(true);
  const Encoded encoded = encode(plan, inputs.source);
  plan.at_source(false);
  const Stream& stream = inputs.input;
  Tensor<Real>& embedding = build_embedding(plan, "decoder", stream, decoder_);
  Tensor<Real>* h = &linear(plan, "decoder.fc1", embedding, decoder_.fc1);
  plan.note_layer("conv_seq2seq.embedding", *h);
  for (std::size_t l = 0; l < decoder_.layers.size(); ++l) {
    const std::string name = "decoder." + std::to_string(l);
    Tensor<Real>& local = build_gates(plan, name, stream, decoder_.layers[l], *h, true);
    Tensor<Real>& found = attend(plan, l, encoded, local, embedding);
    Tensor<Real>& both = scaled_sum(plan, name + ".both", local, found, kHalfRoot);
    h = &scaled_sum(plan, name + ".output", *h, both, kHalfRoot);
    plan.note_layer("conv_seq2seq." + std::to_string(l), *h);
  }
  return *read_out(plan, stream, *h);
}

template <class Real>
Tensor<Real>* ConvSeq2SeqModel<Real>::read_out(Plan<Real>& plan, const Stream&, Tensor<Real>& x) {
  plan.begin({.name = "decoder.fc2", .kind = PartKind::feed_forward, .width = config_.embedding_size});
  Tensor<Real>& last = linear(plan, "decoder.fc2", x, decoder_.fc2);
  return &answered(plan, drop(plan, "decoder.fc2", last), head_);
}

template <class Real>
Tensor<Real>& ConvSeq2SeqModel<Real>::build_embedding(Plan<Real>& plan, const std::string& name, const Stream& stream,
                                                      const Part& part) {
  plan.begin({.name = name + ".embedding", .kind = PartKind::embedding, .width = config_.embedding_size});
  Tensor<Real>& x = entered(plan, name + ".embedded", stream, part.embedding);
  Tensor<Real>& placed = plan.tensor(name + ".placed", x.shape);
  plan.template add<LearnedPositionOp<Real>>(x, *part.position, placed);
  return drop(plan, name + ".placed", placed);
}

template <class Real>
Tensor<Real>& ConvSeq2SeqModel<Real>::build_gates(Plan<Real>& plan, const std::string& name, const Stream& stream,
                                                  const Layer& layer, Tensor<Real>& x, bool causal) {
  plan.begin({.name = name,
              .kind = PartKind::convolution,
              .width = config_.channels,
              .window = config_.kernel_size,
              .causal = causal,
              .residual = true});
  Tensor<Real>& sums = convolved(plan, name + ".conv", stream, drop(plan, name + ".input", x), layer.conv,
                                 {config_.kernel_size, 1, causal});
  return gated(plan, name + ".glu", sums);
}

template <class Real>
typename ConvSeq2SeqModel<Real>::Encoded ConvSeq2SeqModel<Real>::encode(Plan<Real>& plan, const Stream& source) {
  Tensor<Real>& embedding = build_embedding(plan, "encoder", source, encoder_);
  Tensor<Real>* h = &linear(plan, "encoder.fc1", embedding, encoder_.fc1);
  for (std::size_t l = 0; l < encoder_.layers.size(); ++l) {
    const std::string name = "encoder." + std::to_string(l);
    Tensor<Real>& change = build_gates(plan, name, source, encoder_.layers[l], *h, false);
    h = &scaled_sum(plan, name + ".output", *h, change, kHalfRoot);
  }
  plan.begin({.name = "encoder.fc2", .kind = PartKind::feed_forward, .width = config_.embedding_size});
  Tensor<Real>& z = linear(plan, "encoder.fc2", *h, encoder_.fc2);
  return {&z, &scaled_sum(plan, "encoder.values", z, embedding, kHalfRoot), source};
}

/// The attention op divides its scores by sqrt(E), which the paper does not: the query is multiplied by it.
template <class Real>
Tensor<Real>& ConvSeq2SeqModel<Real>::attend(Plan<Real>& plan, std::size_t l, const Encoded& encoded, Tensor<Real>& h,
                                             Tensor<Real>& embedding) {
  const std::string name = "decoder." + std::to_string(l);
  const Layer& layer = decoder_.layers[l];
  plan.begin({.name = "conv_seq2seq." + std::to_string(l) + ".attention",
              .kind = PartKind::attention,
              .width = config_.channels,
              .residual = true,
              .across = true});
  Tensor<Real>& asked = linear(plan, name + ".asked", h, layer.query);
  Tensor<Real>& query =
      scaled_sum(plan, name + ".query", asked, embedding, kHalfRoot * std::sqrt(double(config_.embedding_size)));
  Tensor<Real>& found = plan.tensor(name + ".found", query.shape);
  plan.template add<MultiheadAttentionOp<Real>>(
      "conv_seq2seq." + std::to_string(l) + ".attention", Columns<Real>(query), Columns<Real>(*encoded.keys),
      Columns<Real>(*encoded.values), found, encoded.stream.lengths, AttentionSettings{});
  return linear(plan, name + ".out", found, layer.out);
}

std::vector<Form> conv_seq2seq_forms(const Options&) { return {Form::pairs}; }

void conv_seq2seq_fits(const Options&, const Signature& s, const std::string& where) {
  if (!s.pairs() || s.output.whole) refuse_task(where, s.pairs() ? "fit.answer_sequence" : "fit.pairs");
}

OptionTable conv_seq2seq_options() {
  return {
      Option::integer("embedding_size", 32, 1, 512, "Embedding size",
                      "Numbers in the learned vector that stands for one symbol and its position.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("channels", 48, 1, 512, "Channels", "Patterns that each layer looks for at every position.")
          .in("channels")
          .by(8)
          .logarithmic(),
      Option::integer("kernel_size", 3, 1, 9, "Kernel size", "Positions that one convolution sees at once.")
          .in("positions"),
      Option::integer("num_layers", 2, 1, 6, "Layers",
                      "Convolutions in the encoder, and as many in the decoder, each of which looks at the source.")
          .in("layers"),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the numbers that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

}  // namespace

const ModelKind& conv_seq2seq_kind() {
  static const ModelKind kind{
      {"conv_seq2seq", "Convolutional seq2seq",
       "An encoder and a decoder without memory: both slide small patterns along, and every layer of the decoder looks "
       "at the source.",
       conv_seq2seq_options()},
      {{"conv_seq2seq.{layer}.attention",
        {"batch", "head", "query", "key"},
        "Attention",
        "Which source symbols each symbol of the answer looks at, in every layer."},
       {"probabilities",
        {"batch", "time", "token"},
        "Prediction",
        "The probability of every symbol as the next one of the answer."}},
      {"channels", "", "embedding_size"},
      nullptr,
      conv_seq2seq_forms,
      conv_seq2seq_fits};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_conv_seq2seq(const Options& options, Signature signature) {
  return std::make_unique<ConvSeq2SeqModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_conv_seq2seq(const Options&, Signature);
template std::unique_ptr<Model<double>> make_conv_seq2seq(const Options&, Signature);

}  // namespace unrolled
