#include <doctest/doctest.h>

#include <cmath>

#include "core/error.hpp"
#include "ops/attention_linear.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

struct LinearAttentionCase {
  AttentionDims dims;
  bool masked = false;
};

const LinearAttentionCase kCases[] = {
    {{2, 5, 7, 2, 2, 3, false}},        // across
    {{2, 6, 9, 2, 2, 5, false}, true},  // across, some keys are padding
    {{2, 7, 7, 4, 2, 4, true}},         // groups of two
    {{2, 6, 6, 2, 1, 9, true}, true},   // one group, padding
    {{1, 9, 9, 1, 1, 1, true}},         // one number a head
};

template <class Real>
struct Layer {
  LinearAttentionCase c;
  Arena<Real> arena;
  Indices lengths;
  Tensor<Real>&q, &k, &v, &out;
  LinearAttentionOp<Real> op;

  explicit Layer(const LinearAttentionCase& which)
      : c(which),
        lengths{"lengths", {c.dims.batch}, std::vector<std::int32_t>(c.dims.batch)},
        q(arena.add("q", {c.dims.batch, c.dims.queries, c.dims.width()})),
        k(arena.add("k", {c.dims.batch, c.dims.keys, c.dims.kv_width()})),
        v(arena.add("v", k.shape)),
        out(arena.add("out", q.shape)),
        op(arena, q, k, v, out, c.masked ? &lengths : nullptr,
           {.num_heads = c.dims.heads, .num_kv_heads = c.dims.kv_heads, .causal = c.dims.causal}) {
    arena.allocate();
    fill({&q, &k, &v}, 1);
    for (Tensor<Real>* tensor : {&q, &k})
      for (Real& x : tensor->value) x *= 3;
    for (std::size_t b = 0; b < c.dims.batch; ++b)
      lengths.value[b] = std::int32_t(1 + (c.dims.keys / 2 + b) % c.dims.keys);
  }

  /// out straight from its formula: the weights of all pairs.
  std::vector<double> naive() const {
    const AttentionDims& d = c.dims;
    const auto phi = [](double x) { return x > 0 ? x + 1 : std::exp(x); };
    std::vector<double> y(out.value.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
      const std::size_t b = i / d.width() / d.queries, t = i / d.width() % d.queries, h = i % d.width() / d.head_width;
      const std::size_t g = h * d.kv_heads / d.heads;
      double sum = 0, total = 0;
      for (std::size_t s = 0; s < (c.masked ? std::size_t(lengths.value[b]) : d.keys); ++s) {
        if (d.causal && s > t) continue;
        const std::size_t key = (b * d.keys + s) * d.kv_width() + g * d.head_width;
        double weight = 0;
        for (std::size_t j = 0; j < d.head_width; ++j)
          weight += phi(q.value[i - i % d.head_width + j]) * phi(k.value[key + j]);
        total += weight;
        sum += weight * v.value[key + i % d.head_width];
      }
      y[i] = sum / total;
    }
    return y;
  }
};

}  // namespace

TEST_CASE("linear attention: values equal the formula over all pairs") {
  for (const LinearAttentionCase& c : kCases) {
    CAPTURE(c.dims.head_width);
    Layer<double> layer(c);
    for (int run = 0; run < 2; ++run) layer.op.forward({});
    CHECK(distance(layer.out.value, layer.naive()) < 1e-12);
  }
}

TEST_CASE("linear attention: gradients equal differences") {
  for (const LinearAttentionCase& c : kCases) {
    CAPTURE(c.dims.head_width);
    Layer<double> layer(c);
    CHECK(check_gradient(
              tensors({&layer.q, &layer.k, &layer.v}), tensors({&layer.out}), [&] { layer.op.forward({}); },
              [&] { layer.op.backward({}); }) == "");
  }
}

TEST_CASE("linear attention: the gradient check notices that the sum of weights was taken for a constant") {
  // one head of one number: out[0] over two keys, w[s] = phi(q) phi(k[s]); with phi(q) cancelled, dq is 0
  Layer<double> layer(LinearAttentionCase{{1, 1, 2, 1, 1, 1, false}});
  const auto backward = [&](bool through_sum) {
    const auto phi = [](double x) { return x > 0 ? x + 1 : std::exp(x); };
    const auto slope = [](double x) { return x > 0 ? 1 : std::exp(x); };
    const double total = phi(layer.k.value[0]) + phi(layer.k.value[1]), dy = layer.out.grad[0];
    for (std::size_t s = 0; s < 2; ++s) {
      const double k = layer.k.value[s];
      layer.v.grad[s] += dy * phi(k) / total;
      layer.k.grad[s] += dy * slope(k) * (layer.v.value[s] - through_sum * layer.out.value[0]) / total;
    }
  };
  const auto check = [&](bool through_sum) {
    return check_gradient(
        tensors({&layer.q, &layer.k, &layer.v}), tensors({&layer.out}), [&] { layer.op.forward({}); },
        [&] { backward(through_sum); });
  };
  CHECK(check(true) == "");
  CHECK(check(false) != "");
}

TEST_CASE("linear attention: keys beyond a row's length and later tokens change nothing") {
  for (bool causal : {false, true}) {
    Layer<float> layer(LinearAttentionCase{{2, 6, 6, 2, 2, 4, causal}, true});
    layer.op.forward({});
    const std::vector<float> before = copy(layer.out.value);
    const std::size_t row = 8, length = std::size_t(layer.lengths.value[0]);
    for (Tensor<float>* tensor : {&layer.k, &layer.v})
      for (float& x : tensor->value.subspan(length * row, (6 - length) * row)) x = 9;
    layer.op.forward({});
    CHECK(copy(layer.out.value) == before);
  }
}

TEST_CASE("linear attention: far from zero, and without a key, there is no NaN") {
  Layer<float> layer(LinearAttentionCase{{2, 3, 3, 1, 1, 4, false}, true});
  layer.lengths.value[0] = 0;
  std::ranges::fill(layer.k.value, -1000.0f);
  std::ranges::fill(layer.q.value, 1000.0f);
  layer.op.forward({});
  std::ranges::fill(layer.out.grad, 1.0f);
  layer.op.backward({});
  for (const Tensor<float>* tensor : {&layer.q, &layer.k, &layer.v, &layer.out})
    for (std::size_t i = 0; i < tensor->value.size(); ++i) {
      CHECK(std::isfinite(tensor->value[i]));
      CHECK(std::isfinite(tensor->grad[i]));
    }
}

TEST_CASE("cached linear attention: one token at a time gives the bits of the whole sequence") {
  const std::size_t length = 9, width = 4 * 5, kv_width = 2 * 5;
  const AttentionSettings settings{.num_heads = 4, .num_kv_heads = 2, .causal = true};
  Arena<float> whole, step;
  auto &qkv = whole.add("qkv", {1, length, width + 2 * kv_width}), &out = whole.add("out", {1, length, width});
  auto &row = step.add("qkv", {1, width + 2 * kv_width}), &row_out = step.add("out", {1, width});
  LinearAttentionOp<float> op(whole, qkv, {qkv, width}, {qkv, width + kv_width}, out, nullptr, settings);
  Indices position{"position", {1}, {0}};
  CachedLinearAttentionOp<float> cached(step, row, row_out, settings, position);
  whole.allocate();
  step.allocate();
  fill({&qkv}, 1);
  op.forward({});
  for (int repeat = 0; repeat < 2; ++repeat)  // position 0 forgets the first time
    for (std::size_t t = 0; t < length; ++t) {
      std::ranges::copy(qkv.value.subspan(t * row.value.size(), row.value.size()), row.value.begin());
      position.value[0] = static_cast<std::int32_t>(t);
      cached.forward({});
      CHECK(std::ranges::equal(row_out.value, out.value.subspan(t * width, width)));
    }
}

TEST_CASE("linear attention: what it cannot do is refused, and its work does not grow with the square") {
  Arena<double> arena;
  auto &q = arena.add("q", {1, 3, 4}), &k = arena.add("k", {1, 3, 4}), &out = arena.add("out", {1, 3, 4});
  CHECK_THROWS_AS(LinearAttentionOp<double>(arena, q, k, k, out, nullptr, {.num_heads = 2, .alibi = true}), Error);
  CHECK_THROWS_AS(LinearAttentionOp<double>(arena, q, k, k, out, nullptr, {.num_heads = 2, .dropout = 0.1}), Error);
  CHECK(Layer<double>(LinearAttentionCase{{2, 50, 50, 4, 4, 3, true}}).op.cost().flops ==
        10 * Layer<double>(LinearAttentionCase{{2, 5, 5, 4, 4, 3, true}}).op.cost().flops);
}
