#pragma once
#include "core/arena.hpp"
#include "kernels/squared_error.hpp"
#include "ops/loss.hpp"

namespace unrolled {

/// loss = mean of (y - target)^2 over the rows that count and all columns; 0 where no row counts.
/// y: N rows of W; targets: N rows of W, where a row that begins with NaN is left out; loss {1}.
/// Ends a plan: backward starts from dloss = 1 without being given it, and adds 2 (y - target) / (rows W) to y.grad.
/// An answer within `tolerance` in every column is correct; 0: none is.
template <class Real>
class SquaredErrorOp final : public LossOp<Real> {
 public:
  SquaredErrorOp(Arena<Real>& arena, Tensor<Real>& y, const Values& targets, Tensor<Real>& loss, double tolerance = 0);
  std::string_view kind() const override { return "squared_error"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

  std::size_t counted() const override { return last_.counted; }
  /// Of the last forward run: counted rows within the tolerance.
  std::size_t correct() const { return last_.hits; }

 private:
  Tensor<Real>& y_;
  const Values& targets_;
  Tensor<Real>& loss_;
  double tolerance_;
  SquaredError last_;
};

}  // namespace unrolled
