#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Inverted dropout (Srivastava et al. 2014): while pass.training, y = x / (1-p) with probability 1-p, else 0;
/// otherwise y = x. x and y of one shape, p in [0,1). The mask is a function of (pass.seed, pass.step, id,
/// index), so that backward needs no copy of it and a run can be repeated; `id` must differ between the
/// dropouts of a model.
template <class Real>
class DropoutOp final : public Op<Real> {
 public:
  DropoutOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y, double probability, std::uint64_t id);
  std::string_view kind() const override { return "dropout"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& y_;
  double probability_;
  std::uint64_t id_;
};

}  // namespace unrolled
