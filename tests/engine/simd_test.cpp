#include <doctest/doctest.h>

#include <limits>
#include <vector>

#include "simd/map.hpp"
#include "simd/reduce.hpp"
#include "support/random_vector.hpp"

using namespace unrolled;
using test::random_vector;

namespace {

/// The contract of docs/contracts.md, spelled out: element i goes to lane i mod 4, lanes join as (0+1)+(2+3).
template <class Real>
Real four_lane_sum(const std::vector<Real>& x) {
  Real lane[4] = {};
  for (std::size_t i = 0; i < x.size(); ++i) lane[i % 4] += x[i];
  return (lane[0] + lane[1]) + (lane[2] + lane[3]);
}

constexpr std::size_t kSizes[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 100};

}  // namespace

TEST_CASE_TEMPLATE("simd: map and zip treat every element once, also in place", Real, float, double) {
  for (std::size_t n : kSizes) {
    CAPTURE(n);
    const auto a = random_vector<Real>(n, 1), b = random_vector<Real>(n, 2), c = random_vector<Real>(n, 3);
    const auto d = random_vector<Real>(n, 4);
    std::vector<Real> out(n + 1, Real(42)), expected(n + 1, Real(42));
    const auto check = [&](auto f) {
      for (std::size_t i = 0; i < n; ++i) expected[i] = f(i);
      CHECK(out == expected);
    };
    simd::map(n, a.data(), out.data(), [](auto x) { return x * x; });
    check([&](std::size_t i) { return a[i] * a[i]; });
    simd::zip(n, a.data(), b.data(), out.data(), [](auto x, auto y) { return x - y; });
    check([&](std::size_t i) { return a[i] - b[i]; });
    simd::zip(n, a.data(), b.data(), c.data(), out.data(), [](auto x, auto y, auto z) { return x * y - z; });
    check([&](std::size_t i) { return a[i] * b[i] - c[i]; });
    simd::zip(n, a.data(), b.data(), c.data(), d.data(), out.data(),
              [](auto x, auto y, auto z, auto w) { return (x - y) * (z - w); });
    check([&](std::size_t i) { return (a[i] - b[i]) * (c[i] - d[i]); });
    std::vector<Real> in_place = a;
    simd::zip(n, in_place.data(), b.data(), in_place.data(), [](auto x, auto y) { return x + y; });
    for (std::size_t i = 0; i < n; ++i) CHECK(in_place[i] == a[i] + b[i]);
  }
}

TEST_CASE_TEMPLATE("simd: sums have the bits of four lanes", Real, float, double) {
  for (std::size_t n : kSizes) {
    CAPTURE(n);
    const auto a = random_vector<Real>(n, 1), b = random_vector<Real>(n, 2), c = random_vector<Real>(n, 3);
    std::vector<Real> products(n), shifted(n), triples(n);
    for (std::size_t i = 0; i < n; ++i) {
      products[i] = a[i] * b[i];
      shifted[i] = a[i] + 1;  // what f makes of the padding beyond the end must not count
      triples[i] = a[i] * b[i] * c[i];
    }
    CHECK(simd::sum(n, a.data()) == four_lane_sum(a));
    std::vector<Real> mapped(n + 1, Real(7));
    CHECK(simd::map_sum(n, a.data(), mapped.data(), [](auto x) { return x + Real(1); }) == four_lane_sum(shifted));
    CHECK(mapped.back() == Real(7));
    mapped.pop_back();
    CHECK(mapped == shifted);
    CHECK(simd::dot(n, a.data(), b.data()) == four_lane_sum(products));
    CHECK(simd::sum_of(n, a.data(), [](auto x) { return x + Real(1); }) == four_lane_sum(shifted));
    CHECK(simd::sum_of(n, a.data(), b.data(), c.data(), [](auto x, auto y, auto z) { return x * y * z; }) ==
          four_lane_sum(triples));
  }
}

TEST_CASE_TEMPLATE("simd: largest finds the maximum wherever it stands, below zero too", Real, float, double) {
  CHECK(simd::largest<Real>(0, nullptr) == -std::numeric_limits<Real>::infinity());
  for (std::size_t n : kSizes)
    for (std::size_t where = 0; where < n; ++where) {
      auto x = random_vector<Real>(n, 1, -3, -2);
      x[where] = -1;
      REQUIRE(simd::largest(n, x.data()) == -1);
    }
}
