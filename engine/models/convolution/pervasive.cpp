#include "models/convolution/pervasive.hpp"

#include <cmath>

#include "models/convolution/conv_parts.hpp"
#include "models/fit.hpp"
#include "ops/pair_grid.hpp"
#include "ops/pool.hpp"
#include "ops/sequence.hpp"

namespace unrolled {
namespace {

struct PervasiveConfig {
  std::size_t embedding_size, growth, num_layers, kernel_size;
  PoolKind pooling;
  double dropout;

  std::size_t bottleneck() const { return 4 * growth; }  // Huang et al. 2017
};

PervasiveConfig pervasive_config(const Options& options) {
  return {options.integer("embedding_size"),
          options.integer("growth"),
          options.integer("num_layers"),
          options.integer("kernel_size"),
          options.text("pooling") == "max" ? PoolKind::max : PoolKind::mean,
          options.number("dropout")};
}

/// A DenseNet (Huang et al. 2017) over the grid [B,T,S,2E] whose cell (t,s) is the target's symbol t beside the source's
/// symbol s: each layer reads everything below and adds `growth` channels. Its convolution sees the target up to t, and
/// the source on both sides; the largest of each channel over the source (or the mean) then says what comes next.
/// The paper's batch norms, which would let one example see another, are layer norms here.
///
/// Parameters, for l = 0, 1, ...: source_embedding.weight, target_embedding.weight [V,E] ([E,features] and .bias for
/// numbers); layers.l.norm1, norm2 .weight, .bias; layers.l.conv1.weight [4g,in], a convolution of kernel 1, and .bias;
/// layers.l.conv2.weight [g,4g,(K+1)/2,K] (torch.nn.Conv2d, the rows that may be seen) and .bias; norm.weight, .bias;
/// head.weight [out,C], head.bias. Embeddings start as N(0,1), everything else uniform in +-1/sqrt(inputs).
template <class Real>
class PervasiveModel final : public Model<Real> {
 public:
  PervasiveModel(const Options& options, Signature signature);

  Layout layout() const override { return Layout::batch_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;

 private:
  struct Layer {
    Affine<Real> norm1, conv1, norm2, conv2;
  };

  Affine<Real> affine(const std::string& name, Shape shape);
  Affine<Real> norm(const std::string& name, std::size_t width);
  Affine<Real> embedding(const std::string& name, const StreamSize& size);
  /// The channels that a layer adds to x [B,T,S,C].
  Tensor<Real>& build_layer(Plan<Real>& plan, std::size_t l, const Stream& source, Tensor<Real>& x);
  Tensor<Real>& build_masked_conv(Plan<Real>& plan, const std::string& name, const Stream& source, Tensor<Real>& x,
                                  const Affine<Real>& weights);
  Tensor<Real>& normed(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, const Affine<Real>& weights);

  const PervasiveConfig config_;
  Affine<Real> source_embedding_, target_embedding_, norm_, head_;
  std::vector<Layer> layers_;
};

template <class Real>
PervasiveModel<Real>::PervasiveModel(const Options& options, Signature signature) : config_(pervasive_config(options)) {
  const std::size_t g = config_.growth, wide = config_.bottleneck(), K = config_.kernel_size;
  source_embedding_ = embedding("source_embedding", signature.source);
  target_embedding_ = embedding("target_embedding", signature.input);
  std::size_t width = 2 * config_.embedding_size;
  for (std::size_t l = 0; l < config_.num_layers; ++l, width += g) {
    const std::string prefix = "layers." + std::to_string(l) + ".";
    layers_.push_back({norm(prefix + "norm1", width), affine(prefix + "conv1", {wide, width}),
                       norm(prefix + "norm2", wide), affine(prefix + "conv2", {g, wide, (K + 1) / 2, K})});
  }
  norm_ = norm("norm", width);
  head_ = affine("head", {signature.output.width, width});
}

template <class Real>
Affine<Real> PervasiveModel<Real>::affine(const std::string& name, Shape shape) {
  const auto draw = this->uniform(1 / std::sqrt(double(shape.count() / shape[0])));
  const std::size_t out = shape[0];
  return {&this->parameter(name + ".weight", std::move(shape), draw), &this->parameter(name + ".bias", {out}, draw)};
}

template <class Real>
Affine<Real> PervasiveModel<Real>::norm(const std::string& name, std::size_t width) {
  return {&this->parameter(name + ".weight", {width}, this->constant(1)),
          &this->parameter(name + ".bias", {width}, this->constant(0))};
}

template <class Real>
Affine<Real> PervasiveModel<Real>::embedding(const std::string& name, const StreamSize& size) {
  const std::size_t E = config_.embedding_size;
  if (size.symbols == 0) return affine(name, {E, size.features});
  return {&this->parameter(name + ".weight", {size.symbols, E}, this->normal(1)), nullptr};
}

template <class Real>
Tensor<Real>& PervasiveModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  const std::size_t B = inputs.input.dims.batch, T = inputs.input.dims.length, S = inputs.source.dims.length;
  const auto begin_embedding = [&](const char* name, bool at_source) {
    plan.at_source(at_source);
    plan.begin({.name = name, .kind = PartKind::embedding, .width = config_.embedding_size});
  };
  begin_embedding("source", true);
  Tensor<Real>& source = entered(plan, "source", inputs.source, source_embedding_);
  begin_embedding("target", false);
  Tensor<Real>& target = entered(plan, "target", inputs.input, target_embedding_);
  Tensor<Real>* x = &plan.tensor("grid", {B, T, S, 2 * config_.embedding_size});
  plan.template add<PairGridOp<Real>>(target, source, *x);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    plan.begin({.name = "pervasive." + std::to_string(l),
                .kind = PartKind::convolution,
                .width = x->shape.last() + config_.growth,
                .window = (config_.kernel_size + 1) / 2,
                .residual = true});
    Tensor<Real>& more = build_layer(plan, l, inputs.source, *x);
    Tensor<Real>& joined = plan.tensor("pervasive." + std::to_string(l), {B, T, S, x->shape.last() + config_.growth});
    plan.template add<ConcatOp<Real>>(*x, more, joined);
    x = &joined;
  }
  plan.begin(
      {.name = "pervasive.pool", .kind = PartKind::pool, .width = x->shape.last(), .residual = true, .across = true});
  Tensor<Real>& features = normed(plan, "features", *x, norm_);
  Tensor<Real>& seen = plan.tensor("seen", {B, T, features.shape.last()});
  plan.template add<PoolOp<Real>>(config_.pooling, PoolDims{B, T, S, features.shape.last(), 1, S}, features,
                                  inputs.source.lengths, seen, "pervasive.alignment");
  return answered(plan, seen, head_);
}

/// dropout(conv2(relu(norm(conv1(relu(norm(x))))))).
template <class Real>
Tensor<Real>& PervasiveModel<Real>::build_layer(Plan<Real>& plan, std::size_t l, const Stream& source,
                                                Tensor<Real>& x) {
  const std::string name = "pervasive." + std::to_string(l);
  const Layer& layer = layers_[l];
  Tensor<Real>& narrow = linear(plan, name + ".conv1", normed(plan, name + ".norm1", x, layer.norm1), layer.conv1);
  Tensor<Real>& read = normed(plan, name + ".norm2", narrow, layer.norm2);
  Tensor<Real>& more = build_masked_conv(plan, name + ".conv2", source, read, layer.conv2);
  return dropped(plan, name + ".dropped", more, config_.dropout, l);
}

template <class Real>
Tensor<Real>& PervasiveModel<Real>::build_masked_conv(Plan<Real>& plan, const std::string& name, const Stream& source,
                                                      Tensor<Real>& x, const Affine<Real>& weights) {
  const Shape &in = x.shape, &weight = weights.weight->shape;
  ConvDims d{in[0], in[1], in[2], weight[1], weight[0], weight[2], weight[3]};
  d.top = d.reach_h();
  d.left = d.reach_w() / 2;
  d.right = d.reach_w() - d.left;
  Tensor<Real>& y = plan.tensor(name, {in[0], in[1], in[2], d.out});
  plan.template add<Conv2dOp<Real>>(d, x, *weights.weight, weights.bias, source.lengths, y);
  return y;
}

template <class Real>
Tensor<Real>& PervasiveModel<Real>::normed(Plan<Real>& plan, const std::string& name, Tensor<Real>& x,
                                           const Affine<Real>& weights) {
  return activated(plan, name + ".relu", Activation::relu, layer_norm(plan, name, x, weights));
}

std::vector<Form> pervasive_forms(const Options&) { return {Form::pairs}; }

void pervasive_fits(const Options&, const Signature& s, const std::string& where) {
  if (!s.pairs() || s.output.whole) refuse_task(where, s.pairs() ? "fit.answer_sequence" : "fit.pairs");
}

OptionTable pervasive_options() {
  return {
      Option::integer("embedding_size", 16, 1, 256, "Embedding size",
                      "Numbers in the learned vector that stands for one symbol.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("growth", 12, 1, 64, "Growth", "Channels that each layer adds to all those below it.")
          .in("channels")
          .by(4)
          .logarithmic(),
      Option::integer("num_layers", 4, 1, 12, "Layers",
                      "Convolutions over the grid: each sees one step farther in the source, both ways, and in the "
                      "answer so far.")
          .in("layers"),
      Option::integer("kernel_size", 3, 1, 7, "Kernel size",
                      "Source positions that one convolution sees at once; of the answer, half as many.")
          .in("positions"),
      Option::choice("pooling", {{"max", "Maximum"}, {"mean", "Mean"}}, "Over the source",
                     "How all source positions become one: the strongest sign of each feature, or the average."),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the numbers that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

}  // namespace

const ModelKind& pervasive_kind() {
  static const ModelKind kind{
      {"pervasive", "Pervasive attention",
       "Lays the source and the answer out as a grid of pairs and slides small patterns over it: no attention layer, "
       "because everything is.",
       pervasive_options()},
      {{"pervasive.alignment",
        {"batch", "query", "key"},
        "Alignment",
        "For each symbol of the answer, the part of the features that was strongest at each source symbol."},
       {"probabilities",
        {"batch", "time", "token"},
        "Prediction",
        "The probability of every symbol as the next one of the answer."}},
      {"growth", "", "embedding_size"},
      nullptr,
      pervasive_forms,
      pervasive_fits};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_pervasive(const Options& options, Signature signature) {
  return std::make_unique<PervasiveModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_pervasive(const Options&, Signature);
template std::unique_ptr<Model<double>> make_pervasive(const Options&, Signature);

}  // namespace unrolled
