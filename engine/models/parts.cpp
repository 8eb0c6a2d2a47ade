#include "models/parts.hpp"

#include "ops/activation.hpp"
#include "ops/add.hpp"
#include "ops/dropout.hpp"
#include "ops/embedding.hpp"
#include "ops/layer_norm.hpp"
#include "ops/linear.hpp"
#include "ops/sequence.hpp"
#include "ops/values.hpp"

namespace unrolled {

Shape with_width(const Shape& x, std::size_t width) {
  std::vector<std::size_t> sizes = x.sizes();
  sizes.back() = width;
  return Shape(sizes);
}

Shape stream_shape(const Stream& stream, std::size_t width) {
  const auto [batch, length] = stream.dims;
  return stream.layout == Layout::time_major ? Shape{length, batch, width} : Shape{batch, length, width};
}

template <class Real>
Tensor<Real>& linear(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Affine<Real> parameters,
                     LinearFinish<Real> finish) {
  Tensor<Real>& y = plan.tensor(name, with_width(x.shape, parameters.weight->shape[0]));
  plan.template add<LinearOp<Real>>(x, *parameters.weight, parameters.bias, nullptr, y, finish);
  return y;
}

template <class Real>
Tensor<Real>& layer_norm(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Affine<Real> parameters) {
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<LayerNormOp<Real>>(x, *parameters.weight, *parameters.bias, y);
  return y;
}

template <class Real>
Tensor<Real>& activated(Plan<Real>& plan, const std::string& name, Activation function, Tensor<Real>& x) {
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<ActivationOp<Real>>(function, x, y);
  return y;
}

template <class Real>
Tensor<Real>& dropped(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, double probability,
                      std::uint64_t id) {
  if (probability == 0) return x;
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<DropoutOp<Real>>(x, y, probability, id);
  return y;
}

template <class Real>
Tensor<Real>& residual(Plan<Real>& plan, const std::string& name, Tensor<Real>& a, Tensor<Real>& b) {
  Tensor<Real>& y = plan.tensor(name, a.shape);
  plan.template add<AddOp<Real>>(a, b, y);
  return y;
}

template <class Real>
Tensor<Real>& embedded(Plan<Real>& plan, const std::string& name, const Stream& stream, Tensor<Real>& table) {
  Tensor<Real>& y = plan.tensor(name, stream_shape(stream, table.shape[1]));
  plan.template add<EmbeddingOp<Real>>(*stream.tokens, table, y);
  return y;
}

template <class Real>
Tensor<Real>& values_input(Plan<Real>& plan, const std::string& name, const Stream& stream) {
  Tensor<Real>& y = plan.tensor(name, stream_shape(stream, stream.values->shape.last()), plan.input_grad());
  plan.template add<ValuesOp<Real>>(*stream.values, y);
  plan.note_input(*stream.values, y);
  return y;
}

template <class Real>
Tensor<Real>& answered(Plan<Real>& plan, Tensor<Real>& x, Affine<Real> head) {
  plan.begin({.name = "logits", .kind = PartKind::output, .width = head.weight->shape[0]});
  return linear(plan, "logits", x, head);
}

template <class Real>
Tensor<Real>& pooled(Plan<Real>& plan, const std::string& name, const Stream& stream, Tensor<Real>& x,
                     Pooling pooling) {
  plan.begin({.name = name,
              .kind = PartKind::pool,
              .width = x.shape.last(),
              .causal = false,
              .last = pooling == Pooling::last});
  Tensor<Real>& y = plan.tensor(name, {stream.dims.batch, x.shape.last()});
  if (pooling == Pooling::last)
    plan.template add<LastStepOp<Real>>(x, stream.lengths, y, stream.layout);
  else
    plan.template add<MeanOverTimeOp<Real>>(x, stream.lengths, y, stream.layout);
  return y;
}

#define UNROLLED_INSTANTIATE(Real)                                                                                 \
  template Tensor<Real>& linear(Plan<Real>&, const std::string&, Tensor<Real>&, Affine<Real>, LinearFinish<Real>); \
  template Tensor<Real>& layer_norm(Plan<Real>&, const std::string&, Tensor<Real>&, Affine<Real>);                 \
  template Tensor<Real>& activated(Plan<Real>&, const std::string&, Activation, Tensor<Real>&);                    \
  template Tensor<Real>& dropped(Plan<Real>&, const std::string&, Tensor<Real>&, double, std::uint64_t);           \
  template Tensor<Real>& residual(Plan<Real>&, const std::string&, Tensor<Real>&, Tensor<Real>&);                  \
  template Tensor<Real>& embedded(Plan<Real>&, const std::string&, const Stream&, Tensor<Real>&);                  \
  template Tensor<Real>& answered(Plan<Real>&, Tensor<Real>&, Affine<Real>);                                       \
  template Tensor<Real>& values_input(Plan<Real>&, const std::string&, const Stream&);                             \
  template Tensor<Real>& pooled(Plan<Real>&, const std::string&, const Stream&, Tensor<Real>&, Pooling);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
