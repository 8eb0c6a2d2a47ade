#include "kernels/recurrent.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "core/error.hpp"
#include "ops/lstm.hpp"
#include "ops/rnn.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"
#include "support/reference_recurrent.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kWidths[] = {1, 3, 4, 9};  // around a register of 4 floats or 2 doubles

/// One recurrent op with everything around it.
template <class Real>
struct Layer {
  Arena<Real> arena;
  Tensor<Real>&gate_input, &weight_hh, &hidden;
  RecurrentState<Real> initial, last;
  std::unique_ptr<Op<Real>> op;

  Layer(SequenceDims d, std::size_t gates)
      : gate_input(arena.add("gate_input", {d.steps, d.batch, gates * d.width})),
        weight_hh(arena.add("weight_hh", {gates * d.width, d.width})),
        hidden(arena.add("hidden", {d.steps, d.batch, d.width})) {}

  void add_states(SequenceDims d, bool cell) {
    const Shape shape{d.batch, d.width};
    initial.hidden = &arena.add("h0", shape);
    last.hidden = &arena.add("h_n", shape);
    if (cell) initial.cell = &arena.add("c0", shape);
    if (cell) last.cell = &arena.add("c_n", shape);
  }
  void start() {
    arena.allocate();
    fill({&gate_input, &weight_hh, initial.hidden, initial.cell}, 1);
  }
  std::vector<Differentiable> inputs() {
    auto all = tensors({&gate_input, &weight_hh});
    for (Tensor<Real>* state : {initial.hidden, initial.cell})
      if (state != nullptr) all.push_back({state->name, state->value, state->grad});
    return all;
  }
  std::vector<Differentiable> outputs() {
    auto all = tensors({&hidden});
    for (Tensor<Real>* state : {last.hidden, last.cell})
      if (state != nullptr) all.push_back({state->name, state->value, state->grad});
    return all;
  }
};

enum class States { absent, given };

template <class Real = double>
std::unique_ptr<Layer<Real>> lstm_layer(SequenceDims d, States states) {
  auto layer = std::make_unique<Layer<Real>>(d, 4);
  if (states == States::given) layer->add_states(d, true);
  layer->op = std::make_unique<LstmOp<Real>>(layer->arena, "lstm.0", layer->gate_input, layer->weight_hh, layer->hidden,
                                             layer->initial, layer->last);
  layer->start();
  return layer;
}

template <class Real = double>
std::unique_ptr<Layer<Real>> rnn_layer(SequenceDims d, Nonlinearity f, States states) {
  auto layer = std::make_unique<Layer<Real>>(d, 1);
  if (states == States::given) layer->add_states(d, false);
  layer->op = std::make_unique<RnnOp<Real>>(layer->arena, "rnn.0", f, layer->gate_input, layer->weight_hh,
                                            layer->hidden, layer->initial, layer->last);
  layer->start();
  return layer;
}

std::string gradient_mistake(Layer<double>& layer) {
  return check_gradient(
      layer.inputs(), layer.outputs(), [&] { layer.op->forward({}); }, [&] { layer.op->backward({}); });
}

/// Calls body(d) for each combination of width, batch and number of steps.
template <class Body>
void for_dims(Body body) {
  for (std::size_t width : kWidths)
    for (std::size_t batch : {1, 3})
      for (std::size_t steps : {1, 2, 5}) {
        CAPTURE(width);
        CAPTURE(batch);
        CAPTURE(steps);
        body(SequenceDims{steps, batch, width});
      }
}

/// Reference and layer on the same numbers, both forward and backward from the same random gradients.
template <class Forward, class Backward>
void compare_with_reference(Layer<double>& layer, ReferenceSequence& s, Forward forward, Backward backward) {
  s.gate_input = copy(layer.gate_input.value);
  s.weight_hh = copy(layer.weight_hh.value);
  if (layer.initial.hidden != nullptr) s.h0 = copy(layer.initial.hidden->value);
  if (layer.initial.cell != nullptr) s.c0 = copy(layer.initial.cell->value);
  s.dhidden = random_vector(s.hidden.size(), 5);
  layer.op->forward({});
  std::ranges::copy(s.dhidden, layer.hidden.grad.begin());
  layer.op->backward({});
  forward();
  backward();
  CHECK(distance(layer.hidden.value, s.hidden) < 1e-12);
  CHECK(distance(layer.gate_input.grad, s.dgate) < 1e-12);
  CHECK(distance(layer.weight_hh.grad, s.dweight_hh) < 1e-12);
  CHECK(distance(layer.hidden.grad, s.dhidden) < 1e-12);  // the total, which the page reads
  if (layer.initial.hidden != nullptr) CHECK(distance(layer.initial.hidden->grad, s.dh0) < 1e-12);
  if (layer.initial.cell != nullptr) CHECK(distance(layer.initial.cell->grad, s.dcell) < 1e-12);
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
  std::ranges::copy(whole->weight_hh.value, single->weight_hh.value.begin());
  std::ranges::copy(whole->initial.hidden->value, single->initial.hidden->value.begin());
  std::ranges::copy(whole->initial.cell->value, single->initial.cell->value.begin());
  whole->op->forward({});
  for (std::size_t t = 0; t < d.steps; ++t) {
    const std::size_t gates = d.batch * 4 * d.width;
    std::ranges::copy(whole->gate_input.value.subspan(t * gates, gates), single->gate_input.value.begin());
    Pass pass;
    pass.weights_changed = t == 0;
    single->op->forward(pass);
    CHECK(std::ranges::equal(whole->hidden.value.subspan(t * d.step_size(), d.step_size()), single->hidden.value));
    std::ranges::copy(single->last.hidden->value, single->initial.hidden->value.begin());
    std::ranges::copy(single->last.cell->value, single->initial.cell->value.begin());
  }
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
