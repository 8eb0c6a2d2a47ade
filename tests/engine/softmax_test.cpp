#include "kernels/softmax.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include "support/grad_check.hpp"

using namespace unrolled;
using test::check_gradient;
using test::check_loss_gradient;
using test::random_vector;

namespace {

constexpr std::size_t kWidths[] = {1, 2, 3, 4, 5, 8, 9, 16, 17};

/// -log softmax(x)[j] of one row.
double surprise(const double* x, std::size_t width, std::size_t j) {
  double sum = 0;
  for (std::size_t i = 0; i < width; ++i) sum += std::exp(x[i] - x[j]);
  return std::log(sum);
}

}  // namespace

TEST_CASE("softmax: rows are distributions, large logits do no harm, in place is the same") {
  for (std::size_t width : kWidths) {
    auto x = random_vector(3 * width, width, -5, 5);
    x[width] = 1000;
    std::vector<double> y(x.size());
    softmax_forward<double>(width, x, y);
    for (std::size_t r = 0; r < 3; ++r)
      CHECK(std::accumulate(&y[r * width], &y[r * width] + width, 0.0) == doctest::Approx(1));
    CHECK(y[0] == doctest::Approx(std::exp(-surprise(x.data(), width, 0))));
    CHECK(y[width] == doctest::Approx(1));
    softmax_forward<double>(width, x, x);
    CHECK(x == y);
  }
}

TEST_CASE("softmax: a masked logit of -inf has no probability") {
  constexpr float inf = std::numeric_limits<float>::infinity();
  std::vector<float> x = {1, -inf, 1, -inf, -inf};
  softmax_forward<float>(5, x, x);
  CHECK(x == std::vector<float>{0.5f, 0, 0.5f, 0, 0});
}

TEST_CASE_TEMPLATE("softmax: rows beside each other have the bits of one at a time", Real, float, double) {
  for (std::size_t rows : {1, 3, 4, 5, 8, 11})
    for (std::size_t width : {1, 3, 4, 5, 8, 12, 17, 36}) {
      CAPTURE(rows);
      CAPTURE(width);
      const std::size_t ld = width + 3;
      std::vector<Real> x = random_vector<Real>(rows * ld, width, -9, 9), expected = x;
      for (std::size_t r = 0; r < rows; ++r) {
        std::fill_n(&x[r * ld + width / 2], (width - 1) / 2, -std::numeric_limits<Real>::infinity());
        std::copy_n(&x[r * ld], ld, &expected[r * ld]);
        const std::span<Real> row(&expected[r * ld], width);
        softmax_forward<Real>(width, row, row);
      }
      softmax_in_place<Real>(rows, width, x.data(), ld);
      CHECK(x == expected);  // the gaps too
    }
}

TEST_CASE("softmax: analytic gradients equal differences") {
  for (std::size_t width : kWidths) {
    if (width == 1) continue;  // the only probability is 1 whatever the logit
    CAPTURE(width);
    std::vector<double> x = random_vector(3 * width, 1, -2, 2), dx(x.size()), y(x.size()), dy(x.size());
    CHECK(check_gradient(
              {{"x", x, dx}}, {{"y", y, dy}}, [&] { softmax_forward<double>(width, x, y); },
              [&] { softmax_backward<double>(width, y, dy, dx); }) == "");
  }
}

TEST_CASE("cross-entropy: the loss is PyTorch's, with ignored rows and label smoothing") {
  const std::size_t width = 5;
  const std::vector<std::int32_t> targets = {2, -1, 0, 4};
  const auto x = random_vector(4 * width, 1, -3, 3);
  for (double smoothing : {0.0, 0.1}) {
    std::vector<double> p(x.size());
    const CrossEntropy found = softmax_cross_entropy_forward<double>(width, x, targets, smoothing, p);
    double expected = 0;
    for (std::size_t r : {0, 2, 3})
      for (std::size_t j = 0; j < width; ++j) {
        const double share = (j == std::size_t(targets[r]) ? 1 - smoothing : 0) + smoothing / double(width);
        expected += share * surprise(&x[r * width], width, j) / 3;
      }
    CHECK(found.loss == doctest::Approx(expected).epsilon(1e-12));
    CHECK(found.counted == 3);
    CHECK(p[width] == doctest::Approx(std::exp(-surprise(&x[width], width, 0))));  // ignored rows have them too
  }
}

TEST_CASE("cross-entropy: hits count the first of the largest logits") {
  const std::vector<std::int32_t> targets = {1, 0, 2, -1, 1};
  const std::vector<float> x = {0, 3, 1, /**/ 5, 5, 0, /**/ 2, 0, 2, /**/ 9, 0, 0, /**/ 4, 7, 7};
  std::vector<float> p(x.size());
  const CrossEntropy found = softmax_cross_entropy_forward<float>(3, x, targets, 0, p);
  CHECK(found.hits == 3);  // rows 0, 1 and 4; row 2's first maximum stands before its target
  CHECK(found.counted == 4);
}

TEST_CASE("cross-entropy: probabilities may take the place of the logits") {
  const std::vector<std::int32_t> targets = {1, 3};
  auto x = random_vector(10, 1);
  std::vector<double> p(10);
  const double apart = softmax_cross_entropy_forward<double>(5, x, targets, 0.1, p).loss;
  CHECK(softmax_cross_entropy_forward<double>(5, x, targets, 0.1, x).loss == apart);
  CHECK(x == p);
}

TEST_CASE("cross-entropy: no counted row means no loss and no gradient") {
  const std::vector<std::int32_t> targets = {-1, -100};
  const auto x = random_vector(10, 1);
  std::vector<double> p(10), dx(10);
  const CrossEntropy found = softmax_cross_entropy_forward<double>(5, x, targets, 0, p);
  CHECK(found.loss == 0);
  CHECK(found.counted == 0);
  softmax_cross_entropy_backward<double>(5, p, targets, 0, found.counted, 1, dx);
  CHECK(dx == std::vector<double>(10));
}

TEST_CASE("cross-entropy: analytic gradients equal differences") {
  for (std::size_t width : kWidths)
    for (double smoothing : {0.0, 0.2}) {
      if (width == 1) continue;
      CAPTURE(width);
      CAPTURE(smoothing);
      const auto last = static_cast<std::int32_t>(width - 1);
      const std::vector<std::int32_t> targets = {0, -1, last, last / 2};
      std::vector<double> x = random_vector(4 * width, 2, -2, 2), dx(x.size()), p(x.size());
      const double weight = 1.7;  // of this loss in a larger one
      CHECK(check_loss_gradient(
                {{"x", x, dx}},
                [&] { return weight * softmax_cross_entropy_forward<double>(width, x, targets, smoothing, p).loss; },
                [&] { softmax_cross_entropy_backward<double>(width, p, targets, smoothing, 3, weight, dx); }) == "");
    }
}
