#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/rng.hpp"

namespace unrolled::test {

/// n numbers, uniform in [low, high), the same for the same seed.
template <class Real = double>
std::vector<Real> random_vector(std::size_t n, std::uint64_t seed, double low = -1, double high = 1) {
  Rng rng(seed);
  std::vector<Real> x(n);
  for (Real& value : x) value = Real(rng.uniform(low, high));
  return x;
}

}  // namespace unrolled::test
