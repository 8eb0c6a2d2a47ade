#include "ops/cross_entropy.hpp"

#include "core/error.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
CrossEntropyOp<Real>::CrossEntropyOp(Arena<Real>& arena, Tensor<Real>& logits, const Indices& targets,
                                     Tensor<Real>& loss, std::vector<std::string> tap_axes, Shape tap_shape,
                                     double label_smoothing)
    : logits_(logits),
      targets_(targets),
      loss_(loss),
      probabilities_(arena.add("probabilities", logits.shape, Grad::no)),
      tap_axes_(std::move(tap_axes)),
      tap_shape_(std::move(tap_shape)),
      label_smoothing_(label_smoothing) {
  require_rows(targets.name, logits.shape, targets.shape.count(), logits.shape.last());
  require_shape(loss.name, loss.shape, {1});
  require_rows("probabilities", tap_shape_, logits.shape.rows(), logits.shape.last());
  require_rank("probabilities", tap_shape_, tap_axes_.size());
  require(loss.name, label_smoothing >= 0 && label_smoothing < 1, "label smoothing in [0,1)",
          number_text(label_smoothing));
}

template <class Real>
void CrossEntropyOp<Real>::forward(const Pass&) {
  last_ = softmax_cross_entropy_forward<Real>(logits_.shape.last(), logits_.value, targets_.value, label_smoothing_,
                                              probabilities_.value);
  loss_.value[0] = static_cast<Real>(last_.loss);
}

template <class Real>
void CrossEntropyOp<Real>::backward(const Pass&) {
  if (loss_.has_grad()) loss_.grad[0] = 1;
  if (logits_.has_grad())
    softmax_cross_entropy_backward<Real>(logits_.shape.last(), probabilities_.value, targets_.value, label_smoothing_,
                                         last_.counted, 1.0, logits_.grad);
}

template <class Real>
std::vector<Tap<Real>> CrossEntropyOp<Real>::taps() const {
  return {{"probabilities", tap_axes_, tap_shape_, probabilities_.value}};
}

template class CrossEntropyOp<float>;
template class CrossEntropyOp<double>;

}  // namespace unrolled
