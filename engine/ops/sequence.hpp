#pragma once
#include "core/arena.hpp"
#include "core/layout.hpp"
#include "ops/op.hpp"

// Ops on the time axis of a batch of sequences of different lengths. x is [T,B,F] where the layout is time-major and
// [B,T,F] where it is batch-major; lengths [B], each in 1 .. T, are filled before each run, nullptr means that every
// row is T long. Positions beyond a row's length are padding.

namespace unrolled {

/// In which order a row's steps are laid out again, for a row a b c with two steps of padding.
enum class StepOrder {
  reversed,  ///< a b c . . -> c b a . .   the valid part alone (tf.reverse_sequence); its own inverse
  flipped,   ///< a b c . . -> . . c b a   the whole axis, so that the last step is always valid; its own inverse
  to_end,    ///< a b c . . -> . . a b c
  from_end,  ///< . . a b c -> a b c . .   undoes to_end
};

/// The step of x that comes to step t of y, for a row of which `length` of T steps are valid.
inline std::size_t step_before(StepOrder order, std::size_t t, std::size_t length, std::size_t T) {
  switch (order) {
    case StepOrder::reversed: return t < length ? length - 1 - t : t;
    case StepOrder::flipped: return T - 1 - t;
    case StepOrder::to_end: return t + length < T ? t + length : t + length - T;
    case StepOrder::from_end: return t < length ? t + T - length : t - length;
  }
  return t;
}

/// y = the steps of x in another order, padding and all; x and y of one shape. With a name, y is the tap `tap`
/// [time,batch,unit] or [batch,time,unit].
template <class Real>
class ReorderStepsOp : public Op<Real> {
 public:
  ReorderStepsOp(Arena<Real>& arena, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y, Layout layout,
                 StepOrder order, std::string tap = "");
  std::string_view kind() const override { return "reorder_steps"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

 private:
  Tensor<Real>& x_;
  const Indices* lengths_;
  Tensor<Real>& y_;
  Layout layout_;
  BatchDims dims_;
  StepOrder order_;
  std::string tap_;
};

/// Reverses each row's valid part and leaves the padding in place: what a backward recurrent network reads.
template <class Real>
class ReverseSequenceOp final : public ReorderStepsOp<Real> {
 public:
  ReverseSequenceOp(Arena<Real>& arena, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y, Layout layout)
      : ReorderStepsOp<Real>(arena, x, lengths, y, layout, StepOrder::reversed) {}
};

/// The same for symbols, before they are embedded: y = the steps of x in another order. x and y: B*T symbols.
template <class Real>
class ReorderTokensOp final : public Op<Real> {
 public:
  ReorderTokensOp(Arena<Real>& arena, const Indices& x, const Indices* lengths, Indices& y, BatchDims dims,
                  Layout layout, StepOrder order);
  std::string_view kind() const override { return "reorder_tokens"; }
  void forward(const Pass& pass) override;
  void backward(const Pass&) override {}

 private:
  const Indices& x_;
  const Indices* lengths_;
  Indices& y_;
  BatchDims dims_;
  Layout layout_;
  StepOrder order_;
};

enum class Step { first, last };

/// y[b] = x at step 0 or at the row's last valid step; y [B,F].
template <class Real>
class TakeStepOp : public Op<Real> {
 public:
  TakeStepOp(Arena<Real>& arena, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y, Layout layout, Step step);
  std::string_view kind() const override { return "take_step"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  std::size_t position(std::size_t b) const;

  Tensor<Real>& x_;
  const Indices* lengths_;
  Tensor<Real>& y_;
  Layout layout_;
  BatchDims dims_;
  Step step_;
};

/// y[b] = x at the row's last valid step: what a recurrent network remembers of the whole row.
template <class Real>
class LastStepOp final : public TakeStepOp<Real> {
 public:
  LastStepOp(Arena<Real>& arena, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y, Layout layout)
      : TakeStepOp<Real>(arena, x, lengths, y, layout, Step::last) {}
};

/// y[b] = mean of x over the row's valid steps, summed in order; y [B,F].
template <class Real>
class MeanOverTimeOp final : public Op<Real> {
 public:
  MeanOverTimeOp(Arena<Real>& arena, Tensor<Real>& x, const Indices* lengths, Tensor<Real>& y, Layout layout);
  std::string_view kind() const override { return "mean_over_time"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  const Indices* lengths_;
  Tensor<Real>& y_;
  Layout layout_;
  BatchDims dims_;
};

/// y = the rows of a, each followed by the same row of b: N rows of F and of G to N rows of F + G. Leading axes may
/// differ in shape as long as N agrees.
template <class Real>
class ConcatOp final : public Op<Real> {
 public:
  ConcatOp(Arena<Real>& arena, Tensor<Real>& a, Tensor<Real>& b, Tensor<Real>& y);
  std::string_view kind() const override { return "concat"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& a_;
  Tensor<Real>& b_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
