#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/pool.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// The largest or the mean of each channel in windows side by side, see PoolDims: x [B,H,W,C] to y [B,H',W',C]; x and y
/// may have other axes of the same number of elements. widths [B] as in Conv2dOp.
///
/// With a tap_name, windows must be whole lines (kernel_h 1, kernel_w W), such as the source positions that a target
/// position sees in Pervasive Attention (Elbayad et al. 2018). The tap [batch,query,key], [B,H,W], then says which part
/// of the channels found their largest value at each column; for the mean, all that exist have the same part.
template <class Real>
class PoolOp final : public Op<Real> {
 public:
  PoolOp(Arena<Real>& arena, PoolKind kind, const PoolDims& dims, Tensor<Real>& x, const Indices* widths,
         Tensor<Real>& y, std::string tap_name = "");
  std::string_view kind() const override { return "pool"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

 private:
  std::span<const std::int32_t> widths() const;
  void count_winners();

  PoolKind kind_;
  PoolDims dims_;
  Tensor<Real>& x_;
  const Indices* widths_;
  Tensor<Real>& y_;
  Tensor<Real>& winners_;
  std::string tap_name_;
  Tensor<Real>* shares_ = nullptr;  // [B,H,W], for the tap
};

}  // namespace unrolled
