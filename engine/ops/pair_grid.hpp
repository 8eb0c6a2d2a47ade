#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Every pair of rows side by side: y[b,t,s] = a[b,t], then c[b,s]. a [B,T,E], c [B,S,G], y [B,T,S,E+G]: the grid that
/// Pervasive Attention convolves (Elbayad et al. 2018).
template <class Real>
class PairGridOp final : public Op<Real> {
 public:
  PairGridOp(Arena<Real>& arena, Tensor<Real>& a, Tensor<Real>& c, Tensor<Real>& y);
  std::string_view kind() const override { return "pair_grid"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  /// visit(row of a, row of c, row of y) for every pair.
  template <class Visit>
  void each_pair(Visit visit) const;

  Tensor<Real>& a_;
  Tensor<Real>& c_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
