#include "kernels/dropout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "support/grad_check.hpp"

using namespace unrolled;
using test::check_gradient;
using test::random_vector;

namespace {

std::vector<float> mask(double p, std::uint64_t key, std::size_t n) {
  std::vector<float> ones(n, 1.0f);
  dropout_forward<float>(p, key, ones, ones);
  return ones;
}

double share_of_zeros(const std::vector<float>& x) { return double(std::ranges::count(x, 0.0f)) / double(x.size()); }

}  // namespace

TEST_CASE("dropout: drops a share p and scales the rest to keep the mean") {
  for (double p : {0.1, 0.5, 0.9}) {
    const auto m = mask(p, dropout_key(1, 2, 3), 100'000);
    CHECK(share_of_zeros(m) == doctest::Approx(p).epsilon(0.03));
    for (float v : m) REQUIRE((v == 0 || v == float(1 / (1 - p))));
  }
  CHECK(share_of_zeros(mask(0, 1, 1000)) == 0);
}

TEST_CASE("dropout: the mask depends on seed, step and op, and on nothing else") {
  const auto base = mask(0.5, dropout_key(1, 2, 3), 64);
  CHECK(mask(0.5, dropout_key(1, 2, 3), 64) == base);
  CHECK(mask(0.5, dropout_key(2, 2, 3), 64) != base);
  CHECK(mask(0.5, dropout_key(1, 3, 3), 64) != base);
  CHECK(mask(0.5, dropout_key(1, 2, 4), 64) != base);
  CHECK(mask(0.5, dropout_key(2, 1, 3), 64) != base);
  const auto shorter = mask(0.5, dropout_key(1, 2, 3), 33);
  CHECK(std::equal(shorter.begin(), shorter.end(), base.begin()));
}

TEST_CASE("dropout: neighbouring elements and neighbouring steps are independent") {
  const std::size_t n = 100'000;
  const auto a = mask(0.5, dropout_key(1, 7, 0), n), b = mask(0.5, dropout_key(1, 8, 0), n);
  double same_step = 0, next_step = 0;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    same_step += (a[i] == a[i + 1]) / double(n);
    next_step += (a[i] == b[i]) / double(n);
  }
  CHECK(same_step == doctest::Approx(0.5).epsilon(0.02));
  CHECK(next_step == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("dropout: backward meets the forward's mask") {
  for (std::size_t n : {1, 3, 4, 5, 17}) {
    std::vector<double> x = random_vector(n + 20, 1), dx(n + 20), y(n + 20), dy(n + 20);
    CHECK(check_gradient(
              {{"x", x, dx}}, {{"y", y, dy}}, [&] { dropout_forward<double>(0.4, 9, x, y); },
              [&] { dropout_backward<double>(0.4, 9, dy, dx); }) == "");
  }
}
