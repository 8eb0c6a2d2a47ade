#include <doctest/doctest.h>

#include <numeric>

#include "core/error.hpp"
#include "ops/attention.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"
#include "support/reference_attention.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

struct MultiheadCase {
  AttentionDims dims;
  bool masked = false, alibi = false;
  double dropout = 0;
};

/// Keys and values side by side in one tensor, the first columns of which belong to somebody else.
template <class Real>
struct Layer {
  MultiheadCase c;
  Arena<Real> arena;
  Indices lengths;
  Tensor<Real>&q, &kv, &out;
  MultiheadAttentionOp<Real> op;

  explicit Layer(const MultiheadCase& which)
      : c(which),
        lengths{"lengths", {c.dims.batch}, std::vector<std::int32_t>(c.dims.batch)},
        q(arena.add("q", {c.dims.batch, c.dims.queries, c.dims.width()})),
        kv(arena.add("kv", {c.dims.batch, c.dims.keys, 1 + 2 * c.dims.kv_width()})),
        out(arena.add("out", q.shape)),
        op(arena, "cross", q, {kv, 1}, {kv, 1 + c.dims.kv_width()}, out, c.masked ? &lengths : nullptr, settings()) {
    arena.allocate();
    fill({&q, &kv}, 1);
    for (std::size_t b = 0; b < c.dims.batch; ++b) set_length(b, 1 + (c.dims.keys + b) / 2 % c.dims.keys);
  }
  AttentionSettings settings() const {
    const AttentionDims& d = c.dims;
    return {d.heads, d.kv_heads == d.heads ? 0 : d.kv_heads, d.causal, c.alibi, c.dropout, 3};
  }
  void set_length(std::size_t b, std::size_t length) { lengths.value[b] = static_cast<std::int32_t>(length); }

  ReferenceAttention reference() const {
    ReferenceAttention r(c.dims);
    r.q = copy(q.value);
    r.k = columns(kv.value, 1);
    r.v = columns(kv.value, 1 + c.dims.kv_width());
    if (c.masked) r.key_lengths.assign(lengths.value.begin(), lengths.value.end());
    for (std::size_t h = 0; c.alibi && h < c.dims.heads; ++h)
      r.slopes.push_back(std::pow(2, -8.0 * double(h + 1) / double(c.dims.heads)));
    return r;
  }
  std::vector<double> columns(std::span<const Real> x, std::size_t first) const {
    std::vector<double> part;
    for (std::size_t at = first; at < x.size(); at += kv.shape.last())
      part.insert(part.end(), &x[at], &x[at] + c.dims.kv_width());
    return part;
  }
};

const MultiheadCase kCases[] = {
    {{2, 5, 7, 2, 2, 3, false}},                     // across
    {{2, 13, 30, 2, 2, 5, false}, true},             // across, some keys are padding
    {{3, 6, 6, 4, 2, 4, true}},                      // groups of two
    {{2, 14, 14, 4, 1, 1, true}, true, true},        // all of them one group, padding, distances count
    {{2, 27, 27, 2, 2, 9, false}, true, true},       // distances to both sides
    {{1, 1, 1, 1, 1, 1, false}},                     // the smallest
    {{2, 30, 4, 2, 2, 5, false}, true},              // far more queries than keys
    {{2, 13, 1, 2, 1, 3, false}, true},              // one key
    {{2, 1, 1, 2, 2, 4, true}, true, true},          // one place, with a distance
    {{2, 1, 17, 2, 1, 4, false}, true, false, 0.3},  // one query, dropout
    {{2, 18, 18, 2, 2, 3, true}, true, true, 0.3},
};
constexpr Pass kDropping{.training = true, .seed = 5, .step = 2};

}  // namespace

TEST_CASE("multihead attention: gradients equal differences") {
  for (const MultiheadCase& c : kCases) {
    CAPTURE(c.dims.queries);
    CAPTURE(c.dims.heads);
    if (c.dims.keys == 1) continue;  // one key has all the weight whatever it is: no gradient but that of v
    Layer<double> layer(c);
    CHECK(check_gradient(
              tensors({&layer.q, &layer.kv}), tensors({&layer.out}), [&] { layer.op.forward(kDropping); },
              [&] { layer.op.backward(kDropping); }) == "");
  }
}

TEST_CASE("multihead attention: values, weights and gradients equal the formulas") {
  for (const MultiheadCase& c : kCases) {
    CAPTURE(c.dims.queries);
    CAPTURE(c.dims.heads);
    Layer<double> layer(c);
    layer.op.forward({});
    std::iota(layer.lengths.value.begin(), layer.lengths.value.end(), 1);  // the second run sees other keys
    for (std::size_t b = 0; b < c.dims.batch; ++b) layer.set_length(b, 1 + b % c.dims.keys);
    layer.op.forward({});
    ReferenceAttention reference = layer.reference();
    reference.dout = random_vector(reference.out.size(), 2);
    reference.forward();
    reference.backward();
    std::ranges::copy(reference.dout, layer.out.grad.begin());
    layer.op.backward({});
    CHECK(distance(layer.out.value, reference.out) < 1e-12);
    CHECK(distance(layer.op.taps()[0].data, reference.weights) < 1e-12);
    CHECK(distance(layer.q.grad, reference.dq) < 1e-12);
    CHECK(distance(layer.columns(layer.kv.grad, 1), reference.dk) < 1e-12);
    CHECK(distance(layer.columns(layer.kv.grad, 1 + c.dims.kv_width()), reference.dv) < 1e-12);
  }
}

TEST_CASE("multihead attention: keys beyond a row's length change nothing, and get no gradient") {
  Layer<float> layer({{2, 5, 9, 2, 2, 4, false}, true});
  layer.op.forward({});
  const std::vector<float> before = copy(layer.out.value);
  const std::size_t row = layer.kv.shape.last(), length = std::size_t(layer.lengths.value[0]);
  for (float& x : layer.kv.value.subspan(length * row, (9 - length) * row)) x = 1e30f;
  layer.op.forward({});
  CHECK(copy(layer.out.value) == before);
  std::ranges::fill(layer.out.grad, 1.0f);
  layer.op.backward({});
  for (float g : layer.kv.grad.subspan(length * row, (9 - length) * row)) CHECK(g == 0);
}

TEST_CASE("multihead attention: where there is no key to see, nothing comes out, and no NaN") {
  Layer<float> layer({{2, 4, 4, 2, 2, 5, false}, true, true});
  layer.set_length(0, 0);
  layer.op.forward({});
  std::ranges::fill(layer.out.grad, 1.0f);
  layer.op.backward({});
  for (float x : layer.out.value.first(layer.out.value.size() / 2)) CHECK(x == 0);
  for (const Tensor<float>* tensor : {&layer.q, &layer.kv, &layer.out})
    for (std::size_t i = 0; i < tensor->value.size(); ++i) {
      CHECK(std::isfinite(tensor->value[i]));
      CHECK(std::isfinite(tensor->grad[i]));
    }
}

TEST_CASE("multihead attention: a source without gradients is left in peace") {
  Arena<double> arena;
  auto& q = arena.add("q", {1, 2, 4});
  auto& kv = arena.add("kv", {1, 3, 8}, Grad::no);
  auto& out = arena.add("out", {1, 2, 4});
  MultiheadAttentionOp<double> op(arena, "cross", q, kv, {kv, 4}, out, nullptr, {.num_heads = 2});
  arena.allocate();
  fill({&q, &kv}, 1);
  CHECK(check_gradient(
            tensors({&q}), tensors({&out}), [&] { op.forward({}); }, [&] { op.backward({}); }) == "");
}

TEST_CASE("alibi: slopes as the authors give them, for a power of two and between two") {
  std::vector<double> table(6 * 3);
  alibi_bias<double>(6, table);
  const double expected[] = {0.25, 0.0625, 0.015625, 0.00390625, 0.5, 0.125};
  for (std::size_t h = 0; h < 6; ++h) {
    CHECK(table[h * 3] == doctest::Approx(-expected[h]).epsilon(1e-14));
    CHECK(table[h * 3 + 1] == 0);
    CHECK(table[h * 3 + 2] == table[h * 3]);
  }
}

TEST_CASE("cached attention: one token at a time gives the bits of the whole sequence") {
  for (std::size_t kv_heads : {4, 2, 1})
    for (bool alibi : {false, true}) {
      CAPTURE(kv_heads);
      CAPTURE(alibi);
      const std::size_t length = 21, width = 4 * 5, kv_width = kv_heads * 5, room = length + 2;
      const AttentionSettings settings{.num_heads = 4, .num_kv_heads = kv_heads, .causal = true, .alibi = alibi};
      Arena<float> whole, step;
      auto& qkv = whole.add("qkv", {1, length, width + 2 * kv_width});
      auto& out = whole.add("out", {1, length, width});
      MultiheadAttentionOp<float> op(whole, "a", qkv, {qkv, width}, {qkv, width + kv_width}, out, nullptr, settings);
      auto& row = step.add("qkv", {1, width + 2 * kv_width});
      auto& row_out = step.add("out", {1, width});
      Indices position{"position", {1}, {0}};
      CachedAttentionOp<float> cached(step, "a", row, row_out, settings, room, position);
      whole.allocate();
      step.allocate();
      fill({&qkv}, 1);
      op.forward({});
      for (int repeat = 0; repeat < 2; ++repeat)  // the second time over a cache that is full of the first
        for (std::size_t t = 0; t < length; ++t) {
          std::ranges::copy(qkv.value.subspan(t * row.value.size(), row.value.size()), row.value.begin());
          position.value[0] = static_cast<std::int32_t>(t);
          cached.forward({});
          CHECK(std::ranges::equal(row_out.value, out.value.subspan(t * width, width)));
          for (std::size_t h = 0; h < 4; ++h)
            for (std::size_t s = t + 1; s < room; ++s) CHECK(cached.taps()[0].data[h * room + s] == 0);
        }
    }
}

TEST_CASE("attention ops: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto& qkv = arena.add("qkv", {2, 5, 24});
  auto& out = arena.add("out", {2, 5, 8});
  auto& other = arena.add("other", {2, 4, 24});
  auto& row = arena.add("row", {1, 24});
  auto& rows = arena.add("rows", {2, 8});
  Indices position{"position", {1}, {0}}, positions{"positions", {3}, {0, 0, 0}};
  using Causal = CausalAttentionOp<double>;
  using Multihead = MultiheadAttentionOp<double>;
  using Cached = CachedAttentionOp<double>;
  CHECK_NOTHROW(Causal(arena, "a", qkv, out, 4));
  CHECK_THROWS_AS(Causal(arena, "a", qkv, out, 3), Error);
  CHECK_THROWS_AS(Causal(arena, "a", qkv, out, 0), Error);
  CHECK_THROWS_AS(Causal(arena, "a", out, out, 4), Error);
  CHECK_THROWS_AS(Causal(arena, "a", qkv, out, 4, 1.0), Error);
  CHECK_NOTHROW(Multihead(arena, "a", qkv, other, {other, 8}, out, nullptr, {4}));
  CHECK_THROWS_AS(Multihead(arena, "a", qkv, other, {other, 17}, out, nullptr, {4}), Error);
  CHECK_THROWS_AS(Multihead(arena, "a", qkv, other, {other, 8}, out, nullptr, {4, 3}), Error);
  CHECK_THROWS_AS(Multihead(arena, "a", qkv, other, {other, 8}, out, nullptr, {4, 4, true}), Error);
  AttentionSettings distances{4};
  distances.alibi = true;
  CHECK_THROWS_AS(Multihead(arena, "a", qkv, other, {other, 8}, out, nullptr, distances), Error);
  CHECK_THROWS_AS(Multihead(arena, "a", qkv, other, {other, 8}, out, &positions, {4}), Error);
  CHECK_THROWS_AS(Cached(arena, "a", row, rows, {4}, 9, position), Error);
  CHECK_THROWS_AS(Cached(arena, "a", row, row, {4}, 9, positions), Error);
}
