#pragma once
#include "core/arena.hpp"
#include "kernels/conv.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Convolution in one or two dimensions, see ConvDims: x [B,H,W,in] (or [B,T,in], a height of 1) to y [B,H',W',out].
/// weight [out,in,kernel_h,kernel_w] or [out,in,kernel_w] (torch.nn.Conv2d, Conv1d), bias [out] or nullptr. x and y may
/// have other axes of the same number of elements. widths [B]: columns of each image that exist, in 1 .. W, the rest
/// counts as padding and receives no gradient; nullptr: all do.
template <class Real>
class Conv2dOp final : public Op<Real> {
 public:
  Conv2dOp(Arena<Real>& arena, const ConvDims& dims, Tensor<Real>& x, Tensor<Real>& weight, Tensor<Real>* bias,
           const Indices* widths, Tensor<Real>& y);
  std::string_view kind() const override { return "conv2d"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&weight_, bias_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;

 private:
  std::span<const std::int32_t> widths() const;

  ConvDims dims_;
  Tensor<Real>& x_;
  Tensor<Real>& weight_;
  Tensor<Real>* bias_;
  const Indices* widths_;
  Tensor<Real>& y_;
  Tensor<Real>& arranged_;   // the weight in the order of a patch
  Tensor<Real>& darranged_;  // and its gradient
  Tensor<Real>& panel_;
};

}  // namespace unrolled
