#include "ops/gru.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "core/error.hpp"
#include "support/recurrent_layer.hpp"
#include "support/reference_gru.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

template <class Real = double>
std::unique_ptr<RecurrentLayer<Real>> gru_layer(SequenceDims d, Reset reset, States states) {
  auto layer = std::make_unique<RecurrentLayer<Real>>(d, 3);
  if (states == States::given) layer->add_states(d, false);
  Tensor<Real>& bias = layer->parameter("bias_hh", {3 * d.width});
  layer->op = std::make_unique<GruOp<Real>>(layer->arena, "gru.0", reset, layer->taken, layer->weight_hh, bias,
                                            layer->hidden, layer->initial, layer->last);
  layer->start();
  return layer;
}

/// body(reset, states) for each of the four combinations.
template <class Body>
void for_kinds(Body body) {
  for (Reset reset : {Reset::after, Reset::before})
    for (States states : {States::absent, States::given}) body(reset, states);
}

std::string flawed_mistake(Reset reset, GruFlaw flaw) {
  ReferenceGru s({4, 2, 3}, reset);
  s.gate_input = random_vector(s.gate.size(), 1);
  s.weight_hh = random_vector(s.dweight_hh.size(), 2);
  s.bias_hh = random_vector(s.dbias_hh.size(), 3);
  s.h0 = random_vector(s.h0.size(), 4);
  s.dhidden.resize(s.hidden.size());
  return check_gradient(
      {{"weight_hh", s.weight_hh, s.dweight_hh}, {"bias_hh", s.bias_hh, s.dbias_hh}, {"h0", s.h0, s.dh0}},
      {{"hidden", s.hidden, s.dhidden}}, [&] { s.forward(); }, [&] { s.backward(flaw); });
}

}  // namespace

TEST_CASE("gru: gradients equal differences, with the reset after and before, with and without states") {
  for_kinds([](Reset reset, States states) {
    for_dims([&](SequenceDims d) { CHECK(gradient_mistake(*gru_layer(d, reset, states)) == ""); });
  });
}

TEST_CASE("gru: values and gradients equal the step-by-step formulas") {
  for_kinds([](Reset reset, States states) {
    for_dims([&](SequenceDims d) {
      auto layer = gru_layer(d, reset, states);
      ReferenceGru s(d, reset);
      s.bias_hh = copy(layer->more[0]->value);
      compare_with_reference(
          *layer, s, [&] { s.forward(); }, [&] { s.backward(); });
      CHECK(distance(layer->more[0]->grad, s.dbias_hh) < 1e-12);
      for (const Tap<double>& tap : layer->op->taps())
        if (tap.name == "gru.0.gates") CHECK(distance(tap.data, s.gate) < 1e-12);
    });
  });
}

TEST_CASE("gru: the gradient check notices planted mistakes") {
  for (Reset reset : {Reset::after, Reset::before}) {
    CHECK(flawed_mistake(reset, GruFlaw::none) == "");
    CHECK(flawed_mistake(reset, GruFlaw::no_direct_path) != "");
    CHECK(flawed_mistake(reset, GruFlaw::no_reset_path) != "");
  }
  CHECK(flawed_mistake(Reset::after, GruFlaw::bias_outside_reset) != "");
}

TEST_CASE("gru: where the reset gate acts makes a difference") {
  const SequenceDims d{3, 2, 4};
  auto after = gru_layer(d, Reset::after, States::given), before = gru_layer(d, Reset::before, States::given);
  after->op->forward({});
  before->op->forward({});
  CHECK(distance(after->hidden.value, before->hidden.value) > 1e-3);
}

TEST_CASE("gru: one step at a time, with the state carried over, gives the bits of the whole sequence") {
  const SequenceDims d{7, 2, 9};
  for (Reset reset : {Reset::after, Reset::before}) {
    auto whole = gru_layer<float>(d, reset, States::given);
    auto single = gru_layer<float>({1, d.batch, d.width}, reset, States::given);
    check_step_by_step(*whole, *single, d);
  }
}

TEST_CASE("gru: cost, taps and refused shapes") {
  auto layer = gru_layer({5, 2, 3}, Reset::after, States::absent);
  CHECK(layer->op->cost().flops == 2.0 * 5 * 2 * 3 * 9);
  const auto taps = layer->op->taps();
  REQUIRE(taps.size() == 3);
  CHECK(taps[0].name == "gru.0.hidden");
  CHECK(taps[1].name == "gru.0.hidden_grad");
  CHECK(taps[2].name == "gru.0.gates");
  CHECK(taps[2].shape == Shape{5, 2, 3, 3});

  Arena<double> arena;
  auto& input = arena.add("gate_input", {5, 2, 9});
  auto& weight = arena.add("weight_hh", {9, 3});
  auto& bias = arena.add("bias_hh", {9});
  auto& short_bias = arena.add("bias_hh", {3});
  auto& hidden = arena.add("hidden", {5, 2, 3});
  CHECK_NOTHROW(GruOp<double>(arena, "gru.0", Reset::after, input, weight, bias, hidden));
  CHECK_THROWS_AS(GruOp<double>(arena, "gru.0", Reset::after, input, weight, short_bias, hidden), Error);
  CHECK_THROWS_AS(GruOp<double>(arena, "gru.0", Reset::after, hidden, weight, bias, hidden), Error);
}
