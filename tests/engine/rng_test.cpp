#include "core/rng.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace unrolled;

TEST_CASE("rng: the first numbers are these, on every platform") {
  // xoshiro256** after splitmix64(42), computed independently in Python from the published definitions
  Rng rng(42);
  CHECK(rng.next() == 1546998764402558742u);
  CHECK(rng.next() == 6990951692964543102u);
  CHECK(rng.next() == 12544586762248559009u);
}

TEST_CASE("rng: uniform numbers fill [0,1) evenly") {
  Rng rng(1);
  std::vector<int> count(10);
  double sum = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double u = rng.uniform();
    REQUIRE((u >= 0 && u < 1));
    ++count[static_cast<std::size_t>(u * 10)];
    sum += u;
  }
  CHECK(sum / 100'000 == doctest::Approx(0.5).epsilon(0.01));
  for (int n : count) CHECK(n == doctest::Approx(10'000).epsilon(0.04));
}

TEST_CASE("rng: below() is fair and stays below") {
  Rng rng(2);
  std::vector<int> count(7);
  for (int i = 0; i < 70'000; ++i) ++count[rng.below(7)];
  for (int n : count) CHECK(n == doctest::Approx(10'000).epsilon(0.04));
  CHECK(rng.below(1) == 0);
}

TEST_CASE("rng: below() rejects what would favour small numbers") {
  // For a bound of 3/4 of 2^64 a plain remainder would return the lower third twice as often as the rest.
  Rng rng(3);
  const std::uint64_t bound = std::uint64_t{3} << 62, third = std::uint64_t{1} << 62;
  int lower = 0;
  for (int i = 0; i < 30'000; ++i) lower += rng.below(bound) < third;
  CHECK(lower == doctest::Approx(10'000).epsilon(0.04));
}

TEST_CASE("rng: normal numbers have the moments of a normal distribution") {
  Rng rng(4);
  double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
  const int n = 200'000;
  for (int i = 0; i < n; ++i) {
    const double x = rng.normal();
    m1 += x / n, m2 += x * x / n, m3 += x * x * x / n, m4 += x * x * x * x / n;
  }
  CHECK(std::abs(m1) < 0.01);
  CHECK(m2 == doctest::Approx(1).epsilon(0.01));
  CHECK(std::abs(m3) < 0.03);
  CHECK(m4 == doctest::Approx(3).epsilon(0.03));
}

TEST_CASE("rng: purposes and seeds are separate streams, and repeat") {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    for (const char* purpose : {"", "batches", "weights", "weights.0", "sample"})
      firsts.insert(Rng(seed, purpose).next());
  CHECK(firsts.size() == 100);
  CHECK(Rng(5, "batches").next() == Rng(5, "batches").next());
}

TEST_CASE("rng: a saved state continues the stream") {
  Rng rng(6), later(0);
  for (int i = 0; i < 5; ++i) rng.normal();
  std::ranges::copy(rng.state(), later.state().begin());
  for (int i = 0; i < 5; ++i) CHECK(rng.normal() == later.normal());
}
