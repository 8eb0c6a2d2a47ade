#pragma once
#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "kernels/recurrent.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"
#include "support/reference_recurrent.hpp"

namespace unrolled::test {

enum class States { absent, given };

/// An op that may change what it reads, given a copy each time.
template <class Real>
class OnCopyOp final : public Op<Real> {
 public:
  OnCopyOp(Tensor<Real>& from, Tensor<Real>& copy, std::unique_ptr<Op<Real>> inner)
      : from_(from), copy_(copy), inner_(std::move(inner)) {}
  std::string_view kind() const override { return inner_->kind(); }
  void forward(const Pass& pass) override {
    std::ranges::copy(from_.value, copy_.value.begin());
    inner_->forward(pass);
  }
  void backward(const Pass& pass) override {
    inner_->backward(pass);
    for (std::size_t i = 0; i < from_.grad.size(); ++i) from_.grad[i] += copy_.grad[i];
  }
  Cost cost() const override { return inner_->cost(); }
  std::vector<Tap<Real>> taps() const override { return inner_->taps(); }

 private:
  Tensor<Real>&from_, &copy_;
  std::unique_ptr<Op<Real>> inner_;
};

/// One recurrent op with everything around it. The op is built on `taken`, which it may change.
template <class Real>
struct RecurrentLayer {
  Arena<Real> arena;
  Tensor<Real>&gate_input, &taken, &weight_hh, &hidden;
  std::vector<Tensor<Real>*> more;  ///< parameters beyond weight_hh
  RecurrentState<Real> initial, last;
  std::unique_ptr<Op<Real>> op;

  RecurrentLayer(SequenceDims d, std::size_t gates)
      : gate_input(arena.add("gate_input", {d.steps, d.batch, gates * d.width})),
        taken(arena.add("taken", gate_input.shape)),
        weight_hh(arena.add("weight_hh", {gates * d.width, d.width})),
        hidden(arena.add("hidden", {d.steps, d.batch, d.width})) {}

  Tensor<Real>& parameter(std::string name, Shape shape) {
    return *more.emplace_back(&arena.add(std::move(name), std::move(shape)));
  }
  void add_states(SequenceDims d, bool cell) {
    const Shape shape{d.batch, d.width};
    initial.hidden = &arena.add("h0", shape);
    last.hidden = &arena.add("h_n", shape);
    if (cell) initial.cell = &arena.add("c0", shape);
    if (cell) last.cell = &arena.add("c_n", shape);
  }
  void start() {
    op = std::make_unique<OnCopyOp<Real>>(gate_input, taken, std::move(op));
    arena.allocate();
    fill({&gate_input, &weight_hh, initial.hidden, initial.cell}, 1);
    for (std::size_t i = 0; i < more.size(); ++i) fill({more[i]}, 11 + i);
  }
  std::vector<Differentiable> inputs() {
    std::vector<Tensor<Real>*> all{&gate_input, &weight_hh, initial.hidden, initial.cell};
    all.insert(all.end(), more.begin(), more.end());
    return differentiable(all);
  }
  std::vector<Differentiable> outputs() { return differentiable({&hidden, last.hidden, last.cell}); }

 private:
  static std::vector<Differentiable> differentiable(const std::vector<Tensor<Real>*>& tensors) {
    std::vector<Differentiable> all;
    for (Tensor<Real>* tensor : tensors)
      if (tensor != nullptr) all.push_back({tensor->name, tensor->value, tensor->grad});
    return all;
  }
};

inline std::string gradient_mistake(RecurrentLayer<double>& layer) {
  return check_gradient(
      layer.inputs(), layer.outputs(), [&] { layer.op->forward({}); }, [&] { layer.op->backward({}); });
}

/// Calls body(d) for each combination of width, batch and number of steps; widths lie around a register of 4 floats or
/// 2 doubles.
template <class Body>
void for_dims(Body body) {
  for (std::size_t width : {1, 3, 4, 9})
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
void compare_with_reference(RecurrentLayer<double>& layer, ReferenceSequence& s, Forward forward, Backward backward) {
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

/// `whole` in one go and `single`, a layer of one step, step by step with the state carried over: the same bits?
template <class Real>
void check_step_by_step(RecurrentLayer<Real>& whole, RecurrentLayer<Real>& single, SequenceDims d) {
  const auto carry = [](const RecurrentState<Real>& from, const RecurrentState<Real>& to) {
    std::ranges::copy(from.hidden->value, to.hidden->value.begin());
    if (from.cell != nullptr) std::ranges::copy(from.cell->value, to.cell->value.begin());
  };
  std::ranges::copy(whole.weight_hh.value, single.weight_hh.value.begin());
  carry(whole.initial, single.initial);
  whole.op->forward({});
  const std::size_t gates = single.gate_input.value.size();
  for (std::size_t t = 0; t < d.steps; ++t) {
    std::ranges::copy(whole.gate_input.value.subspan(t * gates, gates), single.gate_input.value.begin());
    Pass pass;
    pass.weights_changed = t == 0;
    single.op->forward(pass);
    CHECK(std::ranges::equal(whole.hidden.value.subspan(t * d.step_size(), d.step_size()), single.hidden.value));
    carry(single.last, single.initial);
  }
}

}  // namespace unrolled::test
