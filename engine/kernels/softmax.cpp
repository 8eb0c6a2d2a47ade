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

/// The joined lanes of each row, as simd::detail::fold joins them: lane r of the result is (0 + 1) + (2 + 3) of lanes[r].
template <class V, class Join>
V join_lanes(const V (&lanes)[4], Join join) {
  V turned[4] = {lanes[0], lanes[1], lanes[2], lanes[3]};
  xsimd::transpose(turned, turned + 4);
  return join(join(turned[0], turned[1]), join(turned[2], turned[3]));
}

/// Four rows beside each other, in place: each row's bits are those of softmax_row. Where a row is short, its maximum, its sum
/// and its division are steps that wait for each other, and those of one row need not wait for another's. width: a multiple
/// of 4, not 0; a register is four lanes.
template <class Real>
void softmax_four_rows(std::size_t width, Real* x, std::size_t ld) {
  using V = simd::Pack128<Real>;
  constexpr auto larger = simd::detail::kLarger;
  alignas(64) Real of_row[4];
  V lanes[4];
  for (std::size_t r = 0; r < 4; ++r) lanes[r] = V::load_unaligned(x + r * ld);
  for (std::size_t i = 4; i < width; i += 4)
    for (std::size_t r = 0; r < 4; ++r) lanes[r] = larger(lanes[r], V::load_unaligned(x + r * ld + i));
  join_lanes(lanes, larger).store_aligned(of_row);
  for (V& sum : lanes) sum = V(Real(0));
  for (std::size_t i = 0; i < width; i += 4)
    for (std::size_t r = 0; r < 4; ++r) {
      const V y = simd::exp(V::load_unaligned(x + r * ld + i) - V(of_row[r]));
      y.store_unaligned(x + r * ld + i);
      lanes[r] += y;
    }
  (V(Real(1)) / join_lanes(lanes, simd::detail::kAdd)).store_aligned(of_row);
  for (std::size_t r = 0; r < 4; ++r)
    simd::map(width, x + r * ld, x + r * ld, [share = of_row[r]](auto v) { return v * share; });
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
void softmax_in_place(std::size_t rows, std::size_t width, Real* x, std::size_t ld) {
  std::size_t r = 0;
  if constexpr (simd::lanes<simd::Pack<Real>> == 4)  // wider registers do more with one row
    for (; r + 4 <= rows && width > 0 && width % 4 == 0; r += 4) softmax_four_rows(width, x + r * ld, ld);
  for (; r < rows; ++r) softmax_row(width, x + r * ld, x + r * ld);
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
  template void softmax_in_place<Real>(std::size_t, std::size_t, Real*, std::size_t);                                \
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
