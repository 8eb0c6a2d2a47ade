#include <doctest/doctest.h>

#include "core/error.hpp"
#include "ops/activation.hpp"
#include "ops/add.hpp"
#include "ops/linear.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr Activation kAll[] = {Activation::tanh, Activation::sigmoid, Activation::relu, Activation::gelu,
                               Activation::gelu_tanh};

/// A layer in one op and in two, on the same numbers.
template <class Real>
struct Pair {
  Pair(std::size_t rows, std::size_t in, std::size_t out)
      : x(arena.add("x", {rows, in})),
        residual(arena.add("residual", {rows, out})),
        weight(arena.add("weight", {out, in})),
        bias(arena.add("bias", {out})),
        product(arena.add("product", {rows, out})),
        y(arena.add("y", {rows, out})) {}

  void start() {
    arena.allocate();
    fill({&x, &residual, &weight, &bias}, 1);
  }
  LinearOp<Real> plain() { return {arena, x, weight, &bias, nullptr, product}; }
  LinearOp<Real> finished(LinearFinish<Real> finish) { return {arena, x, weight, &bias, nullptr, y, finish}; }
  /// y and the gradients of everything that has one but y and the product, from random gradients of y.
  std::vector<std::vector<Real>> results(std::vector<Op<Real>*> ops) {
    arena.zero_grads();
    std::ranges::copy(random_vector<Real>(y.grad.size(), 7), y.grad.begin());
    for (Op<Real>* op : ops) op->forward({});
    for (std::size_t i = ops.size(); i-- > 0;) ops[i]->backward({});
    return {copy(y.value), copy(x.grad), copy(residual.grad), copy(weight.grad), copy(bias.grad)};
  }

  Arena<Real> arena;
  Tensor<Real>&x, &residual, &weight, &bias, &product, &y;
};

}  // namespace

TEST_CASE("linear with an activation or a residual: gradients equal differences") {
  for (std::size_t rows : {3, 9})
    for (std::size_t out : {3, 4, 5}) {
      CAPTURE(rows);
      CAPTURE(out);
      for (Activation f : kAll) {
        CAPTURE(int(f));
        Pair<double> p(rows, 3, out);
        LinearOp<double> op = p.finished({.activation = f});
        p.start();
        CHECK(check_gradient(
                  tensors({&p.x, &p.weight, &p.bias}), tensors({&p.y}), [&] { op.forward({}); },
                  [&] { op.backward({}); }) == "");
      }
      Pair<double> p(rows, 3, out);
      LinearOp<double> op = p.finished({.residual = &p.residual});
      p.start();
      CHECK(check_gradient(
                tensors({&p.x, &p.residual, &p.weight, &p.bias}), tensors({&p.y}), [&] { op.forward({}); },
                [&] { op.backward({}); }) == "");
    }
}

TEST_CASE("linear with an activation or a residual: the bits of two ops, also of rows in several parts") {
  const std::size_t shapes[][3] = {{2, 3, 5}, {20, 9, 13}, {100, 3, 2731}};
  for (const auto& shape : shapes) {
    const std::size_t rows = shape[0], in = shape[1], out = shape[2];
    CAPTURE(rows);
    for (Activation f : kAll) {
      CAPTURE(int(f));
      Pair<float> p(rows, in, out);
      LinearOp<float> plain = p.plain(), finished = p.finished({.activation = f});
      ActivationOp<float> activation(p.arena, f, p.product, p.y);
      p.start();
      CHECK(p.results({&finished}) == p.results({&plain, &activation}));
    }
    Pair<float> p(rows, in, out);
    LinearOp<float> plain = p.plain(), finished = p.finished({.residual = &p.residual});
    AddOp<float> add(p.arena, p.residual, p.product, p.y);
    p.start();
    CHECK(p.results({&finished}) == p.results({&plain, &add}));
  }
}

TEST_CASE("linear: an activation and a residual together are refused") {
  Pair<float> p(2, 3, 3);
  CHECK_THROWS_WITH_AS(p.finished({.activation = Activation::relu, .residual = &p.residual}),
                       doctest::Contains("y: both was given where an activation or a residual is needed."), Error);
}
