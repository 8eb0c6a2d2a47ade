#include "kernels/softmax.hpp"

#include <algorithm>

#include "simd/map.hpp"
#include "simd/math.hpp"
#include "simd/reduce.hpp"

namespace unrolled {
namespace {

template <class Real>
struct RowSoftmax {
  Real largest, sum;  // of the logits, of exp(logit - largest)
};

template <class Real>
RowSoftmax<Real> softmax_row(std::size_t width, const Real* x, Real* y) {
  const Real largest = simd::largest(width, x);
  const Real sum = simd::map_sum(width, x, y, [=](auto v) { return simd::exp(v - largest); });
  const Real share = 1 / sum;
  simd::map(width, y, y, [=](auto v) { return v * share; });
  return {largest, sum};
}

/// Whether the first of the largest elements is at `index`.
template <class Real>
bool peaks_at(const Real* x, std::size_t index, Real largest) {
  return x[index] == largest && std::find(x, x + index, largest) == x + index;
}

}  // namespace

template <class Real>
void softmax_forward(std::size_t width, std::span<const Real> x, std::span<Real> y) {
  for (std::size_t at = 0; at < x.size(); at += width) softmax_row(width, &x[at], &y[at]);
}

template <class Real>
void softmax_backward(std::size_t width, std::span<const Real> y, std::span<const Real> dy, std::span<Real> dx) {
  for (std::size_t at = 0; at < y.size(); at += width) {
    const Real mean = simd::dot(width, &dy[at], &y[at]);
    simd::zip(width, &dx[at], &dy[at], &y[at], &dx[at], [=](auto acc, auto g, auto p) { return acc + p * (g - mean); });
  }
}

// Loss of a row: log(sum of exp(x - m)) - ((1 - e) (x[target] - m) + e mean(x - m)), m the largest logit, e the
// smoothing. Everything that is needed of the logits is read before the probabilities may overwrite them.
template <class Real>
CrossEntropy softmax_cross_entropy_forward(std::size_t width, std::span<const Real> logits,
                                           std::span<const std::int32_t> targets, double label_smoothing,
                                           std::span<Real> probabilities) {
  CrossEntropy result;
  for (std::size_t r = 0; r < targets.size(); ++r) {
    const Real* x = &logits[r * width];
    const bool counts = targets[r] >= 0;
    const std::size_t target = counts ? static_cast<std::size_t>(targets[r]) : 0;
    const Real at_target = x[target], largest = simd::largest(width, x);
    const bool hit = counts && peaks_at(x, target, largest);
    const Real excess = label_smoothing == 0 ? 0 : simd::sum_of(width, x, [=](auto v) { return v - largest; });
    const Real sum = softmax_row(width, x, &probabilities[r * width]).sum;
    if (!counts) continue;
    const double expected = (1 - label_smoothing) * double(at_target - largest) +
                            label_smoothing * double(excess) / static_cast<double>(width);
    result.loss += elementary::log(double(sum)) - expected;
    result.counted += 1;
    result.hits += hit;
  }
  if (result.counted > 0) result.loss /= static_cast<double>(result.counted);
  return result;
}

template <class Real>
void softmax_cross_entropy_backward(std::size_t width, std::span<const Real> probabilities,
                                    std::span<const std::int32_t> targets, double label_smoothing, std::size_t counted,
                                    double dloss, std::span<Real> dlogits) {
  if (counted == 0) return;
  const Real factor = Real(dloss / static_cast<double>(counted));
  const Real everywhere = Real(label_smoothing / static_cast<double>(width)), at_target = Real(1 - label_smoothing);
  for (std::size_t r = 0; r < targets.size(); ++r) {
    if (targets[r] < 0) continue;
    Real* dx = &dlogits[r * width];
    simd::zip(width, dx, &probabilities[r * width], dx,
              [=](auto acc, auto p) { return acc + (p - everywhere) * factor; });
    dx[targets[r]] -= at_target * factor;
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                                   \
  template void softmax_forward<Real>(std::size_t, std::span<const Real>, std::span<Real>);                          \
  template void softmax_backward<Real>(std::size_t, std::span<const Real>, std::span<const Real>, std::span<Real>);  \
  template CrossEntropy softmax_cross_entropy_forward<Real>(std::size_t, std::span<const Real>,                      \
                                                            std::span<const std::int32_t>, double, std::span<Real>); \
  template void softmax_cross_entropy_backward<Real>(std::size_t, std::span<const Real>,                             \
                                                     std::span<const std::int32_t>, double, std::size_t, double,     \
                                                     std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
