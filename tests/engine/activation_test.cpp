#include "kernels/activation.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "support/grad_check.hpp"

using namespace unrolled;
using test::check_gradient;
using test::random_vector;

namespace {

constexpr Activation kAll[] = {Activation::tanh, Activation::sigmoid, Activation::relu, Activation::gelu,
                               Activation::gelu_tanh};

double reference(Activation f, double x) {
  switch (f) {
    case Activation::tanh: return std::tanh(x);
    case Activation::sigmoid: return 1 / (1 + std::exp(-x));
    case Activation::relu: return x > 0 ? x : 0;
    case Activation::gelu: return x * std::erfc(-x / std::sqrt(2.0)) / 2;
    case Activation::gelu_tanh:
      return x * (1 + std::tanh(std::sqrt(2 / std::acos(-1.0)) * (x + 0.044715 * x * x * x))) / 2;
  }
  return std::nan("");
}

}  // namespace

TEST_CASE_TEMPLATE("activation: values equal the formulas, also in place", Real, float, double) {
  for (Activation f : kAll)
    for (std::size_t n : {1, 3, 4, 5, 8, 9, 17, 200}) {
      auto x = random_vector<Real>(n, n, -6, 6);
      std::vector<Real> y(n);
      activation_forward<Real>(f, x, y);
      for (std::size_t i = 0; i < n; ++i)
        CHECK(std::abs(y[i] - reference(f, x[i])) < 8 * std::numeric_limits<Real>::epsilon());
      activation_forward<Real>(f, x, x);
      CHECK(x == y);
    }
}

TEST_CASE("activation: analytic gradients equal differences") {
  for (Activation f : kAll)
    for (std::size_t n : {1, 3, 4, 5, 8, 9, 16, 17}) {
      CAPTURE(static_cast<int>(f));
      CAPTURE(n);
      std::vector<double> x = random_vector(n, n + 1, -3, 3), dx(n), y(n), dy(n);
      x[0] = 0.8;  // not only where relu is flat
      CHECK(check_gradient(
                {{"x", x, dx}}, {{"y", y, dy}}, [&] { activation_forward<double>(f, x, y); },
                [&] { activation_backward<double>(f, x, y, dy, dx); }) == "");
    }
}

TEST_CASE("activation: gelu's slope is a half around zero") {
  for (float x : {0.0f, -0.0f, 1e-45f, -1e-30f, 1e-12f}) {
    const std::vector<float> in = {x}, dy = {1};
    std::vector<float> y(1), dx(1);
    activation_forward<float>(Activation::gelu, in, y);
    activation_backward<float>(Activation::gelu, in, y, dy, dx);
    CHECK(dx[0] == 0.5f);
  }
}

TEST_CASE("activation: an array that is not needed may be empty") {
  const std::vector<double> x = {0.7, -0.3}, dy = {1, 2};
  for (Activation f : {Activation::tanh, Activation::sigmoid, Activation::relu, Activation::gelu_tanh}) {
    std::vector<double> y(2), both(2), one(2);
    activation_forward<double>(f, x, y);
    activation_backward<double>(f, x, y, dy, both);
    if (f == Activation::gelu_tanh)
      activation_backward<double>(f, x, {}, dy, one);
    else
      activation_backward<double>(f, {}, y, dy, one);
    CHECK(one == both);
  }
}

TEST_CASE("activation: infinities and NaN") {
  constexpr float inf = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> x = {inf, nan};
  std::vector<float> y(2);
  for (Activation f : kAll) {
    activation_forward<float>(f, x, y);
    CHECK(y[0] == (f == Activation::tanh || f == Activation::sigmoid ? 1 : inf));
    CHECK(std::isnan(y[1]));
  }
}
