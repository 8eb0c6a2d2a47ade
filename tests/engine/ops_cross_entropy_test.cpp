#include <doctest/doctest.h>

#include <cmath>

#include "core/error.hpp"
#include "ops/cross_entropy.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

struct Loss {
  Arena<double> arena;
  Tensor<double>& logits;
  Tensor<double>& loss;
  Indices targets;
  CrossEntropyOp<double> op;

  Loss(std::size_t classes, std::vector<std::int32_t> wanted, double label_smoothing = 0)
      : logits(arena.add("logits", {wanted.size(), classes})),
        loss(arena.add("loss", {1})),
        targets{"targets", {wanted.size()}, wanted},
        op(arena, logits, targets, loss, {"time", "batch", "token"}, {wanted.size(), 1, classes}, label_smoothing) {
    arena.allocate();
    fill({&logits}, 1);
  }
  double operator()() {
    op.forward({});
    return loss.value[0];
  }
};

}  // namespace

TEST_CASE("cross entropy: gradients equal differences, with rows left out and with label smoothing") {
  for (std::size_t classes : {2, 3, 4, 9})
    for (double smoothing : {0.0, 0.1}) {
      CAPTURE(classes);
      Loss loss(classes, {0, 1, -1, 1, -100, 0}, smoothing);
      CHECK(check_loss_gradient(
                tensors({&loss.logits}), [&] { return loss(); }, [&] { loss.op.backward({}); }) == "");
    }
}

TEST_CASE("cross entropy: is the mean of -log p over the rows that count") {
  Loss loss(3, {2, -1, 0});
  double expected = 0;
  for (std::size_t row : {0, 2}) {
    double sum = 0;
    for (std::size_t j = 0; j < 3; ++j) sum += std::exp(loss.logits.value[row * 3 + j]);
    expected += std::log(sum) - loss.logits.value[row * 3 + std::size_t(loss.targets.value[row])];
  }
  CHECK(loss() == doctest::Approx(expected / 2).epsilon(1e-12));
  CHECK(loss.op.counted() == 2);
  CHECK(loss.op.probabilities().shape == Shape{3, 3});
}

TEST_CASE("cross entropy: counts the rows whose target has the largest logit") {
  Loss loss(3, {1, 1, -1, 0});
  std::ranges::copy(std::vector<double>{0, 5, 0, 0, 5, 6, 9, 9, 9, 4, 4, 4}, loss.logits.value.begin());
  loss();
  CHECK(loss.op.correct() == 2);
}

TEST_CASE("cross entropy: nothing counted is no loss and no gradient") {
  Loss loss(3, {-1, -1});
  CHECK(loss() == 0);
  loss.op.backward({});
  CHECK(std::ranges::all_of(loss.logits.grad, [](double g) { return g == 0; }));
}

TEST_CASE("cross entropy: starts backward by itself and taps its probabilities in the shape given") {
  Loss loss(4, {1, 2});
  loss();
  loss.op.backward({});
  CHECK(loss.loss.grad[0] == 1);
  const Tap<double> tap = loss.op.taps().at(0);
  CHECK(tap.name == "probabilities");
  CHECK(tap.shape == Shape{2, 1, 4});
  CHECK(tap.axes == std::vector<std::string>{"time", "batch", "token"});
  CHECK(tap.data[0] + tap.data[1] + tap.data[2] + tap.data[3] == doctest::Approx(1));
}

TEST_CASE("cross entropy: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto& logits = arena.add("logits", {6, 4});
  auto& loss = arena.add("loss", {1});
  const Indices six{"targets", {2, 3}, std::vector<std::int32_t>(6)},
      five{"targets", {5}, std::vector<std::int32_t>(5)};
  const std::vector<std::string> axes = {"time", "batch", "token"};
  CHECK_NOTHROW(CrossEntropyOp<double>(arena, logits, six, loss, axes, {2, 3, 4}));
  CHECK_THROWS_AS(CrossEntropyOp<double>(arena, logits, five, loss, axes, {2, 3, 4}), Error);
  CHECK_THROWS_AS(CrossEntropyOp<double>(arena, logits, six, logits, axes, {2, 3, 4}), Error);
  CHECK_THROWS_AS(CrossEntropyOp<double>(arena, logits, six, loss, axes, {2, 4, 4}), Error);
  CHECK_THROWS_AS(CrossEntropyOp<double>(arena, logits, six, loss, axes, {6, 4}), Error);
  CHECK_THROWS_AS(CrossEntropyOp<double>(arena, logits, six, loss, axes, {2, 3, 4}, 1.0), Error);
}
