#include "models/convolution/conv_parts.hpp"

#include "ops/add.hpp"
#include "ops/glu.hpp"

namespace unrolled {

template <class Real>
Tensor<Real>& convolved(Plan<Real>& plan, const std::string& name, const Stream& stream, Tensor<Real>& x,
                        Affine<Real> parameters, TimeConv conv) {
  const Shape& weight = parameters.weight->shape;
  ConvDims d{stream.dims.batch, 1, stream.dims.length, weight[1], weight[0]};
  d.kernel_w = conv.kernel_size;
  d.dilation_w = conv.dilation;
  d.left = conv.causal ? d.reach_w() : d.reach_w() / 2;
  d.right = d.reach_w() - d.left;
  Tensor<Real>& y = plan.tensor(name, with_width(x.shape, d.out));
  plan.template add<Conv2dOp<Real>>(d, x, *parameters.weight, parameters.bias, conv.causal ? nullptr : stream.lengths,
                                    y);
  return y;
}

template <class Real>
Tensor<Real>& scaled_sum(Plan<Real>& plan, const std::string& name, Tensor<Real>& a, Tensor<Real>& b, double factor) {
  Tensor<Real>& y = plan.tensor(name, a.shape);
  plan.template add<AddOp<Real>>(a, b, y, factor);
  return y;
}

template <class Real>
Tensor<Real>& gated(Plan<Real>& plan, const std::string& name, Tensor<Real>& x) {
  Tensor<Real>& y = plan.tensor(name, with_width(x.shape, x.shape.last() / 2));
  plan.template add<GluOp<Real>>(x, y);
  return y;
}

template <class Real>
Tensor<Real>& entered(Plan<Real>& plan, const std::string& name, const Stream& stream, Affine<Real> parameters) {
  if (stream.tokens != nullptr) return embedded(plan, name, stream, *parameters.weight);
  return linear(plan, name, values_input(plan, name + ".values", stream), parameters);
}

#define UNROLLED_INSTANTIATE(Real)                                                                              \
  template Tensor<Real>& convolved(Plan<Real>&, const std::string&, const Stream&, Tensor<Real>&, Affine<Real>, \
                                   TimeConv);                                                                   \
  template Tensor<Real>& scaled_sum(Plan<Real>&, const std::string&, Tensor<Real>&, Tensor<Real>&, double);     \
  template Tensor<Real>& entered(Plan<Real>&, const std::string&, const Stream&, Affine<Real>);                 \
  template Tensor<Real>& gated(Plan<Real>&, const std::string&, Tensor<Real>&);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
