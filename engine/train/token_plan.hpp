#pragma once
#include "models/model.hpp"
#include "ops/cross_entropy.hpp"

namespace unrolled {

/// A model with the cross-entropy of its next-symbol predictions on top, as one plan of one size. Training,
/// evaluation and inspection each have their own; they share the model's parameters and nothing else.
template <class Real>
class TokenPlan {
 public:
  /// Nothing is allocated, so that bytes() and cost() can be asked first.
  TokenPlan(Model<Real>& model, Signature signature, BatchDims dims);
  void allocate() { plan_.allocate(); }

  /// Where the symbols to read and to predict belong, in the model's layout; kNoTarget leaves a position out.
  TokenBatch batch() { return {dims_, layout_, tokens_.value, targets_.value}; }
  /// Mean loss in nats over the positions that have a target.
  double forward(const Pass& pass);
  /// Adds to the gradients of the model's parameters. After forward with the same pass.
  void backward(const Pass& pass) { plan_.backward(pass); }

  /// Of the last forward run: positions with a target, and those of them predicted right.
  std::size_t counted() const { return cross_entropy_.counted(); }
  std::size_t correct() const { return cross_entropy_.correct(); }
  /// [B*T,V] in the model's layout.
  std::span<const Real> logits() const { return logits_.value; }
  std::span<const Real> probabilities() const { return cross_entropy_.probabilities().value; }
  std::vector<Tap<Real>> taps() const { return plan_.taps(); }
  std::size_t bytes() const { return plan_.bytes(); }
  Cost cost() const { return plan_.cost(); }
  BatchDims dims() const { return dims_; }
  Layout layout() const { return layout_; }

 private:
  const BatchDims dims_;
  const Layout layout_;
  Plan<Real> plan_;
  Indices& tokens_;
  Indices& targets_;
  Tensor<Real>& logits_;
  Tensor<Real>& loss_;
  CrossEntropyOp<Real>& cross_entropy_;
};

}  // namespace unrolled
