#include "support/grad_check.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <vector>

#include "kernels/layer_norm.hpp"
#include "kernels/softmax.hpp"

// The check itself is checked: it must refuse twins of kernels with the mistakes that are easily made.

using namespace unrolled;
using test::check_gradient;
using test::random_vector;

namespace {

struct Rows {
  static constexpr std::size_t kRows = 3, kWidth = 5, kSize = kRows * kWidth;
  std::vector<double> x = random_vector(kSize, 1), dx = std::vector<double>(kSize), y = dx, dy = dx;

  std::string check(const std::function<void()>& forward, const std::function<void()>& backward) {
    return check_gradient({{"x", x, dx}}, {{"y", y, dy}}, forward, backward);
  }
};

struct Norm : Rows {
  std::vector<double> weight = random_vector(kWidth, 2, 0.5, 2), bias = random_vector(kWidth, 3);
  std::vector<double> dweight = std::vector<double>(kWidth), dbias = dweight, mean = std::vector<double>(kRows),
                      rstd = mean;

  void forward() { layer_norm_forward<double>(x, weight, bias, y, mean, rstd); }
  void backward() { layer_norm_backward<double>(x, weight, mean, rstd, dy, dx, dweight, dbias); }
  /// dx with or without the terms that come from the mean and from the variance.
  void simplified_backward(bool mean_term, bool variance_term) {
    for (std::size_t r = 0; r < kRows; ++r) {
      double g_sum = 0, gn_sum = 0;
      const auto g = [&](std::size_t j) { return dy[r * kWidth + j] * weight[j]; };
      const auto n = [&](std::size_t j) { return (x[r * kWidth + j] - mean[r]) * rstd[r]; };
      for (std::size_t j = 0; j < kWidth; ++j) g_sum += g(j), gn_sum += g(j) * n(j);
      for (std::size_t j = 0; j < kWidth; ++j)
        dx[r * kWidth + j] += rstd[r] * (g(j) - mean_term * g_sum / kWidth - variance_term * n(j) * gn_sum / kWidth);
    }
  }
};

}  // namespace

TEST_CASE("grad_check: accepts a right gradient") {
  Norm t;
  CHECK(t.check([&] { t.forward(); }, [&] { t.simplified_backward(true, true); }) == "");
  Rows s;
  CHECK(s.check([&] { softmax_forward<double>(5, s.x, s.y); }, [&] { softmax_backward<double>(5, s.y, s.dy, s.dx); }) ==
        "");
}

TEST_CASE("grad_check: refuses layer norm without the mean's or the variance's term") {
  Norm t;
  CHECK(t.check([&] { t.forward(); }, [&] { t.simplified_backward(false, true); }) != "");
  CHECK(t.check([&] { t.forward(); }, [&] { t.simplified_backward(true, false); }) != "");
}

TEST_CASE("grad_check: refuses softmax without the row's sum") {
  Rows t;
  CHECK(t.check([&] { softmax_forward<double>(5, t.x, t.y); },
                [&] {
                  for (std::size_t i = 0; i < t.kSize; ++i) t.dx[i] += t.y[i] * t.dy[i];
                }) != "");
}

TEST_CASE("grad_check: refuses a gradient that overwrites instead of adding") {
  Rows t;
  const auto forward = [&] {
    for (std::size_t i = 0; i < t.kSize; ++i) t.y[i] = std::tanh(t.x[i]);
  };
  const auto slope = [&](std::size_t i) { return t.dy[i] * (1 - t.y[i] * t.y[i]); };
  CHECK(t.check(forward, [&] {
    for (std::size_t i = 0; i < t.kSize; ++i) t.dx[i] += slope(i);
  }) == "");
  CHECK(t.check(forward, [&] {
    for (std::size_t i = 0; i < t.kSize; ++i) t.dx[i] = slope(i);
  }) != "");
}

TEST_CASE("grad_check: refuses a memory cell that forgets the path through its gate") {
  // c[t] = f * c[t-1] + (1 - f) * x[t], f = sigmoid(w x[t]): an LSTM's forget gate in small
  std::vector<double> x = random_vector(6, 1), dx(6), w = {0.7}, dw(1), c(6), dc(6);
  const auto gate = [&](std::size_t t) { return 1 / (1 + std::exp(-w[0] * x[t])); };
  const auto before = [&](std::size_t t) { return t == 0 ? 0.0 : c[t - 1]; };
  const auto forward = [&] {
    for (std::size_t t = 0; t < 6; ++t) c[t] = gate(t) * before(t) + (1 - gate(t)) * x[t];
  };
  const auto backward = [&](bool through_gate, bool through_time) {
    for (std::size_t t = 6; t-- > 0;) {
      const double f = gate(t), df = dc[t] * (before(t) - x[t]) * f * (1 - f);
      dx[t] += dc[t] * (1 - f) + through_gate * df * w[0];
      dw[0] += through_gate * df * x[t];
      if (t > 0) dc[t - 1] += through_time * dc[t] * f;
    }
  };
  const auto check = [&](bool through_gate, bool through_time) {
    return check_gradient({{"x", x, dx}, {"w", w, dw}}, {{"c", c, dc}}, forward,
                          [&] { backward(through_gate, through_time); });
  };
  CHECK(check(true, true) == "");
  CHECK(check(false, true) != "");
  CHECK(check(true, false) != "");
}

TEST_CASE("grad_check: refuses an error of a millionth, and NaN") {
  for (double wrong : {1 + 1e-6, std::nan("")}) {
    Rows t;
    CHECK(t.check([&] { t.y = t.x; },
                  [&] {
                    for (std::size_t i = 0; i < t.kSize; ++i) t.dx[i] += t.dy[i] * wrong;
                  }) != "");
  }
}

TEST_CASE("grad_check: refuses to call nothing a success") {
  Rows t;
  CHECK(t.check([&] { std::ranges::fill(t.y, 1.0); }, [] {}) == "no gradient is large enough to be checked");
}

TEST_CASE("grad_check: forgives a ten-millionth of the largest gradient and no more, at each of 200 elements") {
  constexpr std::size_t kSize = 200;
  const auto check = [](double off, std::size_t at) {
    std::vector<double> x = random_vector(kSize, 1), dx(kSize), y(kSize), dy(kSize);
    return check_gradient(
        {{"x", x, dx}}, {{"y", y, dy}}, [&] { y = x; },
        [&] {
          for (std::size_t i = 0; i < kSize; ++i) dx[i] += dy[i];
          dx[at] += off * 1e-7 * std::abs(*std::ranges::max_element(dy, {}, [](double g) { return std::abs(g); }));
        });
  };
  for (std::size_t at = 0; at < kSize; ++at) {
    CAPTURE(at);
    CHECK(check(0.8, at) == "");
    CHECK(check(1.3, at) != "");
    CHECK(check(-1.3, at) != "");
  }
}
