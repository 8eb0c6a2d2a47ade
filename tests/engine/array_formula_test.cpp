// Kernels against the formulas of their papers, written as array expressions. Every reduction is stored before it is
// broadcast: used within an expression, xtensor 0.27 reads it at the wrong places.
#include <doctest/doctest.h>

#include <array>
#include <xtensor/containers/xadapt.hpp>
#include <xtensor/containers/xtensor.hpp>
#include <xtensor/core/xmath.hpp>
#include <xtensor/views/xview.hpp>

#include "kernels/layer_norm.hpp"
#include "kernels/linear.hpp"
#include "kernels/softmax.hpp"
#include "support/random_vector.hpp"

using namespace unrolled;
using unrolled::test::random_vector;
using Matrix = xt::xtensor<double, 2>;
using Row = xt::xtensor<double, 1>;

namespace {

Matrix matrix_of(const std::vector<double>& values, std::size_t rows, std::size_t width) {
  return xt::adapt(values, std::array<std::size_t, 2>{rows, width});
}

Row row_of(const std::vector<double>& values) { return xt::adapt(values, std::array<std::size_t, 1>{values.size()}); }

double largest_difference(const Matrix& a, const Matrix& b) { return xt::amax(xt::abs(a - b))(); }

Matrix softmax_of(const Matrix& x) {
  const Matrix top = xt::amax(x, {1}, xt::keep_dims);
  const Matrix e = xt::exp(x - top);
  const Matrix total = xt::sum(e, {1}, xt::keep_dims);
  return e / total;
}

}  // namespace

TEST_CASE("formula: softmax is exp(x) over its row's sum") {
  for (std::size_t width : {1, 3, 4, 9, 17}) {
    CAPTURE(width);
    const auto x = random_vector(5 * width, 3, -4, 4);
    std::vector<double> y(x.size());
    softmax_forward<double>(width, x, y);
    CHECK(largest_difference(matrix_of(y, 5, width), softmax_of(matrix_of(x, 5, width))) < 1e-14);
  }
}

TEST_CASE("formula: layer norm subtracts the mean, divides by the deviation, scales and shifts") {
  for (std::size_t width : {2, 4, 9, 17}) {
    CAPTURE(width);
    const auto x = random_vector(5 * width, 4), weight = random_vector(width, 5), bias = random_vector(width, 6);
    std::vector<double> y(x.size()), mean(5), rstd(5);
    layer_norm_forward<double>(x, weight, bias, y, mean, rstd);
    const Matrix average = xt::mean(matrix_of(x, 5, width), {1}, xt::keep_dims);
    const Matrix centred = matrix_of(x, 5, width) - average;
    const Matrix deviation = xt::sqrt(xt::mean(xt::square(centred), {1}, xt::keep_dims) + kLayerNormEps);
    const Matrix expected = centred / deviation * row_of(weight) + row_of(bias);
    CHECK(largest_difference(matrix_of(y, 5, width), expected) < 1e-13);
  }
}

TEST_CASE("formula: a linear layer is the sum over inputs of x times weight, plus the bias") {
  for (std::size_t in : {1, 4, 9}) {
    CAPTURE(in);
    const std::size_t rows = 5, out = 7;
    const auto x = random_vector(rows * in, 7), weight = random_vector(out * in, 8), bias = random_vector(out, 9);
    std::vector<double> y(rows * out);
    linear_forward<double>({rows, in, out}, x, weight, bias, y);
    const auto inputs = xt::view(matrix_of(x, rows, in), xt::all(), xt::newaxis(), xt::all());
    const xt::xtensor<double, 3> products = inputs * matrix_of(weight, out, in);
    const Matrix expected = xt::sum(products, {2}) + row_of(bias);
    CHECK(largest_difference(matrix_of(y, rows, out), expected) < 1e-14);
  }
}

TEST_CASE("formula: cross-entropy is the mean of minus the log of what softmax gives the targets") {
  const std::size_t rows = 6, width = 9;
  const auto logits = random_vector(rows * width, 10, -3, 3);
  const std::vector<std::int32_t> targets = {0, 8, 3, 3, 5, 1};
  std::vector<double> probabilities(logits.size());
  const double loss = softmax_cross_entropy_forward<double>(width, logits, targets, 0, probabilities).loss;
  const Matrix log_p = xt::log(softmax_of(matrix_of(logits, rows, width)));
  double expected = 0;
  for (std::size_t r = 0; r < rows; ++r) expected -= log_p(r, static_cast<std::size_t>(targets[r])) / double(rows);
  CHECK(loss == doctest::Approx(expected).epsilon(1e-13));
}
