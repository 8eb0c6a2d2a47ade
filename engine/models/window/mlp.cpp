#include "models/window/mlp.hpp"

#include <algorithm>
#include <cmath>

#include "models/convolution/conv_parts.hpp"
#include "models/fit.hpp"
#include "models/window/window_decoder.hpp"

namespace unrolled {
namespace {

struct MlpConfig {
  std::size_t embedding_size, hidden_size, num_layers, context;
  Activation activation;
  double dropout;
};

MlpConfig config_of(const Options& options) {
  const std::string& activation = options.text("activation");
  return {options.integer("embedding_size"),
          options.integer("hidden_size"),
          options.integer("num_layers"),
          options.integer("context"),
          activation == "relu"   ? Activation::relu
          : activation == "tanh" ? Activation::tanh
                                 : Activation::gelu,
          options.number("dropout")};
}

/// The first layer reads a window: of the whole sequence, as long as any may be, where the answer is one for all of it,
/// else of `context` positions around or up to the answer's; what is not there counts as zeros. That is a convolution,
/// and the same network slides along, as Bengio et al. had it.
///
/// Parameters: embedding.weight [V,E] for symbols; layers.0.weight [H,in,window] and .bias (torch.nn.Conv1d);
/// layers.l.weight [H,H] and .bias for l = 1, 2, ...; head.weight [out,H], head.bias. Embeddings start as N(0,1),
/// everything else uniform in +-1/sqrt(inputs): PyTorch's defaults.
template <class Real>
class MlpModel final : public Model<Real> {
 public:
  MlpModel(const Options& options, Signature signature);

  Layout layout() const override { return Layout::batch_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;
  Tensor<Real>* read_out(Plan<Real>& plan, const Stream&, Tensor<Real>& x) override {
    return &answered(plan, x, head_);
  }
  std::unique_ptr<Decoder<Real>> decoder() override;
  std::vector<std::pair<std::string, double>> facts() const override {
    if (signature_.output.whole) return {};  // it sees all there is
    return {{"receptive_field", double(window_)}};
  }

 private:
  Affine<Real> affine(const std::string& name, Shape shape);
  Tensor<Real>& build_window(Plan<Real>& plan, const Stream& stream, Tensor<Real>& x);

  const MlpConfig config_;
  const Signature signature_;
  const std::size_t window_;
  Tensor<Real>* embedding_ = nullptr;
  std::vector<Affine<Real>> layers_;
  Affine<Real> head_;
};

template <class Real>
MlpModel<Real>::MlpModel(const Options& options, Signature signature)
    : config_(config_of(options)),
      signature_(signature),
      window_(signature.output.whole ? signature.input.length : config_.context) {
  const std::size_t H = config_.hidden_size;
  std::size_t in = signature.input.features;
  if (signature.input.symbols > 0) {
    in = config_.embedding_size;
    embedding_ = &this->parameter("embedding.weight", {signature.input.symbols, in}, this->normal(1));
  }
  layers_.push_back(affine("layers.0", {H, in, window_}));
  for (std::size_t l = 1; l < config_.num_layers; ++l) layers_.push_back(affine("layers." + std::to_string(l), {H, H}));
  head_ = affine("head", {signature.output.width, H});
}

template <class Real>
Affine<Real> MlpModel<Real>::affine(const std::string& name, Shape shape) {
  const auto draw = this->uniform(1 / std::sqrt(double(shape.count() / shape[0])));
  const std::size_t out = shape[0];
  return {&this->parameter(name + ".weight", std::move(shape), draw), &this->parameter(name + ".bias", {out}, draw)};
}

template <class Real>
Tensor<Real>& MlpModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  const Stream& stream = inputs.input;
  if (embedding_ != nullptr)
    plan.begin({.name = "embedding", .kind = PartKind::embedding, .width = embedding_->shape[1]});
  Tensor<Real>& entering =
      embedding_ != nullptr ? embedded(plan, "embedded", stream, *embedding_) : values_input(plan, "values", stream);
  Tensor<Real>* x = &build_window(plan, stream, entering);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const std::string name = "mlp." + std::to_string(l);
    if (l > 0) {
      plan.begin({.name = name, .kind = PartKind::feed_forward, .width = config_.hidden_size});
      x = &linear(plan, name, *x, layers_[l]);
    }
    x = &dropped(plan, name + ".dropped", activated(plan, name + ".hidden", config_.activation, *x), config_.dropout,
                 l);
    plan.note_layer(name, *x);
  }
  return *read_out(plan, stream, *x);
}

template <class Real>
Tensor<Real>& MlpModel<Real>::build_window(Plan<Real>& plan, const Stream& stream, Tensor<Real>& x) {
  const bool whole = signature_.output.whole;
  plan.begin({.name = "mlp.0",
              .kind = PartKind::convolution,
              .width = config_.hidden_size,
              .window = whole ? 2 * window_ - 1 : window_,
              .causal = signature_.causal && !whole});
  if (!whole) return convolved(plan, "mlp.0", stream, x, layers_[0], {window_, 1, signature_.causal});
  const auto [batch, length] = stream.dims;
  ConvDims d{batch, 1, length, x.shape.last(), config_.hidden_size};
  d.kernel_w = window_;
  d.right = window_ - length;
  Tensor<Real>& y = plan.tensor("mlp.0", {batch, config_.hidden_size});
  plan.template add<Conv2dOp<Real>>(d, x, *layers_[0].weight, layers_[0].bias, stream.lengths, y);
  return y;
}

template <class Real>
std::unique_ptr<Decoder<Real>> MlpModel<Real>::decoder() {
  if (!predicts_next_symbols(signature_)) return nullptr;
  return std::make_unique<WindowDecoder<Real>>(*this, std::min(window_, signature_.input.length));
}

std::vector<Form> forms(const Options&) { return {Form::single, Form::aligned, Form::prefix}; }

/// A window can be laid over anything.
void fits(const Options&, const Signature&, const std::string&) {}

OptionTable options() {
  return {
      Option::integer("embedding_size", 32, 1, 512, "Embedding size",
                      "Numbers in the learned vector that stands for one symbol; tasks of numbers need none.")
          .in("numbers")
          .by(8)
          .logarithmic()
          .needing("symbols"),
      Option::integer(
          "context", 8, 1, 64, "Window",
          "Positions that an answer can depend on; tasks with one answer for a whole sequence see all of it.")
          .in("positions")
          .needing("each"),
      Option::integer("hidden_size", 128, 1, 1024, "Hidden size", "Units in each hidden layer.")
          .in("units")
          .by(8)
          .logarithmic(),
      Option::integer("num_layers", 1, 1, 4, "Hidden layers", "Layers of units between the input and the answer.")
          .in("layers"),
      Option::choice("activation", {{"tanh", "tanh"}, {"relu", "ReLU"}, {"gelu", "GELU"}}, "Activation",
                     "What bends the sums of each layer: without it, all layers would be one."),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the units that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

}  // namespace

const ModelKind& mlp_kind() {
  static const ModelKind kind{{"mlp", "MLP",
                               "Fully connected layers that see a fixed stretch of positions at once and nothing "
                               "beyond: what there was before memory.",
                               options()},
                              {{"probabilities",
                                {"batch", "time", "token"},
                                "Prediction",
                                "The probability of every symbol as the answer at each position."}},
                              {"hidden_size", "", "embedding_size"},
                              nullptr,
                              forms,
                              fits};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_mlp(const Options& options, Signature signature) {
  return std::make_unique<MlpModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_mlp(const Options&, Signature);
template std::unique_ptr<Model<double>> make_mlp(const Options&, Signature);

}  // namespace unrolled
