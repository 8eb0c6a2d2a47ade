#include "kernels/attention.hpp"

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "ops/attention.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"
#include "support/reference_attention.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

template <class Real>
struct Layer {
  Arena<Real> arena;
  Tensor<Real>&qkv, &out;
  CausalAttentionOp<Real> op;

  explicit Layer(AttentionDims d, double dropout = 0)
      : qkv(arena.add("qkv", {d.batch, d.length, 3 * d.width()})),
        out(arena.add("out", {d.batch, d.length, d.width()})),
        op(arena, "transformer.0", qkv, out, d.heads, dropout, 3) {
    arena.allocate();
    fill({&qkv}, 1);
  }
  std::string gradient_mistake(const Pass& pass = {}) {
    return check_gradient(
        tensors({&qkv}), tensors({&out}), [&] { op.forward(pass); }, [&] { op.backward(pass); });
  }
};

constexpr Pass kTraining{.training = true, .seed = 5, .step = 2};

/// Calls body(d) for lengths and widths around registers and blocks.
template <class Body>
void for_dims(Body body) {
  for (std::size_t head_width : {1, 3, 4, 9})
    for (std::size_t length : {1, 4, 7, 12, 14, 29}) {
      CAPTURE(head_width);
      CAPTURE(length);
      body(AttentionDims{2, length, 2, head_width});
    }
}

std::string flawed_mistake(AttentionFlaw flaw) {
  const AttentionDims d{2, 5, 2, 3};
  ReferenceAttention reference(d);
  reference.qkv = random_vector(reference.dqkv.size(), 1);
  reference.dout.resize(reference.out.size());
  const auto forward = [&] {
    std::ranges::fill(reference.out, 0.0);
    reference.forward();
  };
  return check_gradient({{"qkv", reference.qkv, reference.dqkv}}, {{"out", reference.out, reference.dout}}, forward,
                        [&] { reference.backward(flaw); });
}

}  // namespace

TEST_CASE("causal attention: gradients equal differences") {
  for_dims([](AttentionDims d) { CHECK(Layer<double>(d).gradient_mistake() == ""); });
  CHECK(Layer<double>({1, 5, 1, 4}).gradient_mistake() == "");
}

TEST_CASE("causal attention: gradients equal differences through dropped weights") {
  for_dims([](AttentionDims d) { CHECK(Layer<double>(d, 0.3).gradient_mistake(kTraining) == ""); });
}

TEST_CASE("causal attention: values, weights and gradients equal the formulas") {
  for_dims([](AttentionDims d) {
    Layer<double> layer(d);
    ReferenceAttention reference(d);
    reference.qkv = copy(layer.qkv.value);
    reference.dout = random_vector(reference.out.size(), 2);
    reference.forward();
    reference.backward();
    for (int run = 0; run < 2; ++run) layer.op.forward({});  // a second run must not see the first
    std::ranges::copy(reference.dout, layer.out.grad.begin());
    layer.op.backward({});
    CHECK(distance(layer.out.value, reference.out) < 1e-12);
    CHECK(distance(layer.op.taps()[0].data, reference.weights) < 1e-12);
    CHECK(distance(layer.qkv.grad, reference.dqkv) < 1e-12);
  });
}

TEST_CASE("causal attention: the gradient check notices planted mistakes") {
  CHECK(flawed_mistake(AttentionFlaw::none) == "");
  CHECK(flawed_mistake(AttentionFlaw::no_softmax_sum) != "");
  CHECK(flawed_mistake(AttentionFlaw::no_scale) != "");
}

TEST_CASE("causal attention: no output depends on a later token") {
  const AttentionDims d{1, 20, 2, 4};
  Layer<float> layer(d);
  layer.op.forward({});
  const std::vector<float> before = copy(layer.out.value);
  for (float& x : layer.qkv.value.subspan(13 * 3 * d.width())) x += 100;
  layer.op.forward({});
  CHECK(std::equal(before.begin(), before.begin() + 13 * d.width(), layer.out.value.begin()));
  CHECK(!std::ranges::equal(before, layer.out.value));
}

TEST_CASE("causal attention: a sequence of the batch has the same bits alone, forward and backward") {
  const AttentionDims d{3, 19, 2, 5};
  Layer<float> whole(d), alone({1, d.length, d.heads, d.head_width});
  const std::size_t in = d.length * 3 * d.width(), out = d.length * d.width();
  std::ranges::copy(whole.qkv.value.subspan(in, in), alone.qkv.value.begin());
  fill({&whole.out}, 9);
  std::ranges::copy(whole.out.value, whole.out.grad.begin());
  std::ranges::copy(whole.out.grad.subspan(out, out), alone.out.grad.begin());
  for (Layer<float>* layer : {&whole, &alone}) {
    layer->op.forward({});
    layer->op.backward({});
  }
  CHECK(std::ranges::equal(whole.out.value.subspan(out, out), alone.out.value));
  CHECK(std::ranges::equal(whole.qkv.grad.subspan(in, in), alone.qkv.grad));
}

TEST_CASE("causal attention: dropout keeps weights in expectation and rests outside training") {
  const AttentionDims d{4, 24, 4, 2};
  Layer<double> dropped(d, 0.25), plain(d);
  dropped.op.forward({});
  plain.op.forward({});
  CHECK(std::ranges::equal(dropped.out.value, plain.out.value));
  for (double& x : dropped.qkv.value) x = 1;  // every output is then the sum of the kept weights, over 1 - p
  dropped.op.forward(kTraining);
  double mean = 0;
  for (double x : dropped.out.value) mean += x / double(dropped.out.value.size());
  CHECK(mean == doctest::Approx(1).epsilon(0.05));
  CHECK(std::ranges::adjacent_find(dropped.out.value, std::not_equal_to<>()) != dropped.out.value.end());
}

TEST_CASE("cached attention: one token at a time gives the bits of the whole sequence") {
  const AttentionDims d{1, 21, 3, 5};
  Layer<float> whole(d);
  whole.op.forward({});
  Arena<float> arena;
  auto& qkv = arena.add("qkv", {1, 3 * d.width()});
  auto& out = arena.add("out", {1, d.width()});
  Indices position{"position", {1}, {0}};
  CachedAttentionOp<float> op(arena, "transformer.0", qkv, out, d.heads, d.length + 2, position);
  arena.allocate();
  for (int repeat = 0; repeat < 2; ++repeat)  // the second time over a cache that is full of the first
    for (std::size_t t = 0; t < d.length; ++t) {
      std::ranges::copy(whole.qkv.value.subspan(t * qkv.value.size(), qkv.value.size()), qkv.value.begin());
      position.value[0] = static_cast<std::int32_t>(t);
      op.forward({});
      CHECK(std::ranges::equal(out.value, whole.out.value.subspan(t * d.width(), d.width())));
      for (std::size_t h = 0; h < d.heads; ++h)
        for (std::size_t s = t + 1; s < d.length + 2; ++s) CHECK(op.taps()[0].data[h * (d.length + 2) + s] == 0);
    }
}

TEST_CASE("attention ops: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto& qkv = arena.add("qkv", {2, 5, 24});
  auto& out = arena.add("out", {2, 5, 8});
  auto& row = arena.add("row", {1, 24});
  auto& rows = arena.add("rows", {2, 8});
  Indices position{"position", {1}, {0}}, positions{"positions", {2}, {0, 0}};
  CHECK_NOTHROW(CausalAttentionOp<double>(arena, "a", qkv, out, 4));
  CHECK_THROWS_AS(CausalAttentionOp<double>(arena, "a", qkv, out, 3), Error);
  CHECK_THROWS_AS(CausalAttentionOp<double>(arena, "a", qkv, out, 0), Error);
  CHECK_THROWS_AS(CausalAttentionOp<double>(arena, "a", out, out, 4), Error);
  CHECK_THROWS_AS(CausalAttentionOp<double>(arena, "a", qkv, out, 4, 1.0), Error);
  CHECK_THROWS_AS(CachedAttentionOp<double>(arena, "a", row, rows, 4, 9, position), Error);
  CHECK_THROWS_AS(CachedAttentionOp<double>(arena, "a", row, row, 4, 9, positions), Error);
}

TEST_CASE("causal attention: work counts the whole square") {
  CHECK(Layer<double>({2, 5, 4, 3}).op.cost().flops == 2.0 * 2 * (2 * 4 * 5 * 5 * 3));
}
