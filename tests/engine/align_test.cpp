#include "ops/align.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <memory>

#include "core/error.hpp"
#include "ops/additive.hpp"
#include "ops/select.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

enum class Score { dot, scaled, additive };

/// Attention of T queries over three rows of at most five source positions, of which 5, 1 and 3 count.
struct Attention {
  static constexpr std::size_t S = 5, B = 3;
  Arena<double> arena;
  Score score;
  std::size_t T, A, C;
  Indices lengths{"lengths", {B}, {5, 1, 3}};
  Tensor<double>&query, &keys, &source, &v, &scores, &weights, &context;
  std::vector<std::unique_ptr<Op<double>>> ops;

  Attention(Score kind, std::size_t queries, std::size_t width)
      : score(kind),
        T(queries),
        A(width),
        C(width + 1),
        query(arena.add("query", {T, B, A})),
        keys(arena.add("keys", {S, B, A})),
        source(arena.add("source", {S, B, C})),
        v(arena.add("v", {1, A})),
        scores(arena.add("scores", {B, T, S})),
        weights(arena.add("weights", {B, 1, T, S}, Grad::no)),
        context(arena.add("context", {T, B, C})) {
    if (score == Score::additive)
      ops.push_back(std::make_unique<AdditiveScoresOp<double>>(arena, query, keys, &lengths, v, scores));
    else
      ops.push_back(std::make_unique<DotScoresOp<double>>(arena, query, keys, &lengths, scale(), scores));
    ops.push_back(std::make_unique<AlignOp<double>>(arena, "seq2seq", scores, source, &lengths, context, weights));
    arena.allocate();
    fill({&query, &keys, &source, &v}, 1);
  }

  double scale() const { return score == Score::scaled ? 1 / std::sqrt(double(A)) : 1; }
  void forward() {
    for (auto& op : ops) op->forward({});
  }
  void backward() {
    std::ranges::fill(scores.grad, 0.0);
    for (std::size_t i = ops.size(); i-- > 0;) ops[i]->backward({});
  }
  std::vector<Differentiable> inputs() {
    auto all = tensors({&query, &keys, &source});
    if (score == Score::additive) all.push_back({"v", v.value, v.grad});
    return all;
  }

  double naive_score(std::size_t t, std::size_t b, std::size_t s) const {
    double sum = 0;
    for (std::size_t a = 0; a < A; ++a) {
      const double q = query.value[(t * B + b) * A + a], k = keys.value[(s * B + b) * A + a];
      sum += score == Score::additive ? v.value[a] * std::tanh(q + k) : scale() * q * k;
    }
    return sum;
  }
  /// Weight of position s, from the formula.
  double naive_weight(std::size_t t, std::size_t b, std::size_t s) const {
    double sum = 0;
    for (std::size_t i = 0; i < std::size_t(lengths.value[b]); ++i) sum += std::exp(naive_score(t, b, i));
    return s < std::size_t(lengths.value[b]) ? std::exp(naive_score(t, b, s)) / sum : 0;
  }
  double naive_context(std::size_t t, std::size_t b, std::size_t c) const {
    double sum = 0;
    for (std::size_t s = 0; s < S; ++s) sum += naive_weight(t, b, s) * source.value[(s * B + b) * C + c];
    return sum;
  }
};

void for_kinds(const std::function<void(Attention&)>& body) {
  for (Score score : {Score::dot, Score::scaled, Score::additive})
    for (std::size_t queries : {1, 4})
      for (std::size_t width : {1, 3, 4, 9}) {
        CAPTURE(int(score));
        CAPTURE(queries);
        CAPTURE(width);
        Attention attention(score, queries, width);
        body(attention);
      }
}

std::string mistake(Attention& x, const std::function<void()>& backward) {
  return check_gradient(
      x.inputs(), tensors({&x.context}), [&] { x.forward(); }, backward);
}

}  // namespace

TEST_CASE("align: weights and contexts are the formulas'") {
  for_kinds([](Attention& x) {
    x.forward();
    for (std::size_t t = 0; t < x.T; ++t)
      for (std::size_t b = 0; b < x.B; ++b) {
        for (std::size_t s = 0; s < x.S; ++s)
          CHECK(std::abs(x.weights.value[(b * x.T + t) * x.S + s] - x.naive_weight(t, b, s)) < 1e-14);
        for (std::size_t c = 0; c < x.C; ++c)
          CHECK(std::abs(x.context.value[(t * x.B + b) * x.C + c] - x.naive_context(t, b, c)) < 1e-13);
      }
  });
}

TEST_CASE("align: gradients of queries, keys, source and v equal differences") {
  for_kinds([](Attention& x) {
    CHECK(mistake(x, [&] { x.backward(); }) == "");
    CHECK(mistake(x, [&] {
            x.backward();
            x.source.grad[0] *= 1.01;
          }) != "");
  });
}

TEST_CASE("align: the gradient check notices a softmax taken for a constant") {
  Attention x(Score::additive, 4, 3);
  CHECK(mistake(x, [&] {
          std::ranges::fill(x.scores.grad, 0.0);
          x.ops[1]->backward({});
          for (double& g : x.scores.grad) g *= 0.5;
          x.ops[0]->backward({});
        }) != "");
}

TEST_CASE("align: what stands in the padding does not matter, not even NaN, and receives no gradient") {
  for_kinds([](Attention& x) {
    x.forward();
    const auto before = copy<double>(x.context.value);
    for (Tensor<double>* padded : {&x.keys, &x.source})
      for (std::size_t b = 0; b < x.B; ++b)
        for (std::size_t s = std::size_t(x.lengths.value[b]); s < x.S; ++s)
          std::ranges::fill(padded->value.subspan((s * x.B + b) * padded->shape.last(), padded->shape.last()), NAN);
    x.forward();
    CHECK(std::ranges::equal(before, x.context.value));
    std::ranges::copy(random_vector(x.context.grad.size(), 3), x.context.grad.begin());
    x.backward();
    for (Tensor<double>* padded : {&x.keys, &x.source}) {
      CHECK(std::ranges::none_of(padded->grad, [](double g) { return std::isnan(g); }));
      CHECK(padded->grad[(4 * x.B + 1) * padded->shape.last()] == 0);
    }
  });
}

TEST_CASE("align: the steps of an unrolled decoder share their weights, and the last one shows them") {
  Attention whole(Score::dot, 3, 4);
  whole.forward();
  Arena<double> arena;
  auto& weights = arena.add("weights", whole.weights.shape, Grad::no);
  std::vector<std::unique_ptr<Op<double>>> ops;
  std::vector<Tensor<double>*> contexts;
  for (std::size_t t = 0; t < 3; ++t) {
    auto &query = arena.add("query", {1, whole.B, 4}), &scores = arena.add("scores", {whole.B, 1, whole.S});
    auto& context = arena.add("context", {1, whole.B, whole.C});
    ops.push_back(std::make_unique<SelectStepOp<double>>(arena, whole.query, t, query));
    ops.push_back(std::make_unique<DotScoresOp<double>>(arena, query, whole.keys, &whole.lengths, 1, scores));
    ops.push_back(
        std::make_unique<AlignOp<double>>(arena, "step", scores, whole.source, &whole.lengths, context, weights, t));
    contexts.push_back(&context);
  }
  auto& stacked = arena.add("stacked", whole.context.shape);
  ops.push_back(std::make_unique<StackStepsOp<double>>(arena, contexts, stacked));
  arena.allocate();
  for (auto& op : ops) op->forward({});
  CHECK(std::ranges::equal(stacked.value, whole.context.value));
  CHECK(std::ranges::equal(weights.value, whole.weights.value));
  std::vector<std::size_t> showing;
  for (std::size_t i = 0; i < ops.size(); ++i)
    if (!ops[i]->taps().empty()) showing.push_back(i);
  CHECK(showing == std::vector<std::size_t>{8});
}

TEST_CASE("select: steps taken apart and put together again are the sequence, with its gradient") {
  for (std::size_t width : {1, 3, 4, 9}) {
    Arena<double> arena;
    auto &x = arena.add("x", {3, 2, width}), &y = arena.add("y", x.shape);
    std::vector<std::unique_ptr<Op<double>>> ops;
    std::vector<Tensor<double>*> steps;
    for (std::size_t t : {2, 0, 1}) {
      steps.push_back(&arena.add("step", {1, 2, width}));
      ops.push_back(std::make_unique<SelectStepOp<double>>(arena, x, t, *steps.back()));
    }
    ops.push_back(std::make_unique<StackStepsOp<double>>(arena, steps, y));
    arena.allocate();
    fill({&x}, 1);
    const auto forward = [&] {
      for (auto& op : ops) op->forward({});
    };
    const auto backward = [&](std::size_t first) {
      for (Tensor<double>* step : steps) std::ranges::fill(step->grad, 0.0);
      for (std::size_t i = ops.size(); i-- > first;) ops[i]->backward({});
    };
    CHECK(check_gradient(tensors({&x}), tensors({&y}), forward, [&] { backward(0); }) == "");
    CHECK(check_gradient(tensors({&x}), tensors({&y}), forward, [&] { backward(1); }) != "");
    forward();
    CHECK(std::ranges::equal(y.value.first(2 * width), x.value.last(2 * width)));
  }
}

TEST_CASE("select: gate inputs before a row begins are replaced and pass no gradient on") {
  Arena<double> arena;
  Indices lengths{"lengths", {2}, {1, 3}};
  auto& x = arena.add("x", {3, 2, 6});
  WaitForRowOp<double> op(arena, x, lengths, 3, 1, 50);
  arena.allocate();
  fill({&x}, 1);
  const auto before = copy<double>(x.value);
  op.forward({});
  std::ranges::copy(random_vector(x.grad.size(), 2), x.grad.begin());
  op.backward({});
  for (std::size_t i = 0; i < x.value.size(); ++i) {
    const bool waits = i / 6 == 0 || i / 6 == 2;  // t 0 and 1 of row 0
    CHECK(x.value[i] == (!waits ? before[i] : i % 6 / 2 == 1 ? 50 : 0));
    CHECK((x.grad[i] == 0) == waits);
  }
}

TEST_CASE("select: gates that there are not, and steps beyond the last, are refused when the op is built") {
  Arena<double> arena;
  const Indices two{"lengths", {2}, {1, 3}}, three{"lengths", {3}, {1, 3, 1}};
  auto &x = arena.add("x", {3, 2, 6}), &y = arena.add("y", {1, 2, 6});
  CHECK_NOTHROW(WaitForRowOp<double>(arena, x, two, 3, 2, 50));
  CHECK_THROWS_WITH_AS(WaitForRowOp<double>(arena, x, two, 4, 1, 50), doctest::Contains("4 gates"), Error);
  CHECK_THROWS_WITH_AS(WaitForRowOp<double>(arena, x, two, 3, 3, 50), doctest::Contains("3 gates"), Error);
  CHECK_THROWS_AS(WaitForRowOp<double>(arena, x, three, 3, 1, 50), Error);
  CHECK_NOTHROW(SelectStepOp<double>(arena, x, 2, y));
  CHECK_THROWS_WITH_AS(SelectStepOp<double>(arena, x, 3, y), doctest::Contains("more than 3 steps"), Error);
}

TEST_CASE("align: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto &query = arena.add("query", {4, 3, 2}), &keys = arena.add("keys", {5, 3, 2}), &v = arena.add("v", {3});
  auto &scores = arena.add("scores", {3, 4, 5}), &context = arena.add("context", {4, 3, 2});
  auto &weights = arena.add("weights", {3, 1, 4, 5}), &other = arena.add("other", {3, 5, 4});
  Indices two{"lengths", {2}, {1, 1}};
  CHECK_NOTHROW(DotScoresOp<double>(arena, query, keys, nullptr, 1, scores));
  CHECK_THROWS_AS(DotScoresOp<double>(arena, query, keys, nullptr, 1, other), Error);
  CHECK_THROWS_AS(DotScoresOp<double>(arena, query, keys, &two, 1, scores), Error);
  CHECK_THROWS_AS(AdditiveScoresOp<double>(arena, query, keys, nullptr, v, scores), Error);
  CHECK_NOTHROW(AlignOp<double>(arena, "a", scores, keys, nullptr, context, weights));
  CHECK_THROWS_AS(AlignOp<double>(arena, "a", scores, keys, nullptr, context, weights, 1), Error);
  CHECK_THROWS_AS(AlignOp<double>(arena, "a", other, keys, nullptr, context, weights), Error);
  CHECK_THROWS_AS(SelectStepOp<double>(arena, query, 4, keys), Error);
  CHECK_THROWS_AS(StackStepsOp<double>(arena, {&v}, query), Error);
}
