#include "train/loss_plan.hpp"

#include <algorithm>

#include "ops/cross_entropy.hpp"
#include "ops/mixture.hpp"
#include "ops/squared_error.hpp"

namespace unrolled {
namespace {

Shape position_shape(Layout layout, BatchDims d) {
  return layout == Layout::time_major ? Shape{d.length, d.batch} : Shape{d.batch, d.length};
}

Shape answer_shape(const Signature& signature, Layout layout, BatchDims d) {
  return signature.output.whole ? Shape{d.batch} : position_shape(layout, d);
}

std::vector<std::string> probability_axes(const Signature& signature, Layout layout) {
  if (signature.output.whole) return {"batch", "token"};
  if (layout == Layout::time_major) return {"time", "batch", "token"};
  return {"batch", "time", "token"};
}

Shape with_columns(const Shape& rows, std::size_t columns) {
  std::vector<std::size_t> sizes = rows.sizes();
  sizes.push_back(columns);
  return Shape(sizes);
}

}  // namespace

template <class Real>
LossPlan<Real>::LossPlan(Model<Real>& model, const Signature& signature, BatchSize size, double label_smoothing,
                         Grad input_grad)
    : signature_(signature), size_(size), layout_(model.layout()) {
  if (input_grad == Grad::yes) plan_.want_input_grads();
  const BatchDims source{size.batch, size.lengths.source};
  input_ = add_stream("input", signature.input, size.dims());
  if (signature.pairs()) source_ = add_stream("source", signature.source, source);
  Inputs inputs{as_read(input_, size.dims())};
  if (signature.pairs()) inputs.source = as_read(source_, source);
  result_ = &model.build(plan_, inputs);
  loss_ = &plan_.tensor("loss", {1});
  add_loss(label_smoothing);
}

template <class Real>
typename LossPlan<Real>::Filling LossPlan<Real>::add_stream(const std::string& name, const StreamSize& size,
                                                            BatchDims dims) {
  Filling filling;
  if (size.symbols > 0)
    filling.tokens = &plan_.indices(name + ".tokens", position_shape(layout_, dims));
  else
    filling.values = &plan_.values(name + ".values", with_columns(position_shape(layout_, dims), size.features));
  filling.lengths = &plan_.indices(name + ".lengths", {dims.batch});
  std::ranges::fill(filling.lengths->value, static_cast<std::int32_t>(dims.length));
  return filling;
}

template <class Real>
Stream LossPlan<Real>::as_read(const Filling& filling, BatchDims dims) const {
  return {dims, layout_, filling.tokens, filling.values, filling.lengths};
}

template <class Real>
StreamBatch LossPlan<Real>::as_filled(const Filling& filling, BatchDims dims, std::size_t features) const {
  StreamBatch batch{dims, layout_, features};
  if (filling.tokens != nullptr) batch.tokens = filling.tokens->value;
  if (filling.values != nullptr) batch.values = filling.values->value;
  if (filling.lengths != nullptr) batch.lengths = filling.lengths->value;
  return batch;
}

template <class Real>
void LossPlan<Real>::add_loss(double label_smoothing) {
  using Kind = OutputSize::Kind;
  const OutputSize& output = signature_.output;
  const Shape rows = answer_shape(signature_, layout_, size_.dims());
  const Shape shape = with_columns(rows, output.width);
  if (output.kind == Kind::symbols) {
    targets_ = &plan_.indices("targets", rows);
    auto& op = plan_.template add<CrossEntropyOp<Real>>(*result_, *targets_, *loss_,
                                                        probability_axes(signature_, layout_), shape, label_smoothing);
    probabilities_ = &op.probabilities();
    loss_op_ = &op;
  } else if (output.kind == Kind::numbers) {
    numbers_ = &plan_.values("targets", shape);
    loss_op_ = &plan_.template add<SquaredErrorOp<Real>>(*result_, *numbers_, *loss_, output.tolerance);
  } else {
    auto& op = plan_.template add<MixtureOp<Real>>(*result_, *input_.values, *input_.lengths, *loss_, layout_);
    probabilities_ = &op.gaussians();
    loss_op_ = &op;
  }
}

template <class Real>
Batch LossPlan<Real>::batch() {
  Batch batch{size_.form, as_filled(input_, size_.dims(), signature_.input.features)};
  if (signature_.pairs())
    batch.source = as_filled(source_, {size_.batch, size_.lengths.source}, signature_.source.features);
  if (targets_ != nullptr) batch.targets = targets_->value;
  if (numbers_ != nullptr) batch.numbers = numbers_->value;
  batch.width = signature_.output.width;
  return batch;
}

template <class Real>
double LossPlan<Real>::forward(const Pass& pass) {
  plan_.forward(pass);
  return loss_->value[0];
}

template <class Real>
std::vector<std::span<const Real>> LossPlan<Real>::grads_of(const Filling& stream) const {
  std::vector<std::span<const Real>> grads;
  for (const auto& [values, x] : plan_.vectors_in())
    if (values == stream.values) grads.push_back(x->grad);
  return grads;
}

template <class Real>
std::span<const Real> LossPlan<Real>::probabilities() const {
  return probabilities_ != nullptr ? probabilities_->value : result_->value;
}

template class LossPlan<float>;
template class LossPlan<double>;

}  // namespace unrolled
