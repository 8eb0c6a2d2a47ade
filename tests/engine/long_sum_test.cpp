// Sums over more positions than a batch mostly has, in float against double: terms that are much alike, whose rounding
// errors do not cancel.
#include "kernels/long_sum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "kernels/conv.hpp"
#include "kernels/embedding.hpp"
#include "kernels/gemm.hpp"
#include "kernels/layer_norm.hpp"
#include "kernels/linear.hpp"
#include "kernels/rms_norm.hpp"
#include "ops/linear.hpp"
#include "support/fill.hpp"
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

constexpr std::size_t kWhole = 3 * kLongSum - 5, kPiece = kLongSum / 2;  // a long sum, and one that is not
constexpr double kRounding = 1e-12;

/// Rows of `data` from `first`, `count` of them, each `width` wide.
template <class T>
std::span<const T> rows_of(const std::vector<T>& data, std::size_t width, std::size_t first, std::size_t count) {
  return std::span(data).subspan(first * width, count * width);
}

/// Gradients of `sizes` elements that `add(first, count, gradients)` adds up of kWhole rows at once are those of the
/// pieces, none of which is a long sum.
template <class Add>
void check_pieces(std::vector<std::size_t> sizes, Add add, std::size_t rows = kWhole, std::size_t piece = kPiece) {
  std::vector<std::vector<double>> whole, pieces;
  for (const std::size_t size : sizes) whole.push_back(random_vector<double>(size, 9));  // it is added to
  pieces = whole;
  add(0, rows, whole);
  for (std::size_t first = 0; first < rows; first += piece) add(first, std::min(piece, rows - first), pieces);
  for (std::size_t g = 0; g < whole.size(); ++g)
    for (std::size_t i = 0; i < whole[g].size(); ++i)
      CHECK(whole[g][i] == doctest::Approx(pieces[g][i]).epsilon(kRounding));
}
using Sums = std::vector<std::vector<double>>;

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

TEST_CASE("long sums: gradients of a linear layer and an embedding are those of the batch in pieces") {
  constexpr std::size_t in = 5, out = 37;
  const auto x = random_vector<double>(kWhole * in, 1), dy = random_vector<double>(kWhole * out, 2);
  check_pieces({out * in, out}, [&](std::size_t first, std::size_t count, Sums& g) {
    linear_parameters_backward<double>({count, in, out}, rows_of(x, in, first, count), rows_of(dy, out, first, count),
                                       g[0], g[1]);
  });
  std::vector<std::int32_t> ids(kWhole);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = std::int32_t(i * i % 7);
  check_pieces({7 * out}, [&](std::size_t first, std::size_t count, Sums& g) {
    embedding_backward<double>(out, rows_of(ids, 1, first, count), rows_of(dy, out, first, count), g[0]);
  });
}

TEST_CASE("long sums: gradients of norms are those of the batch in pieces") {
  constexpr std::size_t width = 131;
  const auto x = random_vector<double>(kWhole * width, 1), dy = random_vector<double>(kWhole * width, 2);
  const auto mean = random_vector<double>(kWhole, 3), scale = random_vector<double>(kWhole, 4);
  const std::vector<double> weight(width, 1);
  check_pieces({width, width}, [&](std::size_t first, std::size_t count, Sums& g) {
    std::vector<double> dx(count * width);
    layer_norm_backward<double>(rows_of(x, width, first, count), weight, rows_of(mean, 1, first, count),
                                rows_of(scale, 1, first, count), rows_of(dy, width, first, count), dx, g[0], g[1]);
  });
  check_pieces({width}, [&](std::size_t first, std::size_t count, Sums& g) {
    std::vector<double> dx(count * width);
    rms_norm_backward<double>(rows_of(x, width, first, count), weight, rows_of(scale, 1, first, count),
                              rows_of(dy, width, first, count), dx, g[0]);
  });
}

TEST_CASE("long sums: gradients of a convolution are those of the batch in pieces") {
  constexpr std::size_t length = 100, batch = 250;  // 25,000 positions
  ConvDims d{batch, 1, length, 3, 5, 1, 3};
  d.left = 2;
  const auto x = random_vector<double>(batch * length * d.in, 1), dy = random_vector<double>(d.rows() * d.out, 2);
  const auto add = [&](std::size_t first, std::size_t count, Sums& g) {
    ConvDims part = d;
    part.batch = count;
    std::vector<double> arranged(d.patch() * d.out), panel(conv_panel_rows(part) * d.patch()),
        darranged(arranged.size());
    conv_backward<double>(part, {}, rows_of(x, length * d.in, first, count), arranged,
                          rows_of(dy, length * d.out, first, count), panel, darranged, {}, g[0], g[1]);
  };
  check_pieces({d.patch() * d.out, d.out}, add, batch, 40);
}

TEST_CASE("long sums: the op of a linear layer adds to each gradient once, and passes on what it adds to") {
  constexpr std::size_t rows = kLongSum + 100, in = 3, out = 5;
  Arena<double> arena;
  auto &x = arena.add("x", {rows, in}), &weight = arena.add("weight", {out, in}), &bias = arena.add("bias", {out}),
       &residual = arena.add("residual", {rows, out}), &y = arena.add("y", {rows, out});
  LinearOp<double> op(arena, x, weight, &bias, nullptr, y, {.residual = &residual});
  arena.allocate();
  test::fill({&x, &weight, &bias, &residual, &y}, 1);
  std::ranges::copy(random_vector(rows * out, 7), y.grad.begin());
  op.forward({});
  op.backward({});
  for (std::size_t o = 0; o < out; ++o) {
    std::vector<double> sums(in + 1);  // of dy x, and of dy
    for (std::size_t row = 0; row < rows; ++row) {
      const double dy = y.grad[row * out + o];
      for (std::size_t i = 0; i < in; ++i) sums[i] += dy * x.value[row * in + i];
      sums[in] += dy;
    }
    for (std::size_t i = 0; i < in; ++i) CHECK(weight.grad[o * in + i] == doctest::Approx(sums[i]).epsilon(kRounding));
    CHECK(bias.grad[o] == doctest::Approx(sums[in]).epsilon(kRounding));
  }
  CHECK(std::ranges::equal(residual.grad, y.grad));
  for (std::size_t at : {std::size_t(0), rows * in - 1}) {
    double sum = 0;
    for (std::size_t o = 0; o < out; ++o) sum += y.grad[at / in * out + o] * weight.value[o * in + at % in];
    CHECK(x.grad[at] == doctest::Approx(sum).epsilon(kRounding));
  }
}

TEST_CASE("long sums: a product of many rows is written or added to, as asked") {
  constexpr std::size_t m = 3, n = 70;
  const auto a = random_vector<double>(kWhole * m, 1), b = random_vector<double>(kWhole * n, 2);
  const std::vector<double> before = random_vector<double>(m * n, 3);
  for (const Accumulate accumulate : {Accumulate::no, Accumulate::yes}) {
    std::vector<double> c = before;
    gemm_tn(m, n, kWhole, a.data(), m, b.data(), n, c.data(), n, accumulate);
    for (std::size_t i = 0; i < m; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        double sum = accumulate == Accumulate::yes ? before[i * n + j] : 0;
        for (std::size_t row = 0; row < kWhole; ++row) sum += a[row * m + i] * b[row * n + j];
        CHECK(c[i * n + j] == doctest::Approx(sum).epsilon(kRounding));
      }
  }
}
