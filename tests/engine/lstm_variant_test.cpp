#include <doctest/doctest.h>

#include <memory>

#include "core/error.hpp"
#include "ops/lstm.hpp"
#include "support/recurrent_layer.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

struct Variant {
  bool peephole, recurrent_norm, cell_norm;
  GateMode input = GateMode::learned, forget = GateMode::learned, output = GateMode::learned;
};

const Variant kVariants[] = {
    {true, false, false},
    {false, true, false},
    {false, false, true},
    {true, true, true},
    {false, false, false, GateMode::open},
    {false, false, false, GateMode::learned, GateMode::open},
    {true, false, true, GateMode::learned, GateMode::closed, GateMode::open},
    {false, true, false, GateMode::open, GateMode::open, GateMode::learned},
};

/// more: peephole, then weight and bias of the recurrent norm and of the cell's, those that there are.
template <class Real = double>
std::unique_ptr<RecurrentLayer<Real>> layer_of(SequenceDims d, const Variant& kind, States states) {
  auto layer = std::make_unique<RecurrentLayer<Real>>(d, 4);
  if (states == States::given) layer->add_states(d, true);
  LstmVariant<Real> variant{kind.input, kind.forget, kind.output, nullptr, {}, {}};
  if (kind.peephole) variant.peephole = &layer->parameter("peephole", {3, d.width});
  const auto norm = [&](const std::string& name, std::size_t width) {
    Tensor<Real>& weight = layer->parameter(name + ".weight", {width});
    return typename LstmVariant<Real>::Norm{&weight, &layer->parameter(name + ".bias", {width})};
  };
  if (kind.recurrent_norm) variant.recurrent = norm("norm_hh", 4 * d.width);
  if (kind.cell_norm) variant.cell = norm("norm_cell", d.width);
  layer->op = std::make_unique<LstmOp<Real>>(layer->arena, "lstm.0", layer->taken, layer->weight_hh, layer->hidden,
                                             layer->initial, layer->last, variant);
  layer->start();
  return layer;
}

using Row = std::vector<double>;

/// Layer norm of one row with the next two of the layer's parameters, if `exists`.
Row normed(Row x, bool exists, const RecurrentLayer<double>& layer, std::size_t& next) {
  if (!exists) return x;
  const auto &weight = layer.more[next]->value, &bias = layer.more[next + 1]->value;
  next += 2;
  double mean = 0, variance = 0;
  for (double v : x) mean += v / double(x.size());
  for (double v : x) variance += (v - mean) * (v - mean) / double(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = (x[i] - mean) / std::sqrt(variance + 1e-5) * weight[i] + bias[i];
  return x;
}

double gate(GateMode mode, double z) {
  return mode == GateMode::learned ? logistic(z) : mode == GateMode::open ? 1 : 0;
}

/// The formulas of kernels/recurrent_lstm.hpp for one row, step after step; gives [T,H].
std::vector<double> reference(SequenceDims d, const Variant& kind, const RecurrentLayer<double>& layer, std::size_t b) {
  const std::size_t H = d.width;
  Row h(&layer.initial.hidden->value[b * H], &layer.initial.hidden->value[b * H] + H), out;
  Row c(&layer.initial.cell->value[b * H], &layer.initial.cell->value[b * H] + H);
  for (std::size_t t = 0; t < d.steps; ++t) {
    std::size_t next = kind.peephole;
    Row z(4 * H);
    for (std::size_t k = 0; k < 4 * H; ++k)
      for (std::size_t j = 0; j < H; ++j) z[k] += layer.weight_hh.value[k * H + j] * h[j];
    z = normed(z, kind.recurrent_norm, layer, next);
    for (std::size_t k = 0; k < 4 * H; ++k) z[k] += layer.gate_input.value[(t * d.batch + b) * 4 * H + k];
    const auto peep = [&](std::size_t k, std::size_t u) {
      return kind.peephole ? layer.more[0]->value[k * H + u] * c[u] : 0;
    };
    Row o(H);
    for (std::size_t u = 0; u < H; ++u) {
      const double i = gate(kind.input, z[u] + peep(0, u)), f = gate(kind.forget, z[H + u] + peep(1, u));
      c[u] = f * c[u] + i * std::tanh(z[2 * H + u]);
      o[u] = gate(kind.output, z[3 * H + u] + peep(2, u));
    }
    const Row shown = normed(c, kind.cell_norm, layer, next);
    for (std::size_t u = 0; u < H; ++u) out.push_back(h[u] = o[u] * std::tanh(shown[u]));
  }
  return out;
}

}  // namespace

TEST_CASE("lstm variants: gradients equal differences") {
  for (const Variant& kind : kVariants)
    for (States states : {States::absent, States::given})
      for_dims([&](SequenceDims d) { CHECK(gradient_mistake(*layer_of(d, kind, states)) == ""); });
}

TEST_CASE("lstm variants: values equal the step-by-step formulas") {
  for (const Variant& kind : kVariants)
    for_dims([&](SequenceDims d) {
      auto layer = layer_of(d, kind, States::given);
      layer->op->forward({});
      for (std::size_t b = 0; b < d.batch; ++b) {
        const std::vector<double> expected = reference(d, kind, *layer, b);
        double most = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
          const std::size_t t = i / d.width, u = i % d.width;
          most = std::max(most, std::abs(layer->hidden.value[(t * d.batch + b) * d.width + u] - expected[i]));
        }
        CHECK(most < 1e-12);
      }
    });
}

TEST_CASE("lstm variants: one without any addition has the bits of the plain LSTM") {
  const SequenceDims d{6, 3, 9};
  auto plain = layer_of<float>(d, {false, false, false}, States::given);
  std::vector<float> gates = copy(plain->gate_input.value), cell(d.rows() * d.width), cell_tanh = cell, hidden = cell;
  const std::size_t stride = recurrent_stride(4 * d.width);
  std::vector<float> weight_t(d.width * stride);
  for (std::size_t i = 0; i < 4 * d.width; ++i)
    for (std::size_t j = 0; j < d.width; ++j) weight_t[j * stride + i] = plain->weight_hh.value[i * d.width + j];
  plain->op->forward({});
  lstm_extended_forward<float>(d,
                               {plain->weight_hh.value, weight_t, plain->initial.hidden->value,
                                plain->initial.cell->value, hidden, gates, cell, cell_tanh},
                               {});
  CHECK(std::ranges::equal(plain->hidden.value, hidden));
}

TEST_CASE("lstm variants: the gradient check notices a clamped gate that lets a gradient through, or a lost peephole") {
  const SequenceDims d{4, 2, 3};
  const auto mistake = [&](Variant forward, Variant backward) {
    auto right = layer_of(d, forward, States::absent), wrong = layer_of(d, backward, States::absent);
    const auto run = [&] {  // backward with the other's op, on the same numbers
      wrong->op->forward({});
      std::ranges::copy(right->hidden.grad, wrong->hidden.grad.begin());
      for (Tensor<double>* x : {&wrong->gate_input, &wrong->weight_hh}) std::ranges::fill(x->grad, 0.0);
      wrong->op->backward({});
      for (std::size_t i = 0; i < right->gate_input.grad.size(); ++i)
        right->gate_input.grad[i] += wrong->gate_input.grad[i];
    };
    return check_gradient(
        tensors({&right->gate_input}), tensors({&right->hidden}), [&] { right->op->forward({}); }, run);
  };
  const Variant peephole{true, false, false}, clamped{false, false, false, GateMode::open}, plain{false, false, false};
  CHECK(mistake(peephole, peephole) == "");
  CHECK(mistake(clamped, clamped) == "");
  CHECK(mistake(peephole, plain) != "");
  CHECK(mistake(clamped, plain) != "");
}

TEST_CASE("lstm variants: a gate held open or closed is 1 or 0 and has no gradient") {
  const SequenceDims d{4, 2, 5};
  auto layer = layer_of(d, {false, false, false, GateMode::learned, GateMode::open}, States::absent);
  layer->op->forward({});
  std::ranges::fill(layer->hidden.grad, 1.0);
  layer->op->backward({});
  const auto taps = layer->op->taps();
  const auto gates = std::ranges::find(taps, "lstm.0.gates", &Tap<double>::name);
  REQUIRE(gates != taps.end());
  for (std::size_t row = 0; row < d.rows(); ++row)
    for (std::size_t u = 0; u < d.width; ++u) {
      CHECK(gates->data[(row * 4 + 1) * d.width + u] == 1);
      CHECK(layer->gate_input.grad[(row * 4 + 1) * d.width + u] == 0);
    }
}

TEST_CASE("lstm variants: one step at a time, with the state carried over, gives the bits of the whole sequence") {
  const SequenceDims d{7, 2, 9};
  for (const Variant& kind : kVariants) {
    auto whole = layer_of<float>(d, kind, States::given);
    auto single = layer_of<float>({1, d.batch, d.width}, kind, States::given);
    check_step_by_step(*whole, *single, d);
  }
}

TEST_CASE("lstm variants: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto &input = arena.add("gate_input", {5, 2, 12}), &weight = arena.add("weight_hh", {12, 3}),
       &hidden = arena.add("hidden", {5, 2, 3}), &peephole = arena.add("peephole", {4, 3}),
       &short_norm = arena.add("n", {3});
  LstmVariant<double> variant;
  variant.peephole = &peephole;
  CHECK_THROWS_AS(LstmOp<double>(arena, "lstm.0", input, weight, hidden, {}, {}, variant), Error);
  variant = {};
  variant.recurrent = {&short_norm, &short_norm};
  CHECK_THROWS_AS(LstmOp<double>(arena, "lstm.0", input, weight, hidden, {}, {}, variant), Error);
}
