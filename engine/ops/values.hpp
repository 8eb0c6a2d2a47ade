#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = values: how numbers that a task fills enter a model. There is no gradient.
/// values: rows of F numbers, such as [T,B,F]; y: as many rows of F, best without a gradient (Grad::no).
template <class Real>
class ValuesOp final : public Op<Real> {
 public:
  ValuesOp(Arena<Real>& arena, const Values& values, Tensor<Real>& y);
  std::string_view kind() const override { return "values"; }
  void forward(const Pass& pass) override;
  void backward(const Pass&) override {}

 private:
  const Values& values_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
