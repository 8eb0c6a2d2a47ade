#include "kernels/dropout.hpp"

#include <cstddef>

namespace unrolled {
namespace {

/// A bijection of 64 bits whose output bits all depend on all input bits (splitmix64's finalizer: Steele, Lea and
/// Flood 2014).
std::uint64_t scramble(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// visit(i, keep[i]) for all i < n: one hash serves two elements.
template <class Visit>
void for_mask(double p, std::uint64_t key, std::size_t n, Visit visit) {
  const auto dropped = static_cast<std::uint64_t>(p * 0x1p32);  // of 2^32
  for (std::size_t i = 0; i < n; i += 2) {
    const std::uint64_t random = scramble(key + (i / 2) * 0x9e3779b97f4a7c15u);
    visit(i, (random >> 32) >= dropped);
    if (i + 1 < n) visit(i + 1, (random & 0xffffffffu) >= dropped);
  }
}

}  // namespace

std::uint64_t dropout_key(std::uint64_t seed, std::uint64_t step, std::uint64_t op) {
  return scramble(scramble(scramble(seed + 1) + step) + op);
}

template <class Real>
void dropout_forward(double p, std::uint64_t key, std::span<const Real> x, std::span<Real> y) {
  const Real scale = Real(1 / (1 - p));
  for_mask(p, key, x.size(), [&](std::size_t i, bool keep) { y[i] = keep ? x[i] * scale : Real(0); });
}

template <class Real>
void dropout_backward(double p, std::uint64_t key, std::span<const Real> dy, std::span<Real> dx) {
  const Real scale = Real(1 / (1 - p));
  for_mask(p, key, dy.size(), [&](std::size_t i, bool keep) { dx[i] += keep ? dy[i] * scale : Real(0); });
}

#define UNROLLED_INSTANTIATE(Real)                                                                    \
  template void dropout_forward<Real>(double, std::uint64_t, std::span<const Real>, std::span<Real>); \
  template void dropout_backward<Real>(double, std::uint64_t, std::span<const Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
