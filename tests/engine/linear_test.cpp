#include "kernels/linear.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "support/grad_check.hpp"

using namespace unrolled;
using test::check_gradient;
using test::random_vector;

namespace {

struct Linear {
  explicit Linear(LinearDims dims) : d(dims) {}
  LinearDims d;
  std::vector<double> x = random_vector(d.rows * d.in, 1), weight = random_vector(d.out * d.in, 2);
  std::vector<double> bias = random_vector(d.out, 3), second_bias = random_vector(d.out, 4);
  std::vector<double> dx = std::vector<double>(x.size()), dweight = std::vector<double>(weight.size());
  std::vector<double> dbias = std::vector<double>(d.out), dsecond_bias = dbias;
  std::vector<double> y = std::vector<double>(d.rows * d.out), dy = y;
};

}  // namespace

TEST_CASE("linear: analytic gradients equal differences at widths around the register") {
  for (std::size_t rows : {1, 3, 8})
    for (std::size_t in : {1, 4, 9})
      for (std::size_t out : {1, 5, 16, 17}) {
        CAPTURE(rows);
        CAPTURE(in);
        CAPTURE(out);
        Linear t({rows, in, out});
        CHECK(check_gradient(
                  {{"x", t.x, t.dx},
                   {"weight", t.weight, t.dweight},
                   {"bias", t.bias, t.dbias},
                   {"second_bias", t.second_bias, t.dsecond_bias}},
                  {{"y", t.y, t.dy}}, [&] { linear_forward<double>(t.d, t.x, t.weight, t.bias, t.y, t.second_bias); },
                  [&] {
                    linear_backward<double>(t.d, t.x, t.weight, t.dy, t.dx, t.dweight, t.dbias);
                    add_column_sums<double>(t.dy, t.dsecond_bias);
                  }) == "");
      }
}

TEST_CASE("linear: biases may be missing, one or both") {
  Linear t({2, 3, 5});
  const std::vector<double> none;
  std::vector<double> plain(10), with_bias(10), with_both(10), only_second(10);
  linear_forward<double>(t.d, t.x, t.weight, none, plain);
  linear_forward<double>(t.d, t.x, t.weight, t.bias, with_bias);
  linear_forward<double>(t.d, t.x, t.weight, t.bias, with_both, t.second_bias);
  linear_forward<double>(t.d, t.x, t.weight, none, only_second, t.second_bias);
  for (std::size_t i = 0; i < 10; ++i) {
    double expected = 0;
    for (std::size_t k = 0; k < 3; ++k) expected += t.x[i / 5 * 3 + k] * t.weight[i % 5 * 3 + k];
    CHECK(plain[i] == doctest::Approx(expected));
    CHECK(with_bias[i] == doctest::Approx(expected + t.bias[i % 5]));
    CHECK(with_both[i] == doctest::Approx(expected + t.bias[i % 5] + t.second_bias[i % 5]));
    CHECK(only_second[i] == doctest::Approx(expected + t.second_bias[i % 5]));
  }
}

TEST_CASE("linear: an empty gradient is skipped") {
  Linear t({2, 3, 5});
  t.dy = random_vector(10, 5);
  const std::vector<double> untouched = t.dweight;
  linear_backward<double>(t.d, t.x, t.weight, t.dy, t.dx, {}, {});
  CHECK(t.dweight == untouched);
  CHECK(t.dx[0] != 0);
}
