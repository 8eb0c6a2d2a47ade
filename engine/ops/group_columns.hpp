#pragma once
#include <vector>

#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Several answers for a sequence as one row: of x [B,k,F] the first sizes[0] columns of all k, then the next sizes[1] of
/// all k, and so on. y [B,k*F]; sizes sum to F.
template <class Real>
class GroupColumnsOp final : public Op<Real> {
 public:
  GroupColumnsOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y, const std::vector<std::size_t>& sizes);
  std::string_view kind() const override { return "group_columns"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& y_;
  std::vector<std::size_t> from_;  // for each column of y, its place in a sequence's k*F numbers of x
};

}  // namespace unrolled
