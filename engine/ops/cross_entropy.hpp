#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/softmax.hpp"
#include "ops/loss.hpp"

namespace unrolled {

/// loss = mean over rows with target >= 0 of -log softmax(logits)[target], in nats; 0 where no row counts.
/// logits: N rows of V; targets: N class numbers in [0,V), or negative for a row to leave out; loss {1}.
/// Ends a plan: backward starts from dloss = 1 without being given it, and adds (softmax - onehot) / rows to
/// logits.grad. label_smoothing in [0,1) as in torch.nn.CrossEntropyLoss. Tap: "probabilities" with the axes and shape given, such as {"time","batch","token"}, {T,B,V}.
template <class Real>
class CrossEntropyOp final : public LossOp<Real> {
 public:
  CrossEntropyOp(Arena<Real>& arena, Tensor<Real>& logits, const Indices& targets, Tensor<Real>& loss,
                 std::vector<std::string> tap_axes, Shape tap_shape, double label_smoothing = 0);
  std::string_view kind() const override { return "cross_entropy"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

  std::size_t counted() const override { return last_.counted; }
  void set_label_smoothing(double label_smoothing) override { label_smoothing_ = label_smoothing; }
  /// Of the last forward run: rows whose target had the largest logit (of equals, the first).
  std::size_t correct() const { return last_.hits; }
  /// softmax(logits), N rows of V, of every row, also of those left out.
  const Tensor<Real>& probabilities() const { return probabilities_; }

 private:
  Tensor<Real>& logits_;
  const Indices& targets_;
  Tensor<Real>& loss_;
  Tensor<Real>& probabilities_;
  std::vector<std::string> tap_axes_;
  Shape tap_shape_;
  double label_smoothing_;
  CrossEntropy last_;
};

}  // namespace unrolled
