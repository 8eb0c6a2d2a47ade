#include "kernels/optimizer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "simd/map.hpp"
#include "simd/reduce.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kChunk = 1024;

/// base^exponent by repeated squaring: pow from the C library differs between platforms.
double power(double base, std::uint64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1, base *= base)
    if (exponent & 1) result *= base;
  return result;
}

}  // namespace

template <class Real>
void adam_update(const AdamOptions& options, std::uint64_t step, std::span<const Real> grad, std::span<Real> value,
                 std::span<Real> m, std::span<Real> v) {
  const double correction1 = 1 - power(options.beta1, step), correction2 = 1 - power(options.beta2, step);
  const bool decoupled = options.decay == WeightDecay::decoupled;
  const Real shrink = decoupled ? Real(1 - options.lr * options.weight_decay) : Real(1);
  const Real l2 = decoupled ? Real(0) : Real(options.weight_decay);
  const Real fresh1 = Real(1 - options.beta1), keep2 = Real(options.beta2), fresh2 = Real(1 - options.beta2);
  const Real root_correction = Real(1 / std::sqrt(correction2)), eps = Real(options.eps);
  const Real rate = Real(options.lr / correction1);
  simd::sweep<Real>(value.size(), [&](auto at) {
    const auto weight = at.load(value.data()) * shrink;
    const auto g = at.load(grad.data()) + l2 * weight;
    const auto old_m = at.load(m.data());
    const auto new_m = old_m + (g - old_m) * fresh1;
    const auto new_v = at.load(v.data()) * keep2 + g * g * fresh2;
    at.store(new_m, m.data());
    at.store(new_v, v.data());
    at.store(weight - rate * new_m / (xsimd::sqrt(new_v) * root_correction + eps), value.data());
  });
}

template <class Real>
void sgd_update(const SgdOptions& options, std::span<const Real> grad, std::span<Real> value,
                std::span<Real> velocity) {
  const Real rate = Real(options.lr), l2 = Real(options.weight_decay), momentum = Real(options.momentum);
  if (options.momentum == 0)
    return simd::zip(value.size(), value.data(), grad.data(), value.data(),
                     [=](auto w, auto g) { return w - rate * (g + l2 * w); });
  simd::sweep<Real>(value.size(), [&](auto at) {
    const auto weight = at.load(value.data());
    const auto g = at.load(grad.data()) + l2 * weight;
    const auto speed = momentum * at.load(velocity.data()) + g;
    at.store(speed, velocity.data());
    at.store(weight - rate * (options.nesterov ? g + momentum * speed : speed), value.data());
  });
}

template <class Real>
double squared_norm(std::span<const Real> x) {
  double sum = 0;
  for (std::size_t at = 0; at < x.size(); at += kChunk)
    sum += double(simd::sum_of(std::min(kChunk, x.size() - at), &x[at], [](auto v) { return v * v; }));
  return sum;
}

template <class Real>
void scale(double factor, std::span<Real> x) {
  const Real f = Real(factor);
  simd::map(x.size(), x.data(), x.data(), [=](auto v) { return v * f; });
}

template <class Real>
double clip_norm(double max_norm, std::span<Real> x) {
  const double norm = std::sqrt(squared_norm<Real>(x));
  const double factor = max_norm / (norm + 1e-6);
  if (max_norm > 0 && factor < 1 && std::isfinite(norm)) scale<Real>(factor, x);
  return norm;
}

#define UNROLLED_INSTANTIATE(Real)                                                                            \
  template void adam_update<Real>(const AdamOptions&, std::uint64_t, std::span<const Real>, std::span<Real>,  \
                                  std::span<Real>, std::span<Real>);                                          \
  template void sgd_update<Real>(const SgdOptions&, std::span<const Real>, std::span<Real>, std::span<Real>); \
  template double squared_norm<Real>(std::span<const Real>);                                                  \
  template void scale<Real>(double, std::span<Real>);                                                         \
  template double clip_norm<Real>(double, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
