#include "kernels/mixture.hpp"

#include <algorithm>

#include "core/elementary.hpp"

namespace unrolled {
namespace {

constexpr double kLogTwoPi = 1.8378770664093453;

/// log(1 + e^x), without overflow.
template <class Real>
Real softplus(Real x) {
  return std::max(x, Real(0)) + elementary::log(1 + elementary::exp(x < 0 ? x : -x));
}

/// y = softmax of the k logits at x, which go to every fifth element of y.
template <class Real>
void weights_from_logits(std::size_t k, const Real* x, Real* y) {
  const Real largest = *std::max_element(x, x + k);
  Real sum = 0;
  for (std::size_t i = 0; i < k; ++i) sum += y[i * kMixtureColumns] = elementary::exp(x[i] - largest);
  for (std::size_t i = 0; i < k; ++i) y[i * kMixtureColumns] /= sum;
}

/// log of weight times density of one Gaussian g = {weight, mean x y, deviation x y} at a point.
template <class Real>
Real log_density(const Real* g, const float* point) {
  const Real zx = (Real(point[0]) - g[1]) / g[3], zy = (Real(point[1]) - g[2]) / g[4];
  const Real tiny = std::numeric_limits<Real>::min();  // a weight may have vanished; the density then does not matter
  return elementary::log(std::max(g[0], tiny)) - elementary::log(g[3] * g[4]) - (zx * zx + zy * zy) / 2 -
         Real(kLogTwoPi);
}

/// log sum_k exp(log density), and each one's share in it.
template <class Real>
double log_mixture(std::size_t k, const Real* gaussians, const float* point, Real* shares) {
  for (std::size_t i = 0; i < k; ++i) shares[i] = log_density(gaussians + i * kMixtureColumns, point);
  const Real largest = *std::max_element(shares, shares + k);
  Real sum = 0;
  for (std::size_t i = 0; i < k; ++i) sum += shares[i] = elementary::exp(shares[i] - largest);
  for (std::size_t i = 0; i < k; ++i) shares[i] /= sum;
  return double(largest) + elementary::log(double(sum));
}

/// body(b, position) for each point that counts, set by set.
template <class Body>
void for_points(const PointSets& sets, Body body) {
  for (std::size_t b = 0; b < sets.dims.batch; ++b) {
    if (sets.lengths[b] < 2) continue;
    for (std::size_t t = 0; t < std::size_t(sets.lengths[b]); ++t)
      body(b, position_index(sets.layout, sets.dims, b, t));
  }
}

}  // namespace

template <class Real>
void mixture_parameters(std::size_t k, std::span<const Real> raw, std::span<Real> gaussians) {
  for (std::size_t at = 0; at < raw.size(); at += k * kMixtureColumns) {
    const Real *means = &raw[at + k], *deviations = means + 2 * k;
    weights_from_logits(k, &raw[at], &gaussians[at]);
    for (std::size_t i = 0; i < k; ++i)
      for (std::size_t axis = 0; axis < 2; ++axis) {
        Real* g = &gaussians[at + i * kMixtureColumns];
        g[1 + axis] = means[2 * i + axis];
        g[3 + axis] = softplus(deviations[2 * i + axis]) + Real(kLeastDeviation);
      }
  }
}

template <class Real>
MixtureLoss mixture_forward(std::size_t k, const PointSets& sets, std::span<const Real> gaussians,
                            std::span<Real> responsibilities) {
  MixtureLoss result;
  std::ranges::fill(responsibilities, Real(0));
  for_points(sets, [&](std::size_t b, std::size_t p) {
    const Real* g = &gaussians[b * k * kMixtureColumns];
    result.loss -= log_mixture(k, g, &sets.points[2 * p], &responsibilities[p * k]);
    result.counted += 1;
  });
  if (result.counted > 0) result.loss /= static_cast<double>(result.counted);
  return result;
}

// With the share r_k of a Gaussian in a point's density and z = (x - mean) / deviation, minus the log density has the
// slopes weight_k - r_k in its logit, -r_k z / deviation in its mean, and r_k (1 - z^2) / deviation in its deviation, whose
// own slope in what the model gave is a sigmoid.
template <class Real>
void mixture_backward(std::size_t k, const PointSets& sets, std::span<const Real> raw, std::span<const Real> gaussians,
                      std::span<const Real> responsibilities, std::size_t counted, double dloss, std::span<Real> draw) {
  if (counted == 0) return;
  const Real factor = Real(dloss / static_cast<double>(counted));
  for_points(sets, [&](std::size_t b, std::size_t p) {
    const std::size_t row = b * k * kMixtureColumns;
    for (std::size_t i = 0; i < k; ++i) {
      const Real *g = &gaussians[row + i * kMixtureColumns], share = factor * responsibilities[p * k + i];
      draw[row + i] += factor * g[0] - share;
      for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::size_t mean = row + k + 2 * i + axis, deviation = mean + 2 * k;
        const Real scale = share / g[3 + axis], z = (Real(sets.points[2 * p + axis]) - g[1 + axis]) / g[3 + axis];
        draw[mean] -= scale * z;
        draw[deviation] += scale * (1 - z * z) * elementary::sigmoid(raw[deviation]);
      }
    }
  });
}

#define UNROLLED_INSTANTIATE(Real)                                                                                   \
  template void mixture_parameters<Real>(std::size_t, std::span<const Real>, std::span<Real>);                       \
  template MixtureLoss mixture_forward<Real>(std::size_t, const PointSets&, std::span<const Real>, std::span<Real>); \
  template void mixture_backward<Real>(std::size_t, const PointSets&, std::span<const Real>, std::span<const Real>,  \
                                       std::span<const Real>, std::size_t, double, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
