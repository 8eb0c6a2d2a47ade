#pragma once
#include "core/arena.hpp"
#include "core/layout.hpp"
#include "kernels/mixture.hpp"
#include "ops/loss.hpp"

namespace unrolled {

/// Clustering by a network (Lee et al. 2019, Set Transformer, section 5.3): the answer for a set of points in the plane is a
/// mixture of k Gaussians, and the loss is how badly it explains those points, the mean over all points of all sets of
///     -log sum_k weight_k N(x | mean_k, deviation_k),  in nats.
/// y [B, 5k]: k logits, k mean pairs, k deviation pairs before softplus; points [positions, 2] in `layout`; lengths [B]
/// (a set of one point fills up a batch and is left out); loss {1}.
/// Ends a plan: backward starts from dloss = 1 without being given it.
/// Tap: "mixture" [B, k, 5] with axes batch, unit, feature: weight, mean x and y, deviation x and y.
template <class Real>
class MixtureOp final : public LossOp<Real> {
 public:
  MixtureOp(Arena<Real>& arena, Tensor<Real>& y, const Values& points, const Indices& lengths, Tensor<Real>& loss,
            Layout layout);
  std::string_view kind() const override { return "mixture"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

  /// Points of the last forward run.
  std::size_t counted() const override { return last_.counted; }
  /// [B, k, 5] as in the tap.
  const Tensor<Real>& gaussians() const { return gaussians_; }

 private:
  PointSets sets() const;

  Tensor<Real>& y_;
  const Values& points_;
  const Indices& lengths_;
  Tensor<Real>& loss_;
  Layout layout_;
  BatchDims dims_;
  std::size_t k_;
  Tensor<Real>& gaussians_;
  Tensor<Real>& responsibilities_;
  MixtureLoss last_;
};

}  // namespace unrolled
