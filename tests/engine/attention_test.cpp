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

/// Causal self-attention over packed projections.
struct Size {
  std::size_t batch, length, heads, head_width;
  std::size_t width() const { return heads * head_width; }
  AttentionDims dims() const { return {batch, length, length, heads, heads, head_width, true}; }
};

template <class Real>
struct Layer {
  Arena<Real> arena;
  Tensor<Real>&qkv, &out;
  CausalAttentionOp<Real> op;

  explicit Layer(Size d, double dropout = 0)
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
void for_sizes(Body body) {
  for (std::size_t head_width : {1, 3, 4, 9})
    for (std::size_t length : {1, 4, 7, 12, 14, 29}) {
      CAPTURE(head_width);
      CAPTURE(length);
      body(Size{2, length, 2, head_width});
    }
}

/// Columns first .. first + width of rows of `row`.
std::vector<double> columns(std::span<const double> x, std::size_t row, std::size_t first, std::size_t width) {
  std::vector<double> part;
  for (std::size_t at = first; at < x.size(); at += row) part.insert(part.end(), &x[at], &x[at] + width);
  return part;
}

std::string flawed_mistake(AttentionDims d, AttentionFlaw flaw) {
  ReferenceAttention reference(d);
  reference.q = random_vector(reference.q.size(), 1);
  reference.k = random_vector(reference.k.size(), 2);
  reference.v = random_vector(reference.v.size(), 3);
  return check_gradient(
      {{"q", reference.q, reference.dq}, {"k", reference.k, reference.dk}, {"v", reference.v, reference.dv}},
      {{"out", reference.out, reference.dout}}, [&] { reference.forward(); }, [&] { reference.backward(flaw); });
}

}  // namespace

TEST_CASE("causal attention: gradients equal differences") {
  for_sizes([](Size d) { CHECK(Layer<double>(d).gradient_mistake() == ""); });
  CHECK(Layer<double>({1, 5, 1, 4}).gradient_mistake() == "");
}

TEST_CASE("causal attention: gradients equal differences through dropped weights") {
  for_sizes([](Size d) { CHECK(Layer<double>(d, 0.3).gradient_mistake(kTraining) == ""); });
}

TEST_CASE("causal attention: values, weights and gradients equal the formulas") {
  for_sizes([](Size d) {
    Layer<double> layer(d);
    ReferenceAttention reference(d.dims());
    const std::size_t row = 3 * d.width();
    reference.q = columns(layer.qkv.value, row, 0, d.width());
    reference.k = columns(layer.qkv.value, row, d.width(), d.width());
    reference.v = columns(layer.qkv.value, row, 2 * d.width(), d.width());
    reference.dout = random_vector(reference.out.size(), 2);
    reference.forward();
    reference.backward();
    for (int run = 0; run < 2; ++run) layer.op.forward({});  // a second run must not see the first
    std::ranges::copy(reference.dout, layer.out.grad.begin());
    layer.op.backward({});
    CHECK(distance(layer.out.value, reference.out) < 1e-12);
    CHECK(distance(layer.op.taps()[0].data, reference.weights) < 1e-12);
    CHECK(distance(columns(layer.qkv.grad, row, 0, d.width()), reference.dq) < 1e-12);
    CHECK(distance(columns(layer.qkv.grad, row, d.width(), d.width()), reference.dk) < 1e-12);
    CHECK(distance(columns(layer.qkv.grad, row, 2 * d.width(), d.width()), reference.dv) < 1e-12);
  });
}

TEST_CASE("attention: the gradient check notices planted mistakes") {
  const AttentionDims d{2, 5, 5, 2, 2, 3, true}, grouped{2, 5, 4, 4, 2, 3, false};
  for (AttentionDims dims : {d, grouped}) {
    CHECK(flawed_mistake(dims, AttentionFlaw::none) == "");
    CHECK(flawed_mistake(dims, AttentionFlaw::no_softmax_sum) != "");
    CHECK(flawed_mistake(dims, AttentionFlaw::no_scale) != "");
  }
  CHECK(flawed_mistake(grouped, AttentionFlaw::one_head_of_a_group) != "");
}

TEST_CASE("causal attention: no output depends on a later token") {
  const Size d{1, 20, 2, 4};
  Layer<float> layer(d);
  layer.op.forward({});
  const std::vector<float> before = copy(layer.out.value);
  for (float& x : layer.qkv.value.subspan(13 * 3 * d.width())) x += 100;
  layer.op.forward({});
  CHECK(std::equal(before.begin(), before.begin() + 13 * d.width(), layer.out.value.begin()));
  CHECK(!std::ranges::equal(before, layer.out.value));
}

TEST_CASE("causal attention: a sequence of the batch has the same bits alone, forward and backward") {
  const Size d{3, 19, 2, 5};
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
  const Size d{4, 24, 4, 2};
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

TEST_CASE("causal attention: work counts the whole square") {
  CHECK(Layer<double>({2, 5, 4, 3}).op.cost().flops == 2.0 * 2 * (2 * 4 * 5 * 5 * 3));
}
