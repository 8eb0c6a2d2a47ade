#pragma once
#include "models/model.hpp"
#include "ops/loss.hpp"

namespace unrolled {

/// A model with the loss of its answers on top, as one plan of one size. Training, evaluation and inspection each have
/// their own; they share the model's parameters and nothing else.
template <class Real>
class LossPlan {
 public:
  /// Nothing is allocated, so that bytes() and cost() can be asked first. input_grad: whether vectors that are read have
  /// gradients.
  LossPlan(Model<Real>& model, const Signature& signature, BatchSize size, double label_smoothing = 0,
           Grad input_grad = Grad::no);
  void allocate() { plan_.allocate(); }
  /// Before allocate(): backward() will never be called, and no gradients take memory.
  void forward_only() { plan_.forward_only(); }

  /// Where what is read and what is asked belong, in the model's layout. Lengths are full until a caller sets them.
  Batch batch();
  /// Of the runs to come; where answers are no symbols it means nothing.
  void set_label_smoothing(double label_smoothing) { loss_op_->set_label_smoothing(label_smoothing); }
  /// Mean loss over the answers that count.
  double forward(const Pass& pass);
  /// Adds to the gradients of the model's parameters. After forward with the same pass.
  void backward(const Pass& pass) { plan_.backward(pass); }
  /// The same for dL/dresult [rows(), width] that somebody gives, whatever the targets are.
  void backward_from(std::span<const Real> gradient, const Pass& pass) {
    plan_.backward_from(*result_, gradient, pass);
  }
  /// Gradients of the vectors that were read, one for each time that the model reads them: [positions, features] in its
  /// layout. None unless the plan was made with input gradients, and for symbols.
  std::vector<std::span<const Real>> input_grads() const { return grads_of(input_); }
  std::vector<std::span<const Real>> source_grads() const { return grads_of(source_); }

  /// Of the last forward run: answers that count.
  std::size_t counted() const { return loss_op_->counted(); }
  /// The model's answers, rows() of signature.output.width.
  std::span<const Real> result() const { return result_->value; }
  /// Their softmax where they are symbols; the Gaussians of a mixture (see MixtureOp); else the answers themselves.
  std::span<const Real> probabilities() const;
  std::size_t rows() const { return signature_.output.whole ? size_.batch : size_.dims().positions(); }
  std::vector<Tap<Real>> taps() const { return plan_.taps(); }
  /// For who runs it op by op, or asks what it is made of.
  Plan<Real>& plan() { return plan_; }
  const Plan<Real>& plan() const { return plan_; }
  std::size_t bytes() const { return plan_.bytes(); }
  Cost cost() const { return plan_.cost(); }
  const BatchSize& size() const { return size_; }
  BatchDims dims() const { return size_.dims(); }
  Layout layout() const { return layout_; }
  const Signature& signature() const { return signature_; }

 private:
  /// What a stream is filled through.
  struct Filling {
    Indices* tokens = nullptr;
    Values* values = nullptr;
    Indices* lengths = nullptr;
  };
  Filling add_stream(const std::string& name, const StreamSize& size, BatchDims dims);
  Stream as_read(const Filling& filling, BatchDims dims) const;
  StreamBatch as_filled(const Filling& filling, BatchDims dims, std::size_t features) const;
  void add_loss(double label_smoothing);
  std::vector<std::span<const Real>> grads_of(const Filling& stream) const;

  const Signature signature_;
  const BatchSize size_;
  const Layout layout_;
  Plan<Real> plan_;
  Filling input_, source_;
  Indices* targets_ = nullptr;
  Values* numbers_ = nullptr;
  Tensor<Real>* result_ = nullptr;
  Tensor<Real>* loss_ = nullptr;
  const Tensor<Real>* probabilities_ = nullptr;
  LossOp<Real>* loss_op_ = nullptr;
};

}  // namespace unrolled
