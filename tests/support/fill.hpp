#pragma once
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <span>
#include <vector>

#include "core/arena.hpp"
#include "support/random_vector.hpp"

namespace unrolled::test {

/// Random values in [-1, 1) for each tensor, the same for the same seed.
template <class Real>
void fill(std::initializer_list<Tensor<Real>*> tensors, std::uint64_t seed) {
  for (Tensor<Real>* tensor : tensors)
    if (tensor != nullptr) std::ranges::copy(random_vector<Real>(tensor->value.size(), seed++), tensor->value.begin());
}

template <class Real>
std::vector<Real> copy(std::span<Real> from) {
  return {from.begin(), from.end()};
}

/// max|a - b|; infinity where the sizes differ.
inline double distance(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

}  // namespace unrolled::test
