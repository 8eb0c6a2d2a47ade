#include <doctest/doctest.h>

#include <cmath>

#include "core/error.hpp"
#include "ops/gate.hpp"
#include "ops/rms_norm.hpp"
#include "ops/rotary.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

std::string mistake(Op<double>& op, std::initializer_list<Tensor<double>*> inputs, Tensor<double>& y) {
  return check_gradient(
      tensors(inputs), tensors({&y}), [&] { op.forward({}); }, [&] { op.backward({}); });
}

/// A twin of an op with its backward pass written out, perhaps wrongly.
std::string twin_mistake(Op<double>& op, Tensor<double>& x, Tensor<double>& y,
                         const std::function<double(std::size_t)>& slope) {
  return check_gradient(
      tensors({&x}), tensors({&y}), [&] { op.forward({}); },
      [&] {
        for (std::size_t i = 0; i < x.grad.size(); ++i) x.grad[i] += slope(i);
      });
}

}  // namespace

TEST_CASE("rms norm: values equal the formula and gradients equal differences") {
  for (std::size_t width : {1, 3, 4, 5, 9}) {
    CAPTURE(width);
    Arena<double> arena;
    auto &x = arena.add("x", {2, 3, width}), &weight = arena.add("weight", {width}), &y = arena.add("y", x.shape);
    RmsNormOp<double> op(arena, x, weight, y, 0.1);
    arena.allocate();
    fill({&x, &weight}, 1);
    op.forward({});
    for (std::size_t i = 0; i < x.value.size(); ++i) {
      double squares = 0;
      for (std::size_t j = 0; j < width; ++j) squares += std::pow(x.value[i / width * width + j], 2);
      const double expected = x.value[i] / std::sqrt(squares / double(width) + 0.1) * weight.value[i % width];
      CHECK(y.value[i] == doctest::Approx(expected).epsilon(1e-13));
    }
    CHECK(mistake(op, {&x, &weight}, y) == "");
  }
}

TEST_CASE("rms norm: the gradient check notices that the row's size was taken for a constant") {
  Arena<double> arena;
  auto &x = arena.add("x", {1, 3}), &weight = arena.add("weight", {3}), &y = arena.add("y", {1, 3});
  RmsNormOp<double> op(arena, x, weight, y);
  arena.allocate();
  fill({&x, &weight}, 1);
  const auto scale = [&] { return y.value[0] / (x.value[0] * weight.value[0]); };
  const auto right = [&](std::size_t i) {
    double mean = 0;
    for (std::size_t j = 0; j < 3; ++j) mean += y.grad[j] * weight.value[j] * x.value[j] * scale() / 3;
    return scale() * (y.grad[i] * weight.value[i] - x.value[i] * scale() * mean);
  };
  CHECK(twin_mistake(op, x, y, right) == "");
  CHECK(twin_mistake(op, x, y, [&](std::size_t i) { return scale() * y.grad[i] * weight.value[i]; }) != "");
}

TEST_CASE("rms norm: a row of zeros stays zero") {
  Arena<float> arena;
  auto &x = arena.add("x", {1, 5}), &weight = arena.add("weight", {5}), &y = arena.add("y", {1, 5});
  RmsNormOp<float> op(arena, x, weight, y);
  arena.allocate();
  fill({&weight}, 1);
  op.forward({});
  for (float v : y.value) CHECK(v == 0);
}

TEST_CASE("swiglu: values equal the formula and gradients equal differences") {
  for (std::size_t width : {1, 3, 4, 5, 9}) {
    CAPTURE(width);
    Arena<double> arena;
    auto &x = arena.add("x", {2, 3, 2 * width}), &y = arena.add("y", {2, 3, width});
    SwigluOp<double> op(arena, x, y);
    arena.allocate();
    fill({&x}, 1);
    for (double& v : x.value) v *= 4;
    op.forward({});
    for (std::size_t i = 0; i < y.value.size(); ++i) {
      const double a = x.value[i / width * 2 * width + i % width],
                   b = x.value[i / width * 2 * width + width + i % width];
      CHECK(y.value[i] == doctest::Approx(a / (1 + std::exp(-a)) * b).epsilon(1e-13));
    }
    CHECK(mistake(op, {&x}, y) == "");
  }
  Arena<double> arena;
  auto &x = arena.add("x", {2, 7}), &y = arena.add("y", {2, 3});
  CHECK_THROWS_AS(SwigluOp<double>(arena, x, y), Error);
}

TEST_CASE("swiglu: the gradient check notices a gate taken for a constant") {
  Arena<double> arena;
  auto &x = arena.add("x", {1, 2}), &y = arena.add("y", {1, 1});
  SwigluOp<double> op(arena, x, y);
  arena.allocate();
  fill({&x}, 1);
  const auto slope = [&](bool through_gate, std::size_t i) {
    const double a = x.value[0], gate = 1 / (1 + std::exp(-a));
    return y.grad[0] * (i == 1 ? a * gate : x.value[1] * gate * (1 + through_gate * a * (1 - gate)));
  };
  CHECK(twin_mistake(op, x, y, [&](std::size_t i) { return slope(true, i); }) == "");
  CHECK(twin_mistake(op, x, y, [&](std::size_t i) { return slope(false, i); }) != "");
}

TEST_CASE("rotary: values equal the formula and gradients equal differences") {
  for (std::size_t head_width : {2, 3, 4, 6, 9})
    for (std::int32_t start : {0, 3}) {
      CAPTURE(head_width);
      const std::size_t heads = 2, rest = 3, row = heads * head_width + rest;
      Arena<double> arena;
      auto &x = arena.add("x", {2, 5, row}), &y = arena.add("y", x.shape);
      Indices offset{"offset", {1}, {start}};
      RotaryOp<double> op(arena, x, y, heads, head_width, 8, &offset);
      arena.allocate();
      fill({&x}, 1);
      for (int run = 0; run < 2; ++run) op.forward({});
      for (std::size_t i = 0; i < x.value.size(); ++i) {
        const std::size_t t = i / row % 5 + std::size_t(start), j = i % row, pair = j % head_width / 2 * 2;
        const double angle = double(t) * std::pow(10000, -double(pair) / double(head_width));
        const bool turns = j < heads * head_width && pair + 1 < head_width, first = j % head_width == pair;
        const double other = !turns ? 0 : first ? -x.value[i + 1] : x.value[i - 1];
        const double expected = turns ? x.value[i] * std::cos(angle) + other * std::sin(angle) : x.value[i];
        CHECK(y.value[i] == doctest::Approx(expected).epsilon(1e-12));
      }
      CHECK(mistake(op, {&x}, y) == "");
    }
}

TEST_CASE("rotary: the gradient check notices a turn in the wrong direction") {
  Arena<double> arena;
  auto &x = arena.add("x", {1, 3, 2}), &y = arena.add("y", {1, 3, 2});
  RotaryOp<double> op(arena, x, y, 1, 2, 3);
  arena.allocate();
  fill({&x}, 1);
  const auto turned = [&](double direction, std::size_t i) {
    const double angle = direction * double(i / 2);
    return y.grad[i] * std::cos(angle) + (i % 2 == 0 ? -y.grad[i + 1] : y.grad[i - 1]) * std::sin(angle);
  };
  CHECK(twin_mistake(op, x, y, [&](std::size_t i) { return turned(-1, i); }) == "");
  CHECK(twin_mistake(op, x, y, [&](std::size_t i) { return turned(1, i); }) != "");
}

TEST_CASE("rotary: products of turned rows depend on their distance alone") {
  Arena<double> arena;
  auto &x = arena.add("x", {1, 9, 6}), &y = arena.add("y", x.shape);
  RotaryOp<double> op(arena, x, y, 1, 6, 9);
  arena.allocate();
  const std::vector<double> q = random_vector(6, 1), k = random_vector(6, 2);
  const auto product = [&](std::size_t t, std::size_t s) {
    std::ranges::copy(q, x.value.begin() + std::ptrdiff_t(6 * t));
    std::ranges::copy(k, x.value.begin() + std::ptrdiff_t(6 * s));
    op.forward({});
    double sum = 0;
    for (std::size_t j = 0; j < 6; ++j) sum += y.value[6 * t + j] * y.value[6 * s + j];
    return sum;
  };
  const double near = product(2, 1), far = product(5, 1);
  CHECK(product(8, 7) == doctest::Approx(near).epsilon(1e-12));
  CHECK(product(8, 4) == doctest::Approx(far).epsilon(1e-12));
  CHECK(std::abs(near - far) > 1e-3);
}

TEST_CASE("rotary: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto &x = arena.add("x", {2, 5, 8}), &y = arena.add("y", {2, 5, 8}), &z = arena.add("z", {2, 5, 7});
  using Rotary = RotaryOp<double>;
  CHECK_NOTHROW(Rotary(arena, x, y, 2, 4, 5));
  CHECK_THROWS_AS(Rotary(arena, x, y, 2, 1, 5), Error);
  CHECK_THROWS_AS(Rotary(arena, x, y, 3, 4, 5), Error);
  CHECK_THROWS_AS(Rotary(arena, x, y, 2, 4, 4), Error);
  CHECK_THROWS_AS(Rotary(arena, x, z, 1, 4, 5), Error);
}
