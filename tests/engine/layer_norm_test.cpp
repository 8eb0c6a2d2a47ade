#include "kernels/layer_norm.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "support/grad_check.hpp"

using namespace unrolled;
using test::check_gradient;
using test::random_vector;

TEST_CASE("layer_norm: analytic gradients equal differences at widths around the register") {
  for (std::size_t width : {2, 3, 4, 5, 8, 9, 16, 17}) {
    CAPTURE(width);
    const std::size_t rows = 3;
    std::vector<double> x = random_vector(rows * width, 1, -2, 2), dx(x.size()), y(x.size()), dy(x.size());
    std::vector<double> weight = random_vector(width, 2, 0.5, 2), dweight(width);
    std::vector<double> bias = random_vector(width, 3), dbias(width), mean(rows), rstd(rows);
    CHECK(check_gradient(
              {{"x", x, dx}, {"weight", weight, dweight}, {"bias", bias, dbias}}, {{"y", y, dy}},
              [&] { layer_norm_forward<double>(x, weight, bias, y, mean, rstd); },
              [&] { layer_norm_backward<double>(x, weight, mean, rstd, dy, dx, dweight, dbias); }) == "");
  }
}

TEST_CASE_TEMPLATE("layer_norm: rows come out with the bias's mean and the weight's size", Real, float, double) {
  const std::size_t rows = 4, width = 37;
  auto x = random_vector<Real>(rows * width, 1, 90, 110);  // far from zero: the variance must not cancel
  const std::vector<Real> weight(width, 3), bias(width, Real(0.5));
  std::vector<Real> y(x.size()), mean(rows), rstd(rows);
  layer_norm_forward<Real>(x, weight, bias, y, mean, rstd);
  for (std::size_t r = 0; r < rows; ++r) {
    double sum = 0, squares = 0;
    for (std::size_t j = 0; j < width; ++j) sum += y[r * width + j] - 0.5;
    for (std::size_t j = 0; j < width; ++j) squares += std::pow(y[r * width + j] - 0.5, 2);
    CHECK(std::abs(sum / width) < 1e-4);
    CHECK(squares / width == doctest::Approx(9).epsilon(1e-4));
  }
  layer_norm_forward<Real>(x, weight, bias, x, mean, rstd);
  CHECK(x == y);
}

TEST_CASE("layer_norm: a constant row gives the bias, not NaN") {
  const std::vector<float> x(8, 2.5f), weight(8, 3.0f), bias(8, 0.25f);
  std::vector<float> y(8), mean(1), rstd(1);
  layer_norm_forward<float>(x, weight, bias, y, mean, rstd);
  CHECK(y == bias);
  CHECK(rstd[0] == doctest::Approx(1 / std::sqrt(kLayerNormEps)));
}
