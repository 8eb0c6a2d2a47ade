#include "kernels/recurrent.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "core/error.hpp"
#include "ops/lstm.hpp"
#include "ops/rnn.hpp"
#include "support/recurrent_layer.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

template <class Real>
using Layer = RecurrentLayer<Real>;

template <class Real = double>
std::unique_ptr<Layer<Real>> lstm_layer(SequenceDims d, States states) {
  auto layer = std::make_unique<Layer<Real>>(d, 4);
  if (states == States::given) layer->add_states(d, true);
  layer->op = std::make_unique<LstmOp<Real>>(layer->arena, "lstm.0", layer->taken, layer->weight_hh, layer->hidden,
                                             layer->initial, layer->last);
  layer->start();
  return layer;
}

template <class Real = double>
std::unique_ptr<Layer<Real>> rnn_layer(SequenceDims d, Nonlinearity f, States states) {
  auto layer = std::make_unique<Layer<Real>>(d, 1);
  if (states == States::given) layer->add_states(d, false);
  layer->op = std::make_unique<RnnOp<Real>>(layer->arena, "rnn.0", f, layer->taken, layer->weight_hh, layer->hidden,
                                            layer->initial, layer->last);
  layer->start();
  return layer;
}

/// A small reference LSTM ready for a gradient check of its own, flawed, backward.
std::string flawed_lstm_mistake(Flaw flaw) {
  const SequenceDims d{4, 2, 3};
  ReferenceSequence s(d, 4);
  s.gate_input = random_vector(s.gate.size(), 1);
  s.weight_hh = random_vector(s.dweight_hh.size(), 2);
  s.h0 = random_vector(d.step_size(), 3);
  s.c0 = random_vector(d.step_size(), 4);
  s.dhidden.resize(s.hidden.size());
  std::vector<double> dc0(d.step_size());
  const auto backward = [&] {
    std::ranges::fill(s.dcell, 0.0);
    reference_lstm_backward(s, flaw);
    for (std::size_t i = 0; i < dc0.size(); ++i) dc0[i] += s.dcell[i];
  };
  return check_gradient(
      {{"weight_hh", s.weight_hh, s.dweight_hh}, {"h0", s.h0, s.dh0}, {"c0", s.c0, dc0}},
      {{"hidden", s.hidden, s.dhidden}}, [&] { reference_lstm_forward(s); }, backward);
}

}  // namespace

TEST_CASE("lstm: gradients equal differences, with and without states around the sequence") {
  for (States states : {States::absent, States::given})
    for_dims([&](SequenceDims d) { CHECK(gradient_mistake(*lstm_layer(d, states)) == ""); });
}

TEST_CASE("rnn: gradients equal differences for both nonlinearities") {
  for (States states : {States::absent, States::given})
    for (Nonlinearity f : {Nonlinearity::tanh, Nonlinearity::relu})
      for_dims([&](SequenceDims d) {
        auto layer = rnn_layer(d, f, states);
        CHECK(gradient_mistake(*layer) == "");
      });
}

TEST_CASE("lstm: values and gradients equal the step-by-step formulas") {
  for (States states : {States::absent, States::given})
    for_dims([&](SequenceDims d) {
      auto layer = lstm_layer(d, states);
      ReferenceSequence s(d, 4);
      compare_with_reference(
          *layer, s, [&] { reference_lstm_forward(s); }, [&] { reference_lstm_backward(s); });
      for (const Tap<double>& tap : layer->op->taps()) {
        if (tap.name == "lstm.0.gates") CHECK(distance(tap.data, s.gate) < 1e-12);
        if (tap.name == "lstm.0.cell") CHECK(distance(tap.data, s.cell) < 1e-12);
      }
    });
}

TEST_CASE("rnn: values and gradients equal the step-by-step formulas") {
  for (Nonlinearity f : {Nonlinearity::tanh, Nonlinearity::relu})
    for_dims([&](SequenceDims d) {
      auto layer = rnn_layer(d, f, States::given);
      ReferenceSequence s(d, 1);
      compare_with_reference(
          *layer, s, [&] { reference_rnn_forward(f, s); }, [&] { reference_rnn_backward(f, s); });
    });
}

TEST_CASE("lstm: the gradient check notices planted mistakes") {
  CHECK(flawed_lstm_mistake(Flaw::none) == "");
  CHECK(flawed_lstm_mistake(Flaw::no_forget_path) != "");
  CHECK(flawed_lstm_mistake(Flaw::no_initial_in_weight) != "");
  CHECK(flawed_lstm_mistake(Flaw::no_recurrence) != "");
}

TEST_CASE("lstm: a sequence of the batch has the same bits alone") {
  const std::size_t steps = 6, batch = 5, width = 9;
  auto whole = lstm_layer<float>({steps, batch, width}, States::absent);
  auto alone = lstm_layer<float>({steps, 1, width}, States::absent);
  std::ranges::copy(whole->weight_hh.value, alone->weight_hh.value.begin());
  for (std::size_t t = 0; t < steps; ++t)
    std::ranges::copy(whole->gate_input.value.subspan((t * batch + 3) * 4 * width, 4 * width),
                      &alone->gate_input.value[t * 4 * width]);
  whole->op->forward({});
  alone->op->forward({});
  for (std::size_t t = 0; t < steps; ++t)
    CHECK(std::ranges::equal(whole->hidden.value.subspan((t * batch + 3) * width, width),
                             alone->hidden.value.subspan(t * width, width)));
}

TEST_CASE("lstm: one step at a time, with the state carried over, gives the bits of the whole sequence") {
  const SequenceDims d{7, 2, 9};
  auto whole = lstm_layer<float>(d, States::given);
  auto single = lstm_layer<float>({1, d.batch, d.width}, States::given);
  check_step_by_step(*whole, *single, d);
}

TEST_CASE("recurrent ops: work is two operations for each multiply-add of the recurrent product") {
  CHECK(lstm_layer({5, 2, 3}, States::absent)->op->cost().flops == 2.0 * 5 * 2 * 3 * 12);
  CHECK(rnn_layer({5, 2, 3}, Nonlinearity::tanh, States::absent)->op->cost().flops == 2.0 * 5 * 2 * 3 * 3);
}

TEST_CASE("recurrent ops: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto& input = arena.add("gate_input", {5, 2, 12});
  auto& weight = arena.add("weight_hh", {12, 3});
  auto& hidden = arena.add("hidden", {5, 2, 3});
  auto& narrow = arena.add("narrow", {5, 2, 2});
  auto& state = arena.add("h0", {2, 4});
  CHECK_NOTHROW(LstmOp<double>(arena, "lstm.0", input, weight, hidden));
  CHECK_THROWS_AS(LstmOp<double>(arena, "lstm.0", input, weight, narrow), Error);
  CHECK_THROWS_AS(LstmOp<double>(arena, "lstm.0", input, weight, weight), Error);
  CHECK_THROWS_AS(LstmOp<double>(arena, "lstm.0", input, weight, hidden, {&state, nullptr}), Error);
  CHECK_THROWS_AS(RnnOp<double>(arena, "rnn.0", Nonlinearity::tanh, input, weight, hidden), Error);
}
