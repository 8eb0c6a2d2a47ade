#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "kernels/sinusoid.hpp"
#include "ops/activation.hpp"
#include "ops/add.hpp"
#include "ops/dropout.hpp"
#include "ops/embedding.hpp"
#include "ops/layer_norm.hpp"
#include "ops/linear.hpp"
#include "ops/position.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kWidths[] = {1, 3, 4, 9};  // around a register
constexpr Pass kTraining{.training = true, .seed = 5, .step = 2};

std::string gradient_mistake(Op<double>& op, std::vector<Differentiable> inputs, Tensor<double>& y,
                             const Pass& pass = {}) {
  const std::string mistake = check_gradient(
      std::move(inputs), tensors({&y}), [&] { op.forward(pass); }, [&] { op.backward(pass); });
  op.forward(pass);  // the last one was at a shifted input
  return mistake;
}

}  // namespace

TEST_CASE("embedding: rows are gathered, and gradients of repeated tokens add up") {
  for (std::size_t width : kWidths) {
    CAPTURE(width);
    Arena<double> arena;
    auto& table = arena.add("table", {4, width});
    auto& out = arena.add("out", {3, 2, width});
    const Indices tokens{"tokens", {3, 2}, {0, 3, 3, 1, 3, 0}};  // 2 never occurs
    EmbeddingOp<double> op(arena, tokens, table, out);
    arena.allocate();
    fill({&table}, 1);
    CHECK(gradient_mistake(op, tensors({&table}), out) == "");
    for (std::size_t i = 0; i < 6; ++i)
      CHECK(std::ranges::equal(out.value.subspan(i * width, width),
                               table.value.subspan(std::size_t(tokens.value[i]) * width, width)));
  }
}

TEST_CASE("linear: gradients of input, weight and both biases equal differences") {
  for (std::size_t in : kWidths)
    for (std::size_t out : kWidths)
      for (std::size_t rows : {1, 3, 8, 9}) {  // 9: more than the few that keep a transposed weight
        CAPTURE(in);
        CAPTURE(out);
        CAPTURE(rows);
        Arena<double> arena;
        auto& x = arena.add("x", {rows, in});
        auto& weight = arena.add("weight", {out, in});
        auto& bias = arena.add("bias", {out});
        auto& second = arena.add("second_bias", {out});
        auto& y = arena.add("y", {rows, out});
        LinearOp<double> op(arena, x, weight, &bias, &second, y);
        arena.allocate();
        fill({&x, &weight, &bias, &second}, 1);
        CHECK(gradient_mistake(op, tensors({&x, &weight, &bias, &second}), y) == "");
        double expected = bias.value[0] + second.value[0];
        for (std::size_t j = 0; j < in; ++j) expected += x.value[j] * weight.value[j];
        CHECK(y.value[0] == doctest::Approx(expected));
      }
}

TEST_CASE("linear: biases may be absent, either of them, and so may the input's gradient") {
  for (std::size_t rows : {2, 10}) {
    Arena<double> arena;
    auto& x = arena.add("x", {rows, 3}, Grad::no);
    auto& weight = arena.add("weight", {4, 3});
    auto& bias = arena.add("bias", {4});
    auto& y = arena.add("y", {rows, 4});
    LinearOp<double> none(arena, x, weight, nullptr, nullptr, y), second(arena, x, weight, nullptr, &bias, y);
    arena.allocate();
    fill({&x, &weight, &bias}, 1);
    CHECK(gradient_mistake(none, tensors({&weight}), y) == "");
    const double without = y.value[1];
    CHECK(gradient_mistake(second, tensors({&weight, &bias}), y) == "");
    CHECK(y.value[1] == doctest::Approx(without + bias.value[1]));
  }
}

TEST_CASE("linear: few rows have the bits of many, and keep the weight while it is unchanged") {
  Arena<float> arena;
  auto& many = arena.add("many", {20, 9});
  auto& one = arena.add("one", {1, 9});
  auto& weight = arena.add("weight", {13, 9});
  auto& bias = arena.add("bias", {13});
  auto& y_many = arena.add("y_many", {20, 13});
  auto& y_one = arena.add("y_one", {1, 13});
  LinearOp<float> op_many(arena, many, weight, &bias, nullptr, y_many),
      op_one(arena, one, weight, &bias, nullptr, y_one);
  arena.allocate();
  fill({&many, &weight, &bias}, 1);
  std::ranges::copy(many.value.subspan(7 * 9, 9), one.value.begin());
  op_many.forward({});
  op_one.forward({});
  const auto expected = copy(y_many.value.subspan(7 * 13, 13));
  CHECK(std::ranges::equal(expected, y_one.value));
  std::ranges::fill(weight.value, 0.f);
  Pass unchanged;
  unchanged.weights_changed = false;
  op_one.forward(unchanged);
  CHECK(std::ranges::equal(expected, y_one.value));
  op_one.forward({});
  CHECK(std::ranges::equal(bias.value, y_one.value));
}

TEST_CASE("activation: gradients equal differences for every function") {
  for (Activation f :
       {Activation::tanh, Activation::sigmoid, Activation::relu, Activation::gelu, Activation::gelu_tanh})
    for (std::size_t width : kWidths) {
      CAPTURE(int(f));
      CAPTURE(width);
      Arena<double> arena;
      auto& x = arena.add("x", {3, width});
      auto& y = arena.add("y", {3, width});
      ActivationOp<double> op(arena, f, x, y);
      arena.allocate();
      fill({&x}, 1);
      CHECK(gradient_mistake(op, tensors({&x}), y) == "");
    }
}

TEST_CASE("add: both inputs receive the gradient, also when they are one") {
  Arena<double> arena;
  auto& a = arena.add("a", {2, 5});
  auto& b = arena.add("b", {2, 5});
  auto& y = arena.add("y", {2, 5});
  AddOp<double> different(arena, a, b, y), same(arena, a, a, y);
  arena.allocate();
  fill({&a, &b}, 1);
  CHECK(gradient_mistake(different, tensors({&a, &b}), y) == "");
  CHECK(gradient_mistake(same, tensors({&a}), y) == "");
  CHECK(y.value[3] == 2 * a.value[3]);
}

TEST_CASE("layer norm: gradients of input, weight and bias equal differences") {
  for (std::size_t width : {2, 3, 4, 9}) {  // a row of one is a constant
    CAPTURE(width);
    Arena<double> arena;
    auto& x = arena.add("x", {3, 2, width});
    auto& weight = arena.add("weight", {width});
    auto& bias = arena.add("bias", {width});
    auto& y = arena.add("y", {3, 2, width});
    LayerNormOp<double> op(arena, x, weight, bias, y, 1e-3);
    arena.allocate();
    fill({&x, &weight, &bias}, 1);
    CHECK(gradient_mistake(op, tensors({&x, &weight, &bias}), y) == "");
  }
}

TEST_CASE("dropout: gradients equal differences while training, and nothing is dropped otherwise") {
  for (std::size_t width : kWidths) {
    Arena<double> arena;
    auto& x = arena.add("x", {30, width});
    auto& y = arena.add("y", {30, width});
    DropoutOp<double> op(arena, x, y, 0.4, 7), other(arena, x, y, 0.4, 8);
    arena.allocate();
    fill({&x}, 1);
    CHECK(gradient_mistake(op, tensors({&x}), y, kTraining) == "");
    const auto dropped = copy(y.value);
    CHECK(std::ranges::count(dropped, 0.0) > 0);
    CHECK(std::ranges::count(dropped, 0.0) < std::ptrdiff_t(dropped.size()));
    other.forward(kTraining);
    CHECK(!std::ranges::equal(dropped, y.value));
    CHECK(gradient_mistake(op, tensors({&x}), y) == "");
    CHECK(std::ranges::equal(x.value, y.value));
  }
}

TEST_CASE("positions: gradients equal differences, from the start and from an offset") {
  for (std::size_t width : kWidths)
    for (std::int32_t first : {0, 2}) {
      CAPTURE(width);
      CAPTURE(first);
      const Indices offset{"offset", {1}, {first}};
      Arena<double> arena;
      auto& x = arena.add("x", {2, 3, width});
      auto& table = arena.add("table", {6, width});
      auto& y = arena.add("y", {2, 3, width});
      LearnedPositionOp<double> learned(arena, x, table, y, &offset);
      SinusoidalPositionOp<double> sinusoidal(arena, x, y, 6, &offset);
      arena.allocate();
      fill({&x, &table}, 1);
      CHECK(gradient_mistake(learned, tensors({&x, &table}), y) == "");
      CHECK(y.value[width] == x.value[width] + table.value[(std::size_t(first) + 1) * width]);
      CHECK(gradient_mistake(sinusoidal, tensors({&x}), y) == "");
      CHECK(y.value[width] == doctest::Approx(x.value[width] + std::sin(first + 1.0)).epsilon(1e-12));
    }
}

TEST_CASE("sine: equals the standard library's to 1e-13 up to a thousand") {
  for (double x = 0; x < 1000; x += 0.37) CHECK(std::abs(sine(x) - std::sin(x)) < 1e-13);
  CHECK(sine(-1.25) == -sine(1.25));
}

TEST_CASE("sine: what has no turns that could be counted has no sine") {
  const double infinity = std::numeric_limits<double>::infinity();
  for (double x : {infinity, -infinity, std::nan(""), 1e300, -1e300}) CHECK(std::isnan(sine(x)));
  CHECK(std::isfinite(sine(1e15)));
}

TEST_CASE("sinusoidal positions: equal the formula") {
  std::vector<double> table(50 * 7);
  sinusoidal_positions<double>(7, table);
  for (std::size_t p = 0; p < 50; ++p)
    for (std::size_t j = 0; j < 7; ++j) {
      const double angle = double(p) / std::pow(10000.0, double(j / 2 * 2) / 7.0);
      CHECK(std::abs(table[p * 7 + j] - (j % 2 == 0 ? std::sin(angle) : std::cos(angle))) < 1e-13);
    }
}

TEST_CASE("ops: shapes that do not fit are refused when the op is built, by name") {
  Arena<double> arena;
  auto& x = arena.add("x", {3, 4});
  auto& y = arena.add("y", {3, 5});
  auto& square = arena.add("square", {4, 4});
  auto& bias = arena.add("bias", {5});
  const Indices tokens{"tokens", {2}, {0, 1}};
  CHECK_THROWS_WITH_AS(LinearOp<double>(arena, x, square, nullptr, nullptr, y),
                       doctest::Contains("y: [3,5] was given where 3 rows of 4 is needed."), Error);
  CHECK_THROWS_AS(LinearOp<double>(arena, x, square, &bias, nullptr, x), Error);
  CHECK_THROWS_AS(EmbeddingOp<double>(arena, tokens, square, x), Error);
  CHECK_THROWS_AS(ActivationOp<double>(arena, Activation::relu, x, y), Error);
  CHECK_THROWS_AS(AddOp<double>(arena, x, y, x), Error);
  CHECK_THROWS_AS(LayerNormOp<double>(arena, x, bias, bias, x), Error);
  CHECK_THROWS_AS(DropoutOp<double>(arena, x, y, 0.1, 1), Error);
  CHECK_THROWS_AS(DropoutOp<double>(arena, x, x, 1.0, 1), Error);
  CHECK_THROWS_AS(LearnedPositionOp<double>(arena, x, square, x), Error);
}
