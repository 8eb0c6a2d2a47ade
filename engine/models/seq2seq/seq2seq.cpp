#include "models/seq2seq/seq2seq.hpp"

#include <cmath>

#include "models/fit.hpp"
#include "models/parts.hpp"
#include "models/seq2seq/seq2seq_decoder.hpp"
#include "models/seq2seq/seq2seq_encoder.hpp"

namespace unrolled {
namespace seq2seq {
namespace {

struct Config {
  Cell cell;
  std::size_t embedding_size, hidden_size, num_layers;
  bool reversed, bidirectional;
  Attention attention;
  bool input_feeding;
  double dropout;

  bool adds_directions() const {
    return bidirectional && (attention == Attention::dot || attention == Attention::scaled);
  }
  std::size_t memory_width() const { return bidirectional && !adds_directions() ? 2 * hidden_size : hidden_size; }
};

Cell cell_of(const std::string& name) { return name == "rnn" ? Cell::rnn : name == "lstm" ? Cell::lstm : Cell::gru; }

Attention attention_of(const std::string& name) {
  return name == "additive"  ? Attention::additive
         : name == "dot"     ? Attention::dot
         : name == "general" ? Attention::general
         : name == "scaled"  ? Attention::scaled
                             : Attention::none;
}

Config config_of(const Options& options) {
  const Attention attention = attention_of(options.text("attention"));
  return {cell_of(options.text("cell")),
          options.integer("embedding_size"),
          options.integer("hidden_size"),
          options.integer("num_layers"),
          options.boolean("reverse_source"),
          options.boolean("bidirectional"),
          attention,
          attention != Attention::none && options.boolean("input_feeding"),
          options.number("dropout")};
}

constexpr std::uint64_t kAnswerDropout = 64;  // between the encoder's and the decoder's

/// A recurrent encoder whose final state starts a recurrent decoder (Sutskever, Vinyals and Le 2014; Cho et al. 2014),
/// with attention in the manner of Luong, Pham and Manning 2015: after its step, the decoder looks at the source, and
/// tanh(W_c [context; hidden]) takes the place of its hidden state. With input feeding that vector also enters the next
/// step.
///
/// Parameters, for l = 0, 1, ... and G gates: encoder.embedding.weight [V,E] where the source is symbols;
/// encoder.weight_ih_l`l` [G*H,in], weight_hh_l`l` [G*H,H], bias_ih_l`l`, bias_hh_l`l` [G*H], and the same with _reverse
/// where it is bidirectional, with merge_hidden_l`l`.weight [H,2H], .bias [H], and for the LSTM merge_cell_l`l`;
/// decoder.embedding.weight, decoder.weight_ih_l`l` and so on; decoder.weight_feed_l0 [G*H,H] with input feeding, the
/// columns of weight_ih_l0 that read the fed vector; attention.query.weight [H,H], attention.key.weight [H,C],
/// attention.score.weight [1,H], attention.combine.weight [H,C+H], .bias [H]; head.weight [V,H], head.bias [V].
/// C is H, or 2H of a bidirectional encoder: there "dot" and "scaled", which need H, add the directions up.
template <class Real>
class Seq2SeqModel final : public Model<Real> {
 public:
  Seq2SeqModel(const Options& options, Signature signature);

  Layout layout() const override { return Layout::time_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;
  Tensor<Real>* read_out(Plan<Real>& plan, const Stream&, Tensor<Real>& x) override {
    return config_.attention == Attention::none ? &answered(plan, x, head_) : nullptr;
  }

 private:
  void add_encoder();
  void add_decoder();
  void add_attention();
  Tensor<Real>* embedding(const std::string& name, const StreamSize& stream);
  CellLayer<Real> layer(const std::string& part, const std::string& suffix, std::size_t in);
  Affine<Real> affine(const std::string& name, std::size_t out, std::size_t in);
  Tensor<Real>* weight(const std::string& name, std::size_t out, std::size_t in);

  const Config config_;
  const Signature signature_;
  RecurrentEncoder<Real> encoder_;
  RecurrentDecoder<Real> decoder_;
  Affine<Real> head_;
};

template <class Real>
Seq2SeqModel<Real>::Seq2SeqModel(const Options& options, Signature signature)
    : config_(config_of(options)),
      signature_(signature),
      encoder_{config_.cell,     config_.hidden_size,       config_.bidirectional,
               config_.reversed, config_.adds_directions(), config_.dropout},
      decoder_{config_.cell, config_.hidden_size, config_.dropout, config_.attention} {
  add_encoder();
  add_decoder();
  if (config_.attention != Attention::none) add_attention();
  head_ = affine("head", signature.output.width, config_.hidden_size);
}

template <class Real>
void Seq2SeqModel<Real>::add_encoder() {
  const std::size_t H = config_.hidden_size;
  encoder_.embedding = embedding("encoder.embedding.weight", signature_.source);
  for (std::size_t l = 0; l < config_.num_layers; ++l) {
    const std::string suffix = "_l" + std::to_string(l);
    const std::size_t first = encoder_.embedding != nullptr ? config_.embedding_size : signature_.source.features;
    const std::size_t in = l == 0 ? first : config_.bidirectional ? 2 * H : H;
    EncoderLayer<Real> added{layer("encoder", suffix, in)};
    if (config_.bidirectional) {
      added.backward = layer("encoder", suffix + "_reverse", in);
      added.merge_hidden = affine("encoder.merge_hidden" + suffix, H, 2 * H);
      if (config_.cell == Cell::lstm) added.merge_cell = affine("encoder.merge_cell" + suffix, H, 2 * H);
    }
    encoder_.layers.push_back(added);
  }
}

template <class Real>
void Seq2SeqModel<Real>::add_decoder() {
  const std::size_t H = config_.hidden_size;
  decoder_.embedding = embedding("decoder.embedding.weight", signature_.input);
  const std::size_t first = decoder_.embedding != nullptr ? config_.embedding_size : signature_.input.features;
  for (std::size_t l = 0; l < config_.num_layers; ++l)
    decoder_.layers.push_back(layer("decoder", "_l" + std::to_string(l), l == 0 ? first : H));
  if (config_.input_feeding)
    decoder_.feed = &this->parameter("decoder.weight_feed_l0", {gate_count(config_.cell) * H, H},
                                     this->uniform(1 / std::sqrt(double(H))));
}

template <class Real>
void Seq2SeqModel<Real>::add_attention() {
  const std::size_t H = config_.hidden_size, C = config_.memory_width();
  const bool additive = config_.attention == Attention::additive;
  AttentionParameters<Real>& parameters = decoder_.parameters;
  if (additive) parameters.query = weight("attention.query.weight", H, H);
  if (additive || config_.attention == Attention::general) parameters.key = weight("attention.key.weight", H, C);
  if (additive) parameters.score = weight("attention.score.weight", 1, H);
  parameters.combine = affine("attention.combine", H, C + H);
}

template <class Real>
Tensor<Real>* Seq2SeqModel<Real>::embedding(const std::string& name, const StreamSize& stream) {
  if (stream.symbols == 0) return nullptr;
  return &this->parameter(name, {stream.symbols, config_.embedding_size}, this->normal(1));
}

template <class Real>
CellLayer<Real> Seq2SeqModel<Real>::layer(const std::string& part, const std::string& suffix, std::size_t in) {
  const std::size_t H = config_.hidden_size, out = gate_count(config_.cell) * H;
  const auto draw = this->uniform(1 / std::sqrt(double(H)));
  return {&this->parameter(part + ".weight_ih" + suffix, {out, in}, draw),
          &this->parameter(part + ".weight_hh" + suffix, {out, H}, draw),
          &this->parameter(part + ".bias_ih" + suffix, {out}, draw),
          &this->parameter(part + ".bias_hh" + suffix, {out}, draw)};
}

template <class Real>
Tensor<Real>* Seq2SeqModel<Real>::weight(const std::string& name, std::size_t out, std::size_t in) {
  return &this->parameter(name, {out, in}, this->uniform(1 / std::sqrt(double(in))));
}

template <class Real>
Affine<Real> Seq2SeqModel<Real>::affine(const std::string& name, std::size_t out, std::size_t in) {
  return {weight(name + ".weight", out, in),
          &this->parameter(name + ".bias", {out}, this->uniform(1 / std::sqrt(double(in))))};
}

template <class Real>
Tensor<Real>& Seq2SeqModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  const bool attends = config_.attention != Attention::none;
  plan.at_source(true);
  const Encoded<Real> encoded = encode(plan, encoder_, inputs.source, attends);
  plan.at_source(false);
  Tensor<Real>& answer = decode(plan, decoder_, inputs, encoded);
  return answered(plan, dropped(plan, "answer.dropped", answer, config_.dropout, kAnswerDropout), head_);
}

OptionTable options() {
  return {
      Option::choice("cell", {{"gru", "GRU"}, {"lstm", "LSTM"}, {"rnn", "RNN"}}, "Cell",
                     "The recurrent network that reads the source, and the one that writes the answer."),
      Option::integer("embedding_size", 32, 1, 512, "Embedding size",
                      "Numbers in the learned vector that stands for one symbol.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("hidden_size", 64, 1, 1024, "Hidden size",
                      "Units of memory in each layer: without attention, all that the decoder knows of the source.")
          .in("units")
          .by(8)
          .logarithmic(),
      Option::integer("num_layers", 1, 1, 4, "Layers", "Recurrent layers in the encoder, and as many in the decoder.")
          .in("layers"),
      Option::choice("attention",
                     {{"none", "None"},
                      {"additive", "Additive (Bahdanau)"},
                      {"dot", "Dot (Luong)"},
                      {"general", "General (Luong)"},
                      {"scaled", "Scaled dot"}},
                     "Attention",
                     "How the decoder looks back at each source position: not at all, or by one of the usual scores."),
      Option::boolean("input_feeding", false, "Input feeding",
                      "Whether what the decoder saw in the source also enters its next step, which costs time.")
          .only_if("attention", {"additive", "dot", "general", "scaled"}),
      Option::boolean("bidirectional", false, "Bidirectional encoder",
                      "Whether a second encoder reads the source from the other end."),
      Option::boolean("reverse_source", false, "Reversed source",
                      "Whether the encoder reads from the end, so that the answer's beginning is near its source."),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the units between layers and before the answer that is left out at random while "
                     "training, against learning by heart.")
          .by(0.05),
  };
}

std::vector<Form> forms(const Options&) { return {Form::pairs}; }

void fits(const Options&, const Signature& signature, const std::string& where) {
  if (!signature.pairs()) refuse_task(where, "fit.pairs");
  if (signature.output.whole) refuse_task(where, "fit.answer_sequence");
}

}  // namespace
}  // namespace seq2seq

const ModelKind& seq2seq_kind() {
  static const ModelKind kind{
      {"seq2seq", "Seq2seq",
       "Two recurrent networks: an encoder reads the source into its memory, and a decoder writes the answer from it.",
       seq2seq::options()},
      {{"seq2seq.attention",
        {"batch", "head", "query", "key"},
        "Alignment",
        "Which symbols of the source the decoder looks at as it writes each symbol of the answer."},
       {"seq2seq.encoder.{layer}.hidden",
        {"time", "batch", "unit"},
        "Encoder memory",
        "What each unit of the encoder remembers when it has read each symbol of the source."},
       {"seq2seq.decoder.{layer}.hidden",
        {"time", "batch", "unit"},
        "Decoder memory",
        "What each unit of the decoder remembers as it writes each symbol."},
       {"probabilities",
        {"time", "batch", "token"},
        "Prediction",
        "The probability of every symbol as the next one of the answer."}},
      {"hidden_size", "", ""},
      nullptr,
      seq2seq::forms,
      seq2seq::fits};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_seq2seq(const Options& options, Signature signature) {
  return std::make_unique<seq2seq::Seq2SeqModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_seq2seq(const Options&, Signature);
template std::unique_ptr<Model<double>> make_seq2seq(const Options&, Signature);

}  // namespace unrolled
