#include "ops/mixture.hpp"

#include "ops/check.hpp"

namespace unrolled {

template <class Real>
MixtureOp<Real>::MixtureOp(Arena<Real>& arena, Tensor<Real>& y, const Values& points, const Indices& lengths,
                           Tensor<Real>& loss, Layout layout)
    : y_(y),
      points_(points),
      lengths_(lengths),
      loss_(loss),
      layout_(layout),
      dims_{y.shape.rows(), points.shape.rows() / std::max<std::size_t>(1, y.shape.rows())},
      k_(y.shape.last() / kMixtureColumns),
      gaussians_(arena.add("mixture", {dims_.batch, k_, kMixtureColumns}, Grad::no)),
      responsibilities_(arena.add("responsibilities", {dims_.positions(), k_}, Grad::no)) {
  require(y.name, k_ > 0 && y.shape.last() % kMixtureColumns == 0, "5 columns for each Gaussian", to_string(y.shape));
  require_rows(points.name, points.shape, dims_.positions(), 2);
  require_shape(lengths.name, lengths.shape, {dims_.batch});
  require_shape(loss.name, loss.shape, {1});
}

template <class Real>
PointSets MixtureOp<Real>::sets() const {
  return {dims_, layout_, points_.value, lengths_.value};
}

template <class Real>
void MixtureOp<Real>::forward(const Pass&) {
  mixture_parameters<Real>(k_, y_.value, gaussians_.value);
  last_ = mixture_forward<Real>(k_, sets(), gaussians_.value, responsibilities_.value);
  loss_.value[0] = static_cast<Real>(last_.loss);
}

template <class Real>
void MixtureOp<Real>::backward(const Pass&) {
  if (loss_.has_grad()) loss_.grad[0] = 1;
  if (y_.has_grad())
    mixture_backward<Real>(k_, sets(), y_.value, gaussians_.value, responsibilities_.value, last_.counted, 1.0,
                           y_.grad);
}

template <class Real>
std::vector<Tap<Real>> MixtureOp<Real>::taps() const {
  return {{"mixture", {"batch", "unit", "feature"}, gaussians_.shape, gaussians_.value}};
}

template class MixtureOp<float>;
template class MixtureOp<double>;

}  // namespace unrolled
