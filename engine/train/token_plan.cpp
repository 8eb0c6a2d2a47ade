#include "train/token_plan.hpp"

namespace unrolled {
namespace {

Shape position_shape(Layout layout, BatchDims d) {
  return layout == Layout::time_major ? Shape{d.length, d.batch} : Shape{d.batch, d.length};
}

std::vector<std::string> probability_axes(Layout layout) {
  if (layout == Layout::time_major) return {"time", "batch", "token"};
  return {"batch", "time", "token"};
}

Shape probability_shape(Layout layout, BatchDims d, std::size_t symbols) {
  const Shape positions = position_shape(layout, d);
  return {positions[0], positions[1], symbols};
}

}  // namespace

template <class Real>
TokenPlan<Real>::TokenPlan(Model<Real>& model, Signature signature, BatchDims dims)
    : dims_(dims),
      layout_(model.layout()),
      tokens_(plan_.indices("tokens", position_shape(layout_, dims))),
      targets_(plan_.indices("targets", position_shape(layout_, dims))),
      logits_(model.build(plan_, tokens_, dims)),
      loss_(plan_.tensor("loss", {1})),
      cross_entropy_(plan_.template add<CrossEntropyOp<Real>>(logits_, targets_, loss_, probability_axes(layout_),
                                                              probability_shape(layout_, dims, signature.symbols))) {}

template <class Real>
double TokenPlan<Real>::forward(const Pass& pass) {
  plan_.forward(pass);
  return loss_.value[0];
}

template class TokenPlan<float>;
template class TokenPlan<double>;

}  // namespace unrolled
