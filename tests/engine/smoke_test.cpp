// The four libraries work on this target: if one of these fails, look at the toolchain first.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <vector>
#include <xtensor/containers/xadapt.hpp>
#include <xtensor/core/xmath.hpp>

#include "simd/pack.hpp"

using namespace unrolled;

TEST_CASE("smoke: an xsimd batch of four floats adds") {
  using Batch = simd::Pack128<float>;
  static_assert(Batch::size == 4);
  const std::vector<float> a{1, 2, 3, 4}, b{10, 20, 30, 40};
  std::vector<float> sum(4);
  (Batch::load_unaligned(a.data()) + Batch::load_unaligned(b.data())).store_unaligned(sum.data());
  CHECK(sum == std::vector<float>{11, 22, 33, 44});
}

TEST_CASE("smoke: xtensor looks at a buffer that it does not own") {
  std::vector<double> buffer{1, 2, 3, 4, 5, 6};
  const auto view = xt::adapt(buffer, std::vector<std::size_t>{2, 3});
  CHECK(view(1, 0) == 4);
  const double total = xt::sum(view)();
  CHECK(total == 21);
}

TEST_CASE("smoke: nlohmann_json parses, and its exceptions are caught") {
  CHECK(nlohmann::json::parse(R"({"a": [1, 2]})")["a"][1] == 2);
  CHECK_THROWS_AS(nlohmann::json::parse("{"), nlohmann::json::parse_error);
}
