#include "models/transformer/set_transformer.hpp"

#include "core/error.hpp"
#include "models/fit.hpp"
#include "models/transformer/transformer_blocks.hpp"
#include "ops/group_columns.hpp"
#include "ops/linear.hpp"

namespace unrolled {
namespace {

// A Gaussian of a mixture in the plane: a logit, a mean and a deviation (ops/mixture.hpp).
const std::vector<std::size_t> kGaussian{1, 2, 2};
constexpr std::size_t kGaussianWidth = 5;

BlockConfig blocks_of(const Options& options) {
  const std::size_t heads = options.integer("num_heads");
  BlockConfig blocks{options.integer("d_model"), heads, heads, options.integer("d_ff")};
  blocks.norm = options.boolean("layer_norm") ? Norm::layer : Norm::none;
  blocks.dropout = options.number("dropout");
  return blocks;
}

/// Everything is made of MAB(X, Y) = norm(H + feed(H)), H = norm(X + attention of X on Y): the members look at each other
/// in SAB(X) = MAB(X, X), or by way of m inducing points I in ISAB(X) = MAB(X, MAB(I, X)); k seeds S look at what comes
/// of it, MAB(S, Z), and where k > 1, at each other. k is 1, or the number of Gaussians of a mixture. As in the authors'
/// program, there is no further layer in front of the pooling.
///
/// Parameters, for l = 0, 1, ...: embedding.weight [V,D], or of vectors input.weight [D,features], input.bias; for each
/// MAB q_proj.weight [D,D], kv_proj.weight [2D,D], out_proj.weight [D,D], linear1.weight [F,D], linear2.weight [D,F],
/// their biases, and norm1, norm2 .weight, .bias [D], under layers.l.mab, or layers.l.mab0 with layers.l.inducing [m,D]
/// and layers.l.mab1; under pooling.mab with pooling.seeds [k,D], and under decoder.mab; head.weight, head.bias.
template <class Real>
class SetTransformerModel final : public AttentionModel<Real> {
 public:
  SetTransformerModel(const Options& options, Signature signature);
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;

 private:
  using typename AttentionModel<Real>::Attention;
  using typename AttentionModel<Real>::FeedForward;
  using typename AttentionModel<Real>::Sight;
  struct Mab {
    Attention attention{};
    FeedForward feed{};
    Affine<Real> norm1{}, norm2{};
    std::uint64_t first_dropout = 0;
  };
  struct Layer {
    Mab mab{}, first{};  ///< `first` of inducing points
    Tensor<Real>* inducing = nullptr;
  };

  Mab mab(const std::string& name);
  Tensor<Real>& points(const std::string& name, std::size_t count);
  Tensor<Real>& build_mab(Plan<Real>& plan, const std::string& tap, const Mab& mab, Tensor<Real>& x, Tensor<Real>& y,
                          Sight sight);
  Tensor<Real>& build_layer(Plan<Real>& plan, std::size_t l, Tensor<Real>& x, const Indices* lengths);
  /// The same rows for every sequence, [B,count,D].
  Tensor<Real>& build_points(Plan<Real>& plan, const std::string& name, Tensor<Real>& points, std::size_t batch);
  Tensor<Real>& build_head(Plan<Real>& plan, Tensor<Real>& x);

  const Signature signature_;
  const std::size_t answers_;  // k
  Tensor<Real>* embedding_ = nullptr;
  Affine<Real> input_{};
  std::vector<Layer> layers_;
  Tensor<Real>* seeds_;
  Mab pooling_, decoder_;
  Affine<Real> head_;
  std::uint64_t dropouts_ = 0;
};

std::size_t answers_of(const OutputSize& output) {
  return output.kind == OutputSize::Kind::mixture ? output.width / kGaussianWidth : 1;
}

template <class Real>
SetTransformerModel<Real>::SetTransformerModel(const Options& options, Signature signature)
    : AttentionModel<Real>(blocks_of(options)), signature_(signature), answers_(answers_of(signature.output)) {
  const std::size_t D = this->blocks_.d_model;
  const double deviation = attention_deviation(D);
  if (signature.input.symbols > 0)
    embedding_ = &this->parameter("embedding.weight", {signature.input.symbols, D}, this->normal(deviation));
  else
    input_ = this->input_projection("input", signature.input.features);
  for (std::size_t l = 0; l < options.integer("num_layers"); ++l) {
    const std::string prefix = "layers." + std::to_string(l) + ".";
    Layer layer;
    if (options.text("block") == "isab") {
      layer.inducing = &points(prefix + "inducing", options.integer("num_inducing"));
      layer.first = mab(prefix + "mab0.");
    }
    layer.mab = mab(prefix + (layer.inducing != nullptr ? "mab1." : "mab."));
    layers_.push_back(layer);
  }
  seeds_ = &points("pooling.seeds", answers_);
  pooling_ = mab("pooling.mab.");
  if (answers_ > 1) decoder_ = mab("decoder.mab.");
  head_ = this->affine("head", signature.output.width / answers_, D, deviation);
}

template <class Real>
typename SetTransformerModel<Real>::Mab SetTransformerModel<Real>::mab(const std::string& prefix) {
  constexpr std::size_t additions = 1;  // each sum is normed, and grows no further
  Mab made;
  const std::string name = prefix.substr(0, prefix.size() - 1);
  made.attention = this->cross_attention(name, additions);
  made.feed = this->feed_forward(prefix, additions);
  made.norm1 = this->norm(prefix + "norm1");
  made.norm2 = this->norm(prefix + "norm2");
  made.first_dropout = dropouts_;
  dropouts_ += 4;
  return made;
}

template <class Real>
Tensor<Real>& SetTransformerModel<Real>::points(const std::string& name, std::size_t count) {
  const std::size_t D = this->blocks_.d_model;
  return this->parameter(name, {count, D}, this->normal(attention_deviation(D)));
}

template <class Real>
Tensor<Real>& SetTransformerModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  const Stream& stream = inputs.input;
  const std::string name = "set_transformer.";
  plan.begin({.name = name + "embedding", .kind = PartKind::embedding, .width = this->blocks_.d_model});
  Tensor<Real>* x = embedding_ != nullptr
                        ? &embedded(plan, name + "embedded", stream, *embedding_)
                        : &linear(plan, name + "embedded", values_input(plan, name + "values", stream), input_);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    x = &build_layer(plan, l, *x, stream.lengths);
    plan.note_layer(name + std::to_string(l), *x);
  }
  Tensor<Real>& seeds = build_points(plan, name + "seeds", *seeds_, stream.dims.batch);
  x = &build_mab(plan, name + "pooling", pooling_, seeds, *x, {.key_lengths = stream.lengths, .residual = false});
  if (answers_ > 1) x = &build_mab(plan, name + "decoder", decoder_, *x, *x, {.aside = true});
  return build_head(plan, *x);
}

template <class Real>
Tensor<Real>& SetTransformerModel<Real>::build_layer(Plan<Real>& plan, std::size_t l, Tensor<Real>& x,
                                                     const Indices* lengths) {
  const std::string name = "set_transformer." + std::to_string(l);
  const Layer& layer = layers_[l];
  if (layer.inducing == nullptr) return build_mab(plan, name, layer.mab, x, x, {.key_lengths = lengths});
  Tensor<Real>& inducing = build_points(plan, name + ".inducing", *layer.inducing, x.shape[0]);
  Tensor<Real>& summary =
      build_mab(plan, name + ".inducing", layer.first, inducing, x, {.key_lengths = lengths, .aside = true});
  return build_mab(plan, name, layer.mab, x, summary, {.times = 2});
}

template <class Real>
Tensor<Real>& SetTransformerModel<Real>::build_points(Plan<Real>& plan, const std::string& name, Tensor<Real>& points,
                                                      std::size_t batch) {
  const std::size_t count = points.shape[0];
  Indices& which = plan.indices(name + ".which", {batch, count});
  for (std::size_t i = 0; i < which.value.size(); ++i) which.value[i] = static_cast<std::int32_t>(i % count);
  return embedded(plan, name + ".rows", {{batch, count}, Layout::batch_major, &which}, points);
}

template <class Real>
Tensor<Real>& SetTransformerModel<Real>::build_mab(Plan<Real>& plan, const std::string& tap, const Mab& mab,
                                                   Tensor<Real>& x, Tensor<Real>& y, Sight sight) {
  sight.tap = tap + ".attention";
  sight.dropout_id = mab.first_dropout;
  Tensor<Real>& seen = this->sublayer(plan, tap + ".attended", x, mab.norm1,
                                      [&](Tensor<Real>& from, Tensor<Real>& onto) -> Tensor<Real>& {
                                        return this->attend(plan, mab.attention, from, y, sight, onto);
                                      });
  return this->sublayer(plan, tap + ".output", seen, mab.norm2,
                        [&](Tensor<Real>& from, Tensor<Real>& onto) -> Tensor<Real>& {
                          return this->feed(plan, tap, mab.feed, from, mab.first_dropout + 2, onto);
                        });
}

template <class Real>
Tensor<Real>& SetTransformerModel<Real>::build_head(Plan<Real>& plan, Tensor<Real>& x) {
  plan.begin({.name = "logits", .kind = PartKind::output, .width = signature_.output.width});
  if (signature_.output.kind == OutputSize::Kind::mixture) {
    Tensor<Real>& gaussians = linear(plan, "gaussians", x, head_);
    Tensor<Real>& y = plan.tensor("logits", {x.shape[0], signature_.output.width});
    plan.template add<GroupColumnsOp<Real>>(gaussians, y, kGaussian);
    return y;
  }
  Tensor<Real>& y = plan.tensor("logits", {x.shape[0], signature_.output.width});
  plan.template add<LinearOp<Real>>(x, *head_.weight, head_.bias, nullptr, y);
  return y;
}

void set_transformer_check(const Options& options, const std::string& where) {
  const std::size_t width = options.integer("d_model"), heads = options.integer("num_heads");
  if (width % heads != 0)
    throw Error(ErrorCode::invalid_config, "option.divides", where + ".num_heads",
                {{"found", heads}, {"other", "d_model"}, {"limit", width}});
}

std::vector<Form> set_transformer_forms(const Options&) { return {Form::single}; }

void set_transformer_fits(const Options&, const Signature& signature, const std::string& where) {
  if (signature.pairs()) refuse_task(where, "fit.one_stream");
  if (!signature.output.whole) refuse_task(where, "fit.answer_whole");
  if (signature.causal) refuse_task(where, "fit.set_ahead");
}

OptionTable set_transformer_options() {
  return {
      Option::choice("block", {{"sab", "All to all (SAB)"}, {"isab", "Inducing points (ISAB)"}}, "Block",
                     "How the members of a set look at each other: each at all others, or all at a few learned points "
                     "that have looked at them."),
      Option::integer("num_inducing", 8, 1, 64, "Inducing points",
                      "Learned points in each block: the fewer, the less work for large sets.")
          .in("points")
          .only_if("block", {"isab"}),
      Option::integer("d_model", 64, 1, 512, "Width", "Numbers that stand for each member inside the model.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("num_heads", 4, 1, 16, "Heads",
                      "Attention patterns side by side in each block; they share the width, so they must divide it.")
          .in("heads"),
      Option::integer("num_layers", 2, 1, 8, "Layers", "Blocks between the members, before they are pooled.")
          .in("layers"),
      Option::integer("d_ff", 64, 1, 2048, "Feed-forward width",
                      "Units in the small network that works on each member alone.")
          .in("units")
          .by(16)
          .logarithmic(),
      Option::boolean("layer_norm", true, "Layer norm", "Normalises after each part of a block."),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the numbers that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

}  // namespace

const ModelKind& set_transformer_kind() {
  const std::vector<std::string_view> axes{"batch", "head", "query", "key"};
  static const ModelKind kind{
      {"set_transformer", "Set Transformer",
       "Attention without positions: the members of a set look at each other, and their order cannot matter.",
       set_transformer_options()},
      {{"set_transformer.{layer}.attention", axes, "Attention",
        "What each member of the set looks at, for every head: other members, or inducing points."},
       {"set_transformer.{layer}.inducing.attention", axes, "Inducing points",
        "Which members each inducing point looks at, for every head."},
       {"set_transformer.pooling.attention", axes, "Pooling",
        "Which members each answer is taken from, for every head."}},
      {"d_model", "num_heads", "d_ff"},
      set_transformer_check,
      set_transformer_forms,
      set_transformer_fits};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_set_transformer(const Options& options, Signature signature) {
  return std::make_unique<SetTransformerModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_set_transformer(const Options&, Signature);
template std::unique_ptr<Model<double>> make_set_transformer(const Options&, Signature);

}  // namespace unrolled
