#pragma once
#include <string>
#include <vector>

#include "core/arena.hpp"
#include "ops/op.hpp"

// What a network needs whose steps are ops of their own: one step of a sequence, and a sequence of steps.

namespace unrolled {

/// y = step t of x. x [T,B,F]; y [1,B,F].
template <class Real>
class SelectStepOp final : public Op<Real> {
 public:
  SelectStepOp(Arena<Real>& arena, Tensor<Real>& x, std::size_t step, Tensor<Real>& y);
  std::string_view kind() const override { return "select_step"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& y_;
  std::size_t step_;
};

/// y[t] = steps[t]. Each step [1,B,F] or [B,F]; y [T,B,F]. With a name, y is the tap `tap` [time,batch,unit].
template <class Real>
class StackStepsOp final : public Op<Real> {
 public:
  StackStepsOp(Arena<Real>& arena, std::vector<Tensor<Real>*> steps, Tensor<Real>& y, std::string tap = "");
  std::string_view kind() const override { return "stack_steps"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

 private:
  std::vector<Tensor<Real>*> steps_;
  Tensor<Real>& y_;
  std::string tap_;
};

/// Takes the place of gate inputs before a row begins, in place: the steps before the last lengths[b] of T become zero
/// but for gate `gate`, which becomes `value`, and pass no gradient on. A recurrent cell that starts from zeros then
/// keeps its state at zero until the row begins: the RNN with nothing but zeros, the LSTM with its input gate shut, the
/// GRU with its update gate open. x [T,B,gates*H].
template <class Real>
class WaitForRowOp final : public Op<Real> {
 public:
  WaitForRowOp(Arena<Real>& arena, Tensor<Real>& x, const Indices& lengths, std::size_t gates, std::size_t gate,
               double value);
  std::string_view kind() const override { return "wait_for_row"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  const Indices& lengths_;
  std::size_t width_, gate_;
  Real value_;
};

}  // namespace unrolled
