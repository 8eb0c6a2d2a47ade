#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/layout.hpp"

namespace unrolled {

/// Columns of a model's answer for each Gaussian of a mixture in the plane: a logit, two means, two numbers that
/// softplus makes deviations of.
inline constexpr std::size_t kMixtureColumns = 5;
/// Added to each deviation, so that one point alone cannot have a density without bound.
inline constexpr double kLeastDeviation = 0.01;

/// From raw [sets, k*5] (each row: k logits, then k mean pairs, then k deviation pairs) to gaussians [sets, k, 5]: weight
/// (softmax of the logits), mean x and y, deviation x and y (softplus + kLeastDeviation). Distinct memory.
template <class Real>
void mixture_parameters(std::size_t k, std::span<const Real> raw, std::span<Real> gaussians);

/// Sets of points: points [positions, 2] in `layout`, lengths [sets].
struct PointSets {
  BatchDims dims;
  Layout layout;
  std::span<const float> points;
  std::span<const std::int32_t> lengths;
};

struct MixtureLoss {
  double loss = 0;          ///< nats: mean over points of -log sum_k weight_k N(x | mean_k, deviation_k)
  std::size_t counted = 0;  ///< points of sets of two or more; a single point fills up a batch and does not count
};

/// responsibilities [positions, k]: the share of each Gaussian in each counted point's density, zero elsewhere.
template <class Real>
MixtureLoss mixture_forward(std::size_t k, const PointSets& sets, std::span<const Real> gaussians,
                            std::span<Real> responsibilities);

/// draw += d loss / d raw, times dloss; gaussians, responsibilities and counted are the forward's.
template <class Real>
void mixture_backward(std::size_t k, const PointSets& sets, std::span<const Real> raw, std::span<const Real> gaussians,
                      std::span<const Real> responsibilities, std::size_t counted, double dloss, std::span<Real> draw);

}  // namespace unrolled
