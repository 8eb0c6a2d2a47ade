#include "core/error.hpp"
#include "models/fit.hpp"
#include "models/transformer/transformer.hpp"
#include "models/transformer/transformer_config.hpp"

namespace unrolled {
namespace {

OptionTable size_options() {
  return {
      Option::choice("topology",
                     {{"decoder", "Decoder (GPT)"},
                      {"encoder", "Encoder (BERT)"},
                      {"encoder-decoder", "Encoder and decoder (2017)"}},
                     "Topology",
                     "A decoder reads from left to right; an encoder sees everything at once; together, the decoder "
                     "writes while it looks at what the encoder read."),
      Option::integer("d_model", 64, 1, 512, "Width", "Numbers that stand for each symbol inside the model.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("num_heads", 4, 1, 16, "Heads",
                      "Attention patterns side by side in each layer; they share the width, so they must divide it.")
          .in("heads"),
      Option::integer(
          "num_kv_heads", 0, 0, 16, "Key heads",
          "Heads of keys and values that the heads share in groups; they must divide the heads; 0 is as many.")
          .in("heads"),
      Option::integer("num_layers", 2, 1, 8, "Layers", "Rounds of attention and feed-forward.").in("layers"),
      Option::integer("d_ff", 256, 1, 2048, "Feed-forward width",
                      "Units in the small network that works on each place alone.")
          .in("units")
          .by(16)
          .logarithmic(),
  };
}

OptionTable kind_options() {
  return {
      Option::choice("norm", {{"pre", "Before (pre-norm)"}, {"post", "After (post-norm)"}}, "Layer norm",
                     "Whether each block normalises what it reads or what it has added: before trains more easily."),
      Option::choice("normalisation", {{"layer_norm", "LayerNorm"}, {"rms_norm", "RMSNorm"}, {"none", "None"}},
                     "Kind of norm",
                     "LayerNorm centres and scales what it normalises; RMSNorm scales only, which is simpler."),
      Option::boolean("residual", true, "Residual connections",
                      "Each part of a block adds to what it reads, instead of taking its place."),
      Option::choice("position",
                     {{"learned", "Learned"},
                      {"sinusoidal", "Sinusoidal"},
                      {"rope", "Rotary (RoPE)"},
                      {"alibi", "Distance (ALiBi)"},
                      {"none", "None"}},
                     "Positions", "How the model knows where in the sequence a symbol stands."),
      Option::choice(
          "attention", {{"softmax", "Softmax"}, {"linear", "Linear"}}, "Attention",
          "Softmax weighs every pair of places; linear attention keeps a running sum instead, whose work grows "
          "with the length and not with its square."),
      Option::choice("activation", {{"gelu", "GELU"}, {"relu", "ReLU"}, {"swiglu", "SwiGLU"}}, "Activation",
                     "What bends the sums in the feed-forward network; SwiGLU has a second set of sums as a gate."),
      Option::boolean("tied", false, "Tied embedding",
                      "Uses the input embedding as the output layer too: fewer parameters.")
          .needing("own_symbols"),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the numbers that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

OptionTable transformer_options() {
  OptionTable table = size_options();
  for (Option& option : kind_options()) table.push_back(std::move(option));
  return table;
}

void transformer_check(const Options& options, const std::string& where) {
  const std::size_t width = options.integer("d_model"), heads = options.integer("num_heads");
  const std::size_t kv_heads = options.integer("num_kv_heads");
  const std::string& position = options.text("position");
  if (width % heads != 0)
    throw Error(ErrorCode::invalid_config, "option.divides", where + ".num_heads",
                {{"found", heads}, {"other", "d_model"}, {"limit", width}});
  if (kv_heads != 0 && heads % kv_heads != 0)
    throw Error(ErrorCode::invalid_config, "option.divides", where + ".num_kv_heads",
                {{"found", kv_heads}, {"other", "num_heads"}, {"limit", heads}});
  if (position == "rope" && width == heads) throw Error(ErrorCode::invalid_config, "option.rope", where + ".position");
  if (position == "alibi" && options.text("attention") == "linear")
    throw Error(ErrorCode::invalid_config, "option.alibi", where + ".position");
}

std::vector<Form> transformer_forms(const Options& options) {
  const std::string& topology = options.text("topology");
  if (topology == "encoder") return {Form::single, Form::aligned};
  if (topology == "encoder-decoder") return {Form::pairs};
  return left_to_right_forms(options);
}

void transformer_fits(const Options& options, const Signature& signature, const std::string& where) {
  const std::string& topology = options.text("topology");
  const bool pairs = topology == "encoder-decoder";
  if (pairs && !signature.pairs()) refuse_task(where, "fit.pairs");
  if (pairs && signature.output.whole) refuse_task(where, "fit.answer_sequence");
  if (!pairs && signature.pairs()) refuse_task(where, "fit.one_stream");
  if (topology == "encoder" && signature.causal) refuse_task(where + ".topology", "fit.encoder_ahead");
  if (options.boolean("tied") && !answers_in_its_symbols(signature)) refuse_task(where + ".tied", "fit.tied");
}

Bend bend_of(const std::string& activation) {
  return activation == "relu" ? Bend::relu : activation == "swiglu" ? Bend::swiglu : Bend::gelu;
}

Norm norm_of(const std::string& name) {
  return name == "none" ? Norm::none : name == "rms_norm" ? Norm::rms : Norm::layer;
}

Topology topology_of(const std::string& name) {
  return name == "encoder"           ? Topology::encoder
         : name == "encoder-decoder" ? Topology::encoder_decoder
                                     : Topology::decoder;
}

}  // namespace

TransformerConfig transformer_config(const Options& options) {
  const std::size_t heads = options.integer("num_heads"), kv_heads = options.integer("num_kv_heads");
  const std::string& position = options.text("position");
  return {{options.integer("d_model"), heads, kv_heads == 0 ? heads : kv_heads, options.integer("d_ff"),
           norm_of(options.text("normalisation")), options.text("norm") == "pre", options.boolean("residual"),
           bend_of(options.text("activation")), options.text("attention") == "linear", position == "alibi",
           position == "rope", options.number("dropout")},
          topology_of(options.text("topology")),
          position == "learned"      ? Position::learned
          : position == "sinusoidal" ? Position::sinusoidal
                                     : Position::none,
          options.integer("num_layers"),
          options.boolean("tied")};
}

const ModelKind& transformer_kind() {
  static const ModelKind kind{{"transformer", "Transformer",
                               "No memory to rewrite: every symbol looks at all others, in a decoder at all earlier "
                               "ones, and takes what it needs.",
                               transformer_options()},
                              {{"transformer.{layer}.attention",
                                {"batch", "head", "query", "key"},
                                "Attention",
                                "Which others each symbol looks at, for every head: in a decoder, earlier ones only."},
                               {"transformer.{layer}.cross_attention",
                                {"batch", "head", "query", "key"},
                                "Alignment",
                                "Which symbols of the source each symbol of the answer looks at, for every head."},
                               {"transformer.encoder.{layer}.attention",
                                {"batch", "head", "query", "key"},
                                "Attention in the source",
                                "Which other symbols of the source each of them looks at, for every head."},
                               {"probabilities",
                                {"batch", "time", "token"},
                                "Prediction",
                                "The probability of every character as the next one."}},
                              {"d_model", "num_heads", "d_ff"},
                              transformer_check,
                              transformer_forms,
                              transformer_fits};
  return kind;
}

}  // namespace unrolled
