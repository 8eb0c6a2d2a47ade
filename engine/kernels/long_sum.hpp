#pragma once
#include <algorithm>
#include <cstddef>

#include "simd/map.hpp"

// Gradients of weights, biases and gains are sums over all positions of a batch. Added up in order, a float sum of n like
// terms errs by up to n / 2 units in its last place: of 100,000 positions that is 1e-4 of the gradient. A sum of more than
// kLongSum terms is therefore made of partial sums of kPartSum terms, each from zero, which are added in order: then it errs
// by some 1e-6. The parts are the same on every platform; shorter sums, which most runs have, keep the bits they always had.

namespace unrolled {

inline constexpr std::size_t kLongSum = 8192, kPartSum = 1024;

inline bool is_long_sum(std::size_t terms) { return terms > kLongSum; }

/// body(first, number) of each part of a long sum.
template <class Body>
void for_sum_parts(std::size_t terms, Body body) {
  for (std::size_t first = 0; first < terms; first += kPartSum) body(first, std::min(kPartSum, terms - first));
}

/// sums[j] += sum over `rows` of term(row, first, at): where at is a register of columns, the first of which is first + its
/// own place. As in simd::sweep; sums [width].
template <class Real, class Term>
void add_row_terms(std::size_t rows, std::size_t width, Real* sums, Term term) {
  const auto add = [&](std::size_t row, std::size_t first, std::size_t columns, Real* to) {
    simd::sweep<Real>(columns, [&](auto at) { at.store(at.load(to) + term(row, first, at), to); });
  };
  if (!is_long_sum(rows)) {
    for (std::size_t row = 0; row < rows; ++row) add(row, 0, width, sums);
    return;
  }
  constexpr std::size_t most = 128;  // columns
  for (std::size_t first = 0; first < width; first += most) {
    const std::size_t columns = std::min(most, width - first);
    for_sum_parts(rows, [&](std::size_t row, std::size_t count) {
      alignas(64) Real part[most] = {};
      for (std::size_t end = row + count; row < end; ++row) add(row, first, columns, part);
      simd::zip(columns, sums + first, part, sums + first, [](auto sum, auto x) { return sum + x; });
    });
  }
}

}  // namespace unrolled
