// Sums over more positions than a batch mostly has, in float against double: terms that are much alike, whose rounding
// errors do not cancel.
#include "kernels/long_sum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "kernels/conv.hpp"
#include "kernels/embedding.hpp"
#include "kernels/layer_norm.hpp"
#include "kernels/linear.hpp"
#include "kernels/rms_norm.hpp"
#include "support/random_vector.hpp"

using namespace unrolled;
using test::random_vector;

namespace {

constexpr std::size_t kPositions = 120000;

template <class Real>
std::vector<Real> alike(std::size_t n, std::uint64_t seed) {
  std::vector<Real> x(n);
  Rng rng(seed);
  for (Real& v : x) v = Real(float(rng.uniform(0.1, 0.101)));  // the same for both
  return x;
}

/// The largest error of a as a part of b.
double error(const std::vector<float>& a, const std::vector<double>& b) {
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::abs(double(a[i]) - b[i]) / std::abs(b[i]));
  return worst;
}

constexpr double kClose = 4e-6;

template <class Real>
struct Gradients {
  std::vector<Real> weight, bias;
};

template <class Real>
Gradients<Real> of_linear(LinearDims d) {
  const auto x = alike<Real>(d.rows * d.in, 1), dy = alike<Real>(d.rows * d.out, 2);
  Gradients<Real> g{std::vector<Real>(d.out * d.in), std::vector<Real>(d.out)};
  linear_backward<Real>(d, x, g.weight, dy, {}, g.weight, g.bias);
  return g;
}

template <class Real>
Gradients<Real> of_convolution(ConvDims d) {
  const auto x = alike<Real>(d.batch * d.height * d.width * d.in, 1), dy = alike<Real>(d.rows() * d.out, 2);
  std::vector<Real> arranged(d.patch() * d.out), panel(conv_panel_rows(d) * d.patch()), darranged(arranged.size());
  Gradients<Real> g{std::vector<Real>(arranged.size()), std::vector<Real>(d.out)};
  conv_backward<Real>(d, {}, x, arranged, dy, panel, darranged, {}, g.weight, g.bias);
  return g;
}

template <class Real>
Gradients<Real> of_layer_norm(std::size_t width) {
  const auto x = alike<Real>(kPositions * width, 1), dy = alike<Real>(kPositions * width, 2);
  const std::vector<Real> mean(kPositions), rstd(kPositions, Real(1)), weight(width, Real(1));
  std::vector<Real> dx(x.size());
  Gradients<Real> g{std::vector<Real>(width), std::vector<Real>(width)};
  layer_norm_backward<Real>(x, weight, mean, rstd, dy, dx, g.weight, g.bias);
  return g;
}

template <class Real>
Gradients<Real> of_rms_norm(std::size_t width) {
  const auto x = alike<Real>(kPositions * width, 1), dy = alike<Real>(kPositions * width, 2);
  const std::vector<Real> scale(kPositions, Real(1)), weight(width, Real(1));
  std::vector<Real> dx(x.size());
  Gradients<Real> g{std::vector<Real>(width), {}};
  rms_norm_backward<Real>(x, weight, scale, dy, dx, g.weight);
  return g;
}

template <class Real>
Gradients<Real> of_embedding(std::size_t width, std::size_t symbols) {
  const auto dy = alike<Real>(kPositions * width, 2);
  std::vector<std::int32_t> ids(kPositions);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = std::int32_t(i % 7 == 0 ? i % symbols : 1);
  Gradients<Real> g{std::vector<Real>(symbols * width), {}};
  embedding_backward<Real>(width, ids, dy, g.weight);
  return g;
}

void check(const Gradients<float>& found, const Gradients<double>& expected) {
  CHECK(error(found.weight, expected.weight) < kClose);
  CHECK(error(found.bias, expected.bias) < kClose);
}

}  // namespace

TEST_CASE("long sums: gradients of a linear layer, tall, wide and narrow, keep six digits") {
  for (const LinearDims d :
       {LinearDims{kPositions, 1, 1}, LinearDims{kPositions, 5, 3}, LinearDims{kPositions, 20, 70}}) {
    CAPTURE(d.in);
    check(of_linear<float>(d), of_linear<double>(d));
  }
}

TEST_CASE("long sums: gradients of a convolution keep six digits") {
  const ConvDims d{120, 1, 1000, 3, 5, 1, 1};
  check(of_convolution<float>(d), of_convolution<double>(d));
}

TEST_CASE("long sums: gains and biases of norms keep six digits") {
  for (std::size_t width : {1, 6, 131}) {
    CAPTURE(width);
    check(of_layer_norm<float>(width), of_layer_norm<double>(width));
    check(of_rms_norm<float>(width), of_rms_norm<double>(width));
  }
}

TEST_CASE("long sums: rows of an embedding keep six digits") {
  for (std::size_t width : {1, 6, 35}) {
    CAPTURE(width);
    check(of_embedding<float>(width, 9), of_embedding<double>(width, 9));
  }
}

TEST_CASE("long sums: a column of no more terms than batches have is added up in order") {
  const auto x = random_vector<float>(kLongSum * 5, 3);
  std::vector<float> sums(5), expected(5);
  add_column_sums<float>(x, sums);
  for (std::size_t i = 0; i < x.size(); ++i) expected[i % 5] += x[i];
  CHECK(sums == expected);
  const auto one_more = random_vector<float>((kLongSum + 1) * 5, 3);
  std::vector<float> parts(5);
  add_column_sums<float>(one_more, parts);
  std::ranges::fill(expected, 0.0F);
  for (std::size_t first = 0; first < one_more.size(); first += kPartSum * 5) {
    float part[5] = {};
    for (std::size_t i = first; i < std::min(one_more.size(), first + kPartSum * 5); ++i) part[i % 5] += one_more[i];
    for (std::size_t j = 0; j < 5; ++j) expected[j] += part[j];
  }
  CHECK(parts == expected);
}
