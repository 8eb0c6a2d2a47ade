#include "models/convolution/image_conv.hpp"

#include <cmath>

#include "models/fit.hpp"
#include "models/parts.hpp"
#include "ops/conv.hpp"
#include "ops/pool.hpp"
#include "ops/watch.hpp"

namespace unrolled {
namespace {

struct ImageConvConfig {
  std::size_t channels, num_layers, kernel_size, hidden_size;
  double dropout;
};

ImageConvConfig image_conv_config(const Options& options) {
  return {options.integer("channels"), options.integer("num_layers"), options.integer("kernel_size"),
          options.integer("hidden_size"), options.number("dropout")};
}

/// What is left of a side after every block has halved it.
std::size_t halved(std::size_t side, std::size_t blocks) { return side >> blocks; }

std::size_t lines_of(const Signature& s) { return s.input.length * s.input.features / s.image_columns; }

/// Blocks of a convolution that keeps the size, a ReLU and a maximum over 2 x 2 pixels, each with twice the channels of
/// the one before; then two dense layers.
///
/// Parameters, for l = 0, 1, ...: convs.l.weight [C 2^l,in,K,K] and .bias (torch.nn.Conv2d); linear1.weight
/// [H,C',h,w], the dense layer over the h x w pixels that are left (torch.nn.Linear over a flattened image, or
/// torch.nn.Conv2d), and .bias; head.weight [out,H], head.bias. All start uniform in +-1/sqrt(inputs): PyTorch's
/// defaults.
template <class Real>
class ImageConvModel final : public Model<Real> {
 public:
  ImageConvModel(const Options& options, Signature signature);

  Layout layout() const override { return Layout::batch_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;

 private:
  Affine<Real> affine(const std::string& name, Shape shape);
  Tensor<Real>& build_block(Plan<Real>& plan, std::size_t l, ConvDims d, Tensor<Real>& x);

  const ImageConvConfig config_;
  const Signature signature_;
  std::vector<Affine<Real>> convs_;
  Affine<Real> linear1_, head_;
};

template <class Real>
ImageConvModel<Real>::ImageConvModel(const Options& options, Signature signature)
    : config_(image_conv_config(options)), signature_(signature) {
  const std::size_t K = config_.kernel_size, blocks = config_.num_layers;
  std::size_t in = 1;
  for (std::size_t l = 0; l < blocks; ++l) {
    const std::size_t out = config_.channels << l;
    convs_.push_back(affine("convs." + std::to_string(l), {out, in, K, K}));
    in = out;
  }
  linear1_ = affine("linear1", {config_.hidden_size, in, halved(lines_of(signature), blocks),
                                halved(signature.image_columns, blocks)});
  head_ = affine("head", {signature.output.width, config_.hidden_size});
}

template <class Real>
Affine<Real> ImageConvModel<Real>::affine(const std::string& name, Shape shape) {
  const auto draw = this->uniform(1 / std::sqrt(double(shape.count() / shape[0])));
  const std::size_t out = shape[0];
  return {&this->parameter(name + ".weight", std::move(shape), draw), &this->parameter(name + ".bias", {out}, draw)};
}

template <class Real>
Tensor<Real>& ImageConvModel<Real>::build(Plan<Real>& plan, const Inputs& inputs) {
  const std::size_t B = inputs.input.dims.batch;
  Tensor<Real>* x = &values_input(plan, "values", inputs.input);
  ConvDims d{B, lines_of(signature_), signature_.image_columns, 1, 0};
  for (std::size_t l = 0; l < convs_.size(); ++l) {
    x = &build_block(plan, l, d, *x);
    d.height /= 2, d.width /= 2, d.in = config_.channels << l;
  }
  d.kernel_h = d.height, d.kernel_w = d.width, d.out = config_.hidden_size;
  plan.begin({.name = "linear1",
              .kind = PartKind::convolution,
              .width = config_.hidden_size,
              .window = 2 * signature_.input.length - 1,
              .causal = false});
  Tensor<Real>& dense = plan.tensor("linear1", {B, config_.hidden_size});
  plan.template add<Conv2dOp<Real>>(d, *x, *linear1_.weight, linear1_.bias, nullptr, dense);
  Tensor<Real>& bent = activated(plan, "linear1.relu", Activation::relu, dense);
  return answered(plan, dropped(plan, "linear1.dropped", bent, config_.dropout, 0), head_);
}

template <class Real>
Tensor<Real>& ImageConvModel<Real>::build_block(Plan<Real>& plan, std::size_t l, ConvDims d, Tensor<Real>& x) {
  const std::string name = "image_conv." + std::to_string(l);
  d.out = config_.channels << l;
  plan.begin(
      {.name = name, .kind = PartKind::convolution, .width = d.out, .window = config_.kernel_size, .causal = false});
  d.kernel_h = d.kernel_w = config_.kernel_size;
  d.top = d.left = d.reach_h() / 2;
  d.bottom = d.right = d.reach_h() - d.top;
  Tensor<Real>& sums = plan.tensor(name + ".conv", {d.batch, d.height, d.width, d.out});
  plan.template add<Conv2dOp<Real>>(d, x, *convs_[l].weight, convs_[l].bias, nullptr, sums);
  Tensor<Real>& maps = activated(plan, name + ".maps", Activation::relu, sums);
  if (d.batch == 1)
    plan.template add<WatchOp<Real>>(name + ".maps", std::vector<std::string>{"line", "column", "channel"},
                                     Shape{d.height, d.width, d.out}, maps);
  Tensor<Real>& pooled = plan.tensor(name + ".pooled", {d.batch, d.height / 2, d.width / 2, d.out});
  plan.template add<PoolOp<Real>>(PoolKind::max, PoolDims{d.batch, d.height, d.width, d.out, 2, 2}, maps, nullptr,
                                  pooled);
  return pooled;
}

std::vector<Form> image_conv_forms(const Options&) { return {Form::single}; }

void image_conv_fits(const Options& options, const Signature& s, const std::string& where) {
  if (s.image_columns == 0 || !s.ordered || !s.output.whole) refuse_task(where, "fit.image");
  const std::size_t blocks = options.integer("num_layers");
  if (halved(lines_of(s), blocks) == 0 || halved(s.image_columns, blocks) == 0)
    refuse_task(where + ".num_layers", "fit.image_small", {{"found", blocks}});
}

OptionTable image_conv_options() {
  return {
      Option::integer("channels", 8, 1, 64, "Channels",
                      "Patterns that the first block looks for; each further block has twice as many.")
          .in("channels")
          .by(4)
          .logarithmic(),
      Option::integer("num_layers", 2, 1, 4, "Blocks", "Rounds of looking for patterns and halving the image's sides.")
          .in("blocks"),
      Option::integer("kernel_size", 3, 1, 9, "Kernel size", "Sides of the square that a pattern covers.").in("pixels"),
      Option::integer("hidden_size", 64, 1, 512, "Hidden size", "Units in the dense layer before the answer.")
          .in("units")
          .by(8)
          .logarithmic(),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the dense layer that is left out at random while training, against learning by heart.")
          .by(0.05),
  };
}

}  // namespace

const ModelKind& image_conv_kind() {
  static const ModelKind kind{
      {"image_conv", "Image convolution",
       "Looks for small patterns everywhere in an image, then for patterns of those.", image_conv_options()},
      {{"image_conv.{layer}.maps",
        {"line", "column", "channel"},
        "Patterns in the image",
        "How strongly each channel of a block answers at each pixel."}},
      {"channels", "", "hidden_size"},
      nullptr,
      image_conv_forms,
      image_conv_fits};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_image_conv(const Options& options, Signature signature) {
  return std::make_unique<ImageConvModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_image_conv(const Options&, Signature);
template std::unique_ptr<Model<double>> make_image_conv(const Options&, Signature);

}  // namespace unrolled
