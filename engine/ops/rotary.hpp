#pragma once
#include "core/arena.hpp"
#include "kernels/rotary.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y = x with the first `heads` heads of each row turned by their position (RoPE: Su et al. 2021; adjacent columns are
/// pairs, kernels/rotary.hpp), so that a product of two depends on their distance; further columns are copied.
/// x, y [B,T,*], heads * head_width columns at least, head_width > 1: packed q, k, v are turned at once, v excepted.
/// offset: shape {1}, the position of the first row, filled before each run; without it 0. offset + T <= max_length.
template <class Real>
class RotaryOp final : public Op<Real> {
 public:
  RotaryOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y, std::size_t heads, std::size_t head_width,
           std::size_t max_length, const Indices* offset = nullptr);
  std::string_view kind() const override { return "rotary"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  std::span<const Real> angles() const;

  Tensor<Real>& x_;
  Tensor<Real>& y_;
  RotaryDims dims_;
  Tensor<Real>& table_;  // [max_length,head_width], filled by the first forward run
  const Indices* offset_;
  bool filled_ = false;
};

}  // namespace unrolled
