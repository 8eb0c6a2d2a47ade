#include "models/transformer.hpp"

#include <cmath>
#include <utility>

#include "core/error.hpp"
#include "kernels/activation.hpp"
#include "models/fit.hpp"
#include "ops/activation.hpp"
#include "ops/add.hpp"
#include "ops/attention.hpp"
#include "ops/dropout.hpp"
#include "ops/embedding.hpp"
#include "ops/layer_norm.hpp"
#include "ops/linear.hpp"
#include "ops/position.hpp"

namespace unrolled {
namespace {

struct TransformerConfig {
  enum class Position { learned, sinusoidal, none };
  std::size_t d_model, num_heads, num_layers, d_ff;
  bool norm_first, tied;
  Position position;
  Activation activation;
  double dropout;
};

TransformerConfig config_of(const Options& options) {
  using Position = TransformerConfig::Position;
  const std::string& position = options.text("position");
  return {options.integer("d_model"),
          options.integer("num_heads"),
          options.integer("num_layers"),
          options.integer("d_ff"),
          options.text("norm") == "pre",
          options.boolean("tied"),
          position == "learned" ? Position::learned
          : position == "none"  ? Position::none
                                : Position::sinusoidal,
          options.text("activation") == "relu" ? Activation::relu : Activation::gelu,
          options.number("dropout")};
}

/// Where a plan of one position finds its place in the sequence; nullptr in a plan of whole sequences.
using Place = const Indices*;

/// Parameters, for l = 0, 1, ...: embedding.weight [V,D]; position.weight [T,D] where learned;
/// layers.l.self_attn.in_proj_weight [3D,D], in_proj_bias, self_attn.out_proj.weight [D,D], .bias;
/// layers.l.linear1.weight [F,D], .bias, linear2.weight [D,F], .bias; layers.l.norm1, norm2 .weight, .bias [D];
/// norm.weight, norm.bias [D]; head.weight [V,D] unless tied to the embedding.
/// Initial weights as in GPT-2 (Radford et al. 2019) in proportion to the width: N(0, 0.02 sqrt(768/D)), what is added
/// to the residual stream divided by sqrt(2 layers), biases 0.
template <class Real>
class TransformerModel final : public Model<Real> {
 public:
  TransformerModel(const Options& options, Signature signature);

  Layout layout() const override { return Layout::batch_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override {
    return build_at(plan, *inputs.input.tokens, inputs.input.dims, nullptr);
  }
  std::unique_ptr<Decoder<Real>> decoder() override;

 private:
  class CacheDecoder;
  struct Affine {
    Tensor<Real>*weight, *bias;
  };
  struct Layer {
    Affine in_proj, out_proj, linear1, linear2, norm1, norm2;
  };

  void add_layer(const std::string& prefix);
  Affine affine(const std::string& name, std::size_t out, std::size_t in, double deviation);
  Affine norm(const std::string& name);

  Tensor<Real>& build_at(Plan<Real>& plan, const Indices& tokens, BatchDims dims, Place place);
  Tensor<Real>& build_input(Plan<Real>& plan, const Indices& tokens, BatchDims dims, Place place);
  Tensor<Real>& build_layer(Plan<Real>& plan, std::size_t l, Tensor<Real>& x, Place place);
  Tensor<Real>& build_attention(Plan<Real>& plan, std::size_t l, Tensor<Real>& x, Place place);
  Tensor<Real>& build_feed_forward(Plan<Real>& plan, std::size_t l, Tensor<Real>& x);
  Tensor<Real>& linear(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, const Affine& weights);
  Tensor<Real>& normalise(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, const Affine& weights);
  Tensor<Real>& drop(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, std::uint64_t id);
  Tensor<Real>& residual(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Tensor<Real>& change);

  const TransformerConfig config_;
  const Signature signature_;
  Tensor<Real>* embedding_;
  Tensor<Real>* position_ = nullptr;
  std::vector<Layer> layers_;
  Affine norm_;
  Tensor<Real>* head_;
};

/// GPT-2's 0.02 belongs to its width of 768. With it a narrow model starts almost silent and loses hundreds of steps:
/// at width 64, 600 steps on Moby Dick, held-out 2.14 nats; with the same variance of sums as GPT-2's (0.07) 1.99;
/// with 0.12, as Glorot would have it, 2.03.
double initial_deviation(std::size_t width) { return 0.02 * std::sqrt(768.0 / double(width)); }

/// The dropouts of a layer; 0 is the input's.
std::uint64_t dropout_id(std::size_t layer, std::uint64_t which) { return 1 + 8 * layer + which; }

template <class Real>
TransformerModel<Real>::TransformerModel(const Options& options, Signature signature)
    : config_(config_of(options)), signature_(signature) {
  const std::size_t D = config_.d_model;
  const auto draw = this->normal(initial_deviation(D));
  embedding_ = &this->parameter("embedding.weight", {signature.input.symbols, D}, draw);
  if (config_.position == TransformerConfig::Position::learned)
    position_ = &this->parameter("position.weight", {signature.input.length, D}, draw);
  for (std::size_t l = 0; l < config_.num_layers; ++l) add_layer("layers." + std::to_string(l) + ".");
  norm_ = norm("norm");
  head_ = config_.tied ? embedding_ : &this->parameter("head.weight", {signature.output.width, D}, draw);
}

template <class Real>
void TransformerModel<Real>::add_layer(const std::string& prefix) {
  const std::size_t D = config_.d_model, F = config_.d_ff;
  const double deviation = initial_deviation(D),
               residual_deviation = deviation / std::sqrt(2.0 * double(config_.num_layers));
  Layer layer;
  layer.in_proj = {&this->parameter(prefix + "self_attn.in_proj_weight", {3 * D, D}, this->normal(deviation)),
                   &this->parameter(prefix + "self_attn.in_proj_bias", {3 * D}, this->constant(0))};
  layer.out_proj = affine(prefix + "self_attn.out_proj", D, D, residual_deviation);
  layer.linear1 = affine(prefix + "linear1", F, D, deviation);
  layer.linear2 = affine(prefix + "linear2", D, F, residual_deviation);
  layer.norm1 = norm(prefix + "norm1");
  layer.norm2 = norm(prefix + "norm2");
  layers_.push_back(layer);
}

template <class Real>
typename TransformerModel<Real>::Affine TransformerModel<Real>::affine(const std::string& name, std::size_t out,
                                                                       std::size_t in, double deviation) {
  return {&this->parameter(name + ".weight", {out, in}, this->normal(deviation)),
          &this->parameter(name + ".bias", {out}, this->constant(0))};
}

template <class Real>
typename TransformerModel<Real>::Affine TransformerModel<Real>::norm(const std::string& name) {
  return {&this->parameter(name + ".weight", {config_.d_model}, this->constant(1)),
          &this->parameter(name + ".bias", {config_.d_model}, this->constant(0))};
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_at(Plan<Real>& plan, const Indices& tokens, BatchDims dims, Place place) {
  Tensor<Real>* x = &build_input(plan, tokens, dims, place);
  for (std::size_t l = 0; l < layers_.size(); ++l) x = &build_layer(plan, l, *x, place);
  Tensor<Real>& normed = normalise(plan, "norm", *x, norm_);
  return linear(plan, "logits", normed, {head_, nullptr});
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_input(Plan<Real>& plan, const Indices& tokens, BatchDims dims,
                                                  Place place) {
  using Position = TransformerConfig::Position;
  const Shape shape{dims.batch, dims.length, config_.d_model};
  Tensor<Real>* x = &plan.tensor("embedded", shape);
  plan.template add<EmbeddingOp<Real>>(tokens, *embedding_, *x);
  if (config_.position != Position::none) {
    Tensor<Real>& placed = plan.tensor("placed", shape);
    if (config_.position == Position::learned)
      plan.template add<LearnedPositionOp<Real>>(*x, *position_, placed, place);
    else
      plan.template add<SinusoidalPositionOp<Real>>(*x, placed, signature_.input.length, place);
    x = &placed;
  }
  return drop(plan, "input.dropped", *x, 0);
}

/// norm "pre": x + f(norm(x)) (Xiong et al. 2020); "post": norm(x + f(x)) (Vaswani et al. 2017).
template <class Real>
Tensor<Real>& TransformerModel<Real>::build_layer(Plan<Real>& plan, std::size_t l, Tensor<Real>& x, Place place) {
  const std::string name = "transformer." + std::to_string(l);
  const Layer& layer = layers_[l];
  if (config_.norm_first) {
    Tensor<Real>& seen = build_attention(plan, l, normalise(plan, name + ".norm1", x, layer.norm1), place);
    Tensor<Real>& middle = residual(plan, name + ".attended", x, seen);
    Tensor<Real>& change = build_feed_forward(plan, l, normalise(plan, name + ".norm2", middle, layer.norm2));
    return residual(plan, name + ".output", middle, change);
  }
  Tensor<Real>& seen = residual(plan, name + ".attended", x, build_attention(plan, l, x, place));
  Tensor<Real>& middle = normalise(plan, name + ".norm1", seen, layer.norm1);
  Tensor<Real>& change = residual(plan, name + ".changed", middle, build_feed_forward(plan, l, middle));
  return normalise(plan, name + ".output", change, layer.norm2);
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_attention(Plan<Real>& plan, std::size_t l, Tensor<Real>& x, Place place) {
  const std::string name = "transformer." + std::to_string(l);
  Tensor<Real>& qkv = linear(plan, name + ".qkv", x, layers_[l].in_proj);
  Tensor<Real>& mixed = plan.tensor(name + ".mixed", x.shape);
  if (place == nullptr)
    plan.template add<CausalAttentionOp<Real>>(name, qkv, mixed, config_.num_heads, config_.dropout, dropout_id(l, 0));
  else
    plan.template add<CachedAttentionOp<Real>>(name + ".attention", qkv, mixed,
                                               AttentionSettings{.num_heads = config_.num_heads},
                                               signature_.input.length, *place);
  Tensor<Real>& out = linear(plan, name + ".attention_out", mixed, layers_[l].out_proj);
  return drop(plan, name + ".attention_dropped", out, dropout_id(l, 1));
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::build_feed_forward(Plan<Real>& plan, std::size_t l, Tensor<Real>& x) {
  const std::string name = "transformer." + std::to_string(l);
  Tensor<Real>& wide = linear(plan, name + ".linear1", x, layers_[l].linear1);
  Tensor<Real>& bent = plan.tensor(name + ".activation", wide.shape);
  plan.template add<ActivationOp<Real>>(config_.activation, wide, bent);
  Tensor<Real>& dropped = drop(plan, name + ".activation_dropped", bent, dropout_id(l, 2));
  Tensor<Real>& out = linear(plan, name + ".linear2", dropped, layers_[l].linear2);
  return drop(plan, name + ".linear2_dropped", out, dropout_id(l, 3));
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::linear(Plan<Real>& plan, const std::string& name, Tensor<Real>& x,
                                             const Affine& weights) {
  std::vector<std::size_t> sizes = x.shape.sizes();
  sizes.back() = weights.weight->shape[0];
  Tensor<Real>& y = plan.tensor(name, Shape(sizes));
  plan.template add<LinearOp<Real>>(x, *weights.weight, weights.bias, nullptr, y);
  return y;
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::normalise(Plan<Real>& plan, const std::string& name, Tensor<Real>& x,
                                                const Affine& weights) {
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<LayerNormOp<Real>>(x, *weights.weight, *weights.bias, y);
  return y;
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::drop(Plan<Real>& plan, const std::string& name, Tensor<Real>& x,
                                           std::uint64_t id) {
  if (config_.dropout == 0) return x;
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<DropoutOp<Real>>(x, y, config_.dropout, id);
  return y;
}

template <class Real>
Tensor<Real>& TransformerModel<Real>::residual(Plan<Real>& plan, const std::string& name, Tensor<Real>& x,
                                               Tensor<Real>& change) {
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<AddOp<Real>>(x, change, y);
  return y;
}

/// Keeps the keys and values of what was fed, so that one more symbol costs one position. When the context is full,
/// the older half is dropped and the newer one fed again at positions 0, 1, ...: positions are learned for one
/// context only, and this costs less than moving the window at every symbol.
template <class Real>
class TransformerModel<Real>::CacheDecoder final : public Decoder<Real> {
 public:
  explicit CacheDecoder(TransformerModel& model)
      : context_(model.signature_.input.length),
        token_(plan_.indices("token", {1, 1})),
        place_(plan_.indices("position", {1})),
        logits_(model.build_at(plan_, token_, {1, 1}, &place_)) {
    plan_.allocate();
    history_.reserve(context_);
  }

  void restart() override {
    history_.clear();
    weights_changed_ = true;
  }

  std::span<const Real> feed(std::int32_t token) override {
    if (history_.size() == context_) {
      const std::vector<std::int32_t> kept(history_.begin() + std::ptrdiff_t(context_ - context_ / 2), history_.end());
      history_.clear();
      for (std::int32_t old : kept) append(old);
    }
    append(token);
    return logits_.value;
  }

 private:
  void append(std::int32_t token) {
    token_.value[0] = token;
    place_.value[0] = static_cast<std::int32_t>(history_.size());
    history_.push_back(token);
    Pass pass;
    pass.weights_changed = std::exchange(weights_changed_, false);
    plan_.forward(pass);
  }

  const std::size_t context_;
  Plan<Real> plan_;
  Indices& token_;
  Indices& place_;
  Tensor<Real>& logits_;
  std::vector<std::int32_t> history_;
  bool weights_changed_ = true;
};

template <class Real>
std::unique_ptr<Decoder<Real>> TransformerModel<Real>::decoder() {
  return std::make_unique<CacheDecoder>(*this);
}

void check(const Options& options, const std::string& where) {
  const std::size_t width = options.integer("d_model"), heads = options.integer("num_heads");
  if (width % heads != 0)
    throw Error(ErrorCode::invalid_config, where + ".num_heads",
                "a number that divides d_model, which is " + std::to_string(width), std::to_string(heads));
}

OptionTable options() {
  return {
      Option::choice("topology", {{"decoder", "Decoder (GPT)"}}, "Topology",
                     "A decoder reads from left to right and predicts the next character at every place."),
      Option::integer("d_model", 64, 1, 512, "Width", "Numbers that stand for each character inside the model.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("num_heads", 4, 1, 16, "Heads",
                      "Attention patterns side by side in each layer; they share the width, so they must divide it.")
          .in("heads"),
      Option::integer("num_layers", 2, 1, 8, "Layers", "Rounds of attention and feed-forward.").in("layers"),
      Option::integer("d_ff", 256, 1, 2048, "Feed-forward width",
                      "Units in the small network that works on each place alone.")
          .in("units")
          .by(16)
          .logarithmic(),
      Option::choice("norm", {{"pre", "Before (pre-norm)"}, {"post", "After (post-norm)"}}, "Layer norm",
                     "Whether each block normalises what it reads or what it has added: before trains more easily."),
      Option::choice("position", {{"learned", "Learned"}, {"sinusoidal", "Sinusoidal"}, {"none", "None"}}, "Positions",
                     "How the model knows where in the text a character stands."),
      Option::choice("activation", {{"gelu", "GELU"}, {"relu", "ReLU"}}, "Activation",
                     "What bends the sums in the feed-forward network."),
      Option::boolean("tied", false, "Tied embedding",
                      "Uses the input embedding as the output layer too: fewer parameters."),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the numbers that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

}  // namespace

const ModelKind& transformer_kind() {
  static const ModelKind kind{
      {"transformer", "Transformer",
       "No memory to rewrite: every character looks back at all earlier ones and takes what it needs.", options()},
      {{"transformer.{layer}.attention",
        {"batch", "head", "query", "key"},
        "Attention",
        "Which earlier characters each character looks at, for every head."},
       {"probabilities",
        {"batch", "time", "token"},
        "Prediction",
        "The probability of every character as the next one."}},
      {"d_model", "num_heads", "d_ff"},
      check,
      left_to_right_forms,
      require_next_symbols};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_transformer(const Options& options, Signature signature) {
  return std::make_unique<TransformerModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_transformer(const Options&, Signature);
template std::unique_ptr<Model<double>> make_transformer(const Options&, Signature);

}  // namespace unrolled
