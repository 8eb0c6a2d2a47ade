// What enters a plan as numbers and what ends one with them: values, squared error, mixtures of Gaussians.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "ops/mixture.hpp"
#include "ops/squared_error.hpp"
#include "ops/values.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t kWidths[] = {1, 3, 4, 9};

struct Squares {
  Arena<double> arena;
  Tensor<double>& y;
  Tensor<double>& loss;
  Values targets;
  SquaredErrorOp<double> op;

  Squares(std::size_t rows, std::size_t width, double tolerance = 0)
      : y(arena.add("y", {rows, width})),
        loss(arena.add("loss", {1})),
        targets{"targets", {rows, width}, random_vector<float>(rows * width, 3)},
        op(arena, y, targets, loss, tolerance) {
    arena.allocate();
    fill({&y}, 1);
  }
  void leave_out(std::size_t row) { targets.value[row * y.shape.last()] = kNaN; }
  double operator()() {
    op.forward({});
    return loss.value[0];
  }
  std::string mistake(const std::function<void()>& backward) {
    return check_loss_gradient(
        tensors({&y}), [&] { return (*this)(); }, backward);
  }
};

constexpr std::int32_t kLengths[] = {3, 1, 2};  // the second set only fills up the batch

struct Mixture {
  std::size_t k;
  BatchDims dims{3, 4};
  Layout layout;
  Arena<double> arena;
  Tensor<double>& y;
  Tensor<double>& loss;
  Values points;
  Indices lengths;
  MixtureOp<double> op;

  Mixture(std::size_t gaussians, Layout order)
      : k(gaussians),
        layout(order),
        y(arena.add("y", {3, 5 * k})),
        loss(arena.add("loss", {1})),
        points{"points", {12, 2}, std::vector<float>(24)},
        lengths{"lengths", {3}, {std::begin(kLengths), std::end(kLengths)}},
        op(arena, y, points, lengths, loss, layout) {
    arena.allocate();
    fill({&y}, 1);
    const std::vector<float> drawn = random_vector<float>(24, 5, -2, 2);
    for (std::size_t b = 0; b < 3; ++b)
      for (std::size_t t = 0; t < 4; ++t)
        for (std::size_t axis = 0; axis < 2; ++axis) point(b, t)[axis] = drawn[(b * 4 + t) * 2 + axis];
  }
  float* point(std::size_t b, std::size_t t) { return &points.value[2 * position_index(layout, dims, b, t)]; }
  double operator()() {
    op.forward({});
    return loss.value[0];
  }
  std::string mistake(const std::function<void()>& backward) {
    return check_loss_gradient(
        tensors({&y}), [&] { return (*this)(); }, backward);
  }

  /// Straight from the formula.
  double expected() {
    double sum = 0, count = 0;
    for (std::size_t b : {0, 2})
      for (std::size_t t = 0; t < std::size_t(kLengths[b]); ++t, ++count) sum -= std::log(density(b, point(b, t)));
    return sum / count;
  }
  double density(std::size_t b, const float* x) {
    const double* raw = &y.value[b * 5 * k];
    double total = 0, all = 0;
    for (std::size_t i = 0; i < k; ++i) all += std::exp(raw[i]);
    for (std::size_t i = 0; i < k; ++i) {
      double part = std::exp(raw[i]) / all;
      for (std::size_t axis = 0; axis < 2; ++axis) {
        const double sigma = std::log1p(std::exp(raw[3 * k + 2 * i + axis])) + 0.01;
        const double z = (x[axis] - raw[k + 2 * i + axis]) / sigma;
        part *= std::exp(-z * z / 2) / (sigma * std::sqrt(2 * 3.14159265358979323846));
      }
      total += part;
    }
    return total;
  }
};

constexpr Layout kLayouts[] = {Layout::time_major, Layout::batch_major};

}  // namespace

TEST_CASE("values: are copied before each run, in whatever shape their rows have") {
  Arena<double> arena;
  auto& y = arena.add("y", {2, 3, 2}, Grad::no);
  auto& narrow = arena.add("narrow", {3, 4});
  Values values{"values", {6, 2}, random_vector<float>(12, 1)};
  ValuesOp<double> op(arena, values, y);
  CHECK_THROWS_AS(ValuesOp<double>(arena, values, narrow), Error);
  arena.allocate();
  for (float first : {0.5F, -2.0F}) {
    values.value[0] = first;
    op.forward({});
    op.backward({});
    CHECK(y.value[0] == first);
    CHECK(y.value[11] == values.value[11]);
  }
}

TEST_CASE("squared error: gradients equal differences, with rows left out") {
  for (std::size_t width : kWidths) {
    CAPTURE(width);
    Squares squares(5, width);
    squares.leave_out(1);
    squares.leave_out(4);
    CHECK(squares.mistake([&] { squares.op.backward({}); }) == "");
  }
}

TEST_CASE("squared error: a backward that divides by all rows, or forgets those left out, is caught") {
  Squares squares(5, 3);
  squares.leave_out(1);
  const auto twin = [&](std::size_t counted, std::vector<float> targets) {
    return squares.mistake(
        [&] { squared_error_backward<double>(3, squares.y.value, targets, counted, 1.0, squares.y.grad); });
  };
  CHECK(twin(4, squares.targets.value) == "");
  CHECK(twin(5, squares.targets.value) != "");
  std::vector<float> forgetful = squares.targets.value;
  forgetful[3] = 0;
  CHECK(twin(4, forgetful) != "");
}

TEST_CASE("squared error: is the mean over the rows that count and their columns, and counts near answers") {
  Squares squares(4, 2, 0.5);
  squares.leave_out(2);
  std::ranges::copy(std::vector<double>{1, 2, 0, 0, 7, 7, 3, 1}, squares.y.value.begin());
  std::ranges::copy(std::vector<float>{1.5F, 2, 0, 0.75F, kNaN, 7, 3, 1}, squares.targets.value.begin());
  CHECK(squares() == doctest::Approx((0.25 + 0.5625) / 6));
  CHECK(squares.op.counted() == 3);
  CHECK(squares.op.correct() == 2);
  Squares strict(1, 1);  // without a tolerance nothing is right
  strict.targets.value[0] = float(strict.y.value[0] = 0.5);
  CHECK(strict() == 0);
  CHECK(strict.op.correct() == 0);
}

TEST_CASE("squared error: nothing counted is no loss and no gradient; otherwise backward starts by itself") {
  Squares squares(2, 3);
  squares();
  squares.op.backward({});
  CHECK(squares.loss.grad[0] == 1);
  squares.leave_out(0);
  squares.leave_out(1);
  std::ranges::fill(squares.y.grad, 0.0);
  CHECK(squares() == 0);
  squares.op.backward({});
  CHECK(std::ranges::all_of(squares.y.grad, [](double g) { return g == 0; }));
}

TEST_CASE("squared error: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto& y = arena.add("y", {2, 3, 2});
  auto& loss = arena.add("loss", {1});
  const Values six{"targets", {6, 2}, std::vector<float>(12)}, wide{"targets", {3, 4}, std::vector<float>(12)};
  CHECK_NOTHROW(SquaredErrorOp<double>(arena, y, six, loss));
  CHECK_THROWS_AS(SquaredErrorOp<double>(arena, y, wide, loss), Error);
  CHECK_THROWS_AS(SquaredErrorOp<double>(arena, y, six, y), Error);
  CHECK_THROWS_AS(SquaredErrorOp<double>(arena, y, six, loss, -1), Error);
}

TEST_CASE("mixture: the loss is minus the mean log density, by the formula") {
  for (Layout layout : kLayouts)
    for (std::size_t k : kWidths) {
      CAPTURE(k);
      Mixture mixture(k, layout);
      CHECK(mixture() == doctest::Approx(mixture.expected()).epsilon(1e-12));
      CHECK(mixture.op.counted() == 5);
    }
}

TEST_CASE("mixture: gradients equal differences, in both layouts") {
  for (Layout layout : kLayouts)
    for (std::size_t k : kWidths) {
      CAPTURE(k);
      Mixture mixture(k, layout);
      CHECK(mixture.mistake([&] { mixture.op.backward({}); }) == "");
    }
}

TEST_CASE("mixture: a backward with equal shares or the wrong number of points is caught") {
  Mixture mixture(3, Layout::batch_major);
  mixture();
  const Tensor<double>& gaussians = mixture.op.gaussians();
  const PointSets sets{mixture.dims, mixture.layout, mixture.points.value, mixture.lengths.value};
  std::vector<double> shares(12 * 3);
  mixture_forward<double>(3, sets, gaussians.value, shares);
  const auto twin = [&](std::size_t counted, const std::vector<double>& r) {
    return mixture.mistake(
        [&] { mixture_backward<double>(3, sets, mixture.y.value, gaussians.value, r, counted, 1.0, mixture.y.grad); });
  };
  CHECK(twin(5, shares) == "");
  CHECK(twin(6, shares) != "");
  CHECK(twin(5, std::vector<double>(shares.size(), 1.0 / 3)) != "");
}

TEST_CASE("mixture: padding and sets that only fill up a batch do not matter") {
  for (Layout layout : kLayouts) {
    Mixture mixture(4, layout);
    const double before = mixture();
    for (float* p : {mixture.point(0, 3), mixture.point(1, 0), mixture.point(1, 2), mixture.point(2, 2)}) p[0] = 1e6F;
    CHECK(mixture() == before);
    mixture.op.backward({});
    for (std::size_t i = 0; i < 20; ++i) CHECK(mixture.y.grad[20 + i] == 0);
    std::ranges::fill(mixture.lengths.value, 1);
    CHECK(mixture() == 0);
    CHECK(mixture.op.counted() == 0);
  }
}

TEST_CASE("mixture: hopeless answers keep the loss and its gradient finite, in float") {
  Arena<float> arena;
  auto& y = arena.add("y", {1, 10});
  auto& loss = arena.add("loss", {1});
  const Values points{"points", {2, 2}, {3, 4, 100, -100}};
  const Indices lengths{"lengths", {1}, {2}};
  MixtureOp<float> op(arena, y, points, lengths, loss, Layout::batch_major);
  arena.allocate();
  std::ranges::copy(std::vector<float>{200, -200, 0, 0, 3, 4, -300, -300, -300, -300}, y.value.begin());
  op.forward({});
  op.backward({});
  CHECK(std::isfinite(loss.value[0]));
  CHECK(loss.value[0] > 1000);
  CHECK(std::ranges::all_of(y.grad, [](float g) { return std::isfinite(g); }));
}

TEST_CASE("mixture: taps weights, means and deviations") {
  Mixture mixture(3, Layout::time_major);
  mixture();
  const Tap<double> tap = mixture.op.taps().at(0);
  CHECK(tap.name == "mixture");
  CHECK(tap.shape == Shape{3, 3, 5});
  for (std::size_t b = 0; b < 3; ++b) {
    const double* g = &tap.data[b * 15];
    CHECK(g[0] + g[5] + g[10] == doctest::Approx(1));
    CHECK(g[6] == mixture.y.value[b * 15 + 5]);
    CHECK(g[9] == doctest::Approx(std::log1p(std::exp(mixture.y.value[b * 15 + 12])) + 0.01));
  }
}

TEST_CASE("mixture: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto& y = arena.add("y", {2, 10});
  auto& odd = arena.add("odd", {2, 9});
  auto& loss = arena.add("loss", {1});
  const Values points{"points", {6, 2}, std::vector<float>(12)}, five{"points", {5, 2}, std::vector<float>(10)},
      solid{"points", {4, 3}, std::vector<float>(12)};
  const Indices lengths{"lengths", {2}, {3, 3}}, many{"lengths", {3}, {2, 2, 2}};
  const auto built = [&](Tensor<double>& answer, const Values& x, const Indices& n, Tensor<double>& l) {
    MixtureOp<double>(arena, answer, x, n, l, Layout::batch_major);
  };
  CHECK_NOTHROW(built(y, points, lengths, loss));
  CHECK_THROWS_AS(built(odd, points, lengths, loss), Error);
  CHECK_THROWS_WITH_AS(built(arena.add("none", {2, 4}), points, lengths, loss),
                       doctest::Contains("5 columns for each Gaussian"), Error);
  CHECK_THROWS_AS(built(y, five, lengths, loss), Error);
  CHECK_THROWS_AS(built(y, solid, lengths, loss), Error);
  CHECK_THROWS_AS(built(y, points, many, loss), Error);
  CHECK_THROWS_AS(built(y, points, lengths, y), Error);
}
