// The gradient of a loss with respect to what a recurrent layer hands on at each step, against central differences in double
// of a plain loop that goes on from there.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using PlainState = std::vector<double>;

const std::string kStateSum = R"({"kind":"adding","length":9,"longer_length":0})";

double plain_sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// A layer of H units over one held-out example of the task, by its formulas.
class PlainLayer {
 public:
  PlainLayer(const Measured& m, std::string name)
      : m_(m), name_(std::move(name)), plan_(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form)) {
    plan_.allocate();
    m.task->held_out(HeldOut::val, 0, plan_.batch());
    width_ = m.weight(name_ + ".weight_hh_l0").shape[1];
    gates_ = m.weight(name_ + ".weight_hh_l0").shape[0] / width_;
  }
  std::size_t width() const { return width_; }
  std::size_t state_width() const { return gates_ == 4 ? 2 * width_ : width_; }
  std::size_t steps() { return std::size_t(plan_.batch().input.lengths[0]); }

  /// The state after step t, [h] or [h,c], from the one before.
  PlainState step(std::size_t t, const PlainState& state) {
    if (gates_ == 1) return rnn(t, state);
    return gates_ == 3 ? gru(t, state) : lstm(t, state);
  }
  /// Of the answer after the last step.
  double loss(const PlainState& state) {
    double y = weight("head.bias", 0);
    for (std::size_t u = 0; u < width_; ++u) y += weight("head.weight", u) * state[u];
    return std::pow(y - double(plan_.batch().numbers[0]), 2);
  }

 private:
  double weight(const std::string& name, std::size_t i) const { return double(m_.weight(name).value[i]); }
  double own(const std::string& name, std::size_t i) const { return weight(name_ + "." + name, i); }
  bool is(const char* option, const char* value) const { return m_.header.configured().options.text(option) == value; }
  double entering(std::size_t t, std::size_t row) {
    const auto& input = plan_.batch().input;
    double sum = own("bias_ih_l0", row);
    for (std::size_t f = 0; f < input.features; ++f)
      sum += own("weight_ih_l0", row * input.features + f) * double(input.values[t * input.features + f]);
    return sum;
  }
  double recurrent(std::size_t row, const PlainState& h) {
    double sum = own("bias_hh_l0", row);
    for (std::size_t u = 0; u < width_; ++u) sum += own("weight_hh_l0", row * width_ + u) * h[u];
    return sum;
  }

  PlainState rnn(std::size_t t, const PlainState& h) {
    PlainState after;
    for (std::size_t u = 0; u < width_; ++u) after.push_back(std::tanh(entering(t, u) + recurrent(u, h)));
    return after;
  }
  PlainState gru(std::size_t t, const PlainState& h) {
    PlainState reset = h, after;
    const auto gate = [&](std::size_t row) { return plain_sigmoid(entering(t, row) + recurrent(row, h)); };
    for (std::size_t u = 0; u < width_; ++u) reset[u] *= gate(u);
    for (std::size_t u = 0; u < width_; ++u) {
      const double z = gate(width_ + u), in = entering(t, 2 * width_ + u);
      const double n = std::tanh(
          in + (is("reset", "before") ? recurrent(2 * width_ + u, reset) : gate(u) * recurrent(2 * width_ + u, h)));
      after.push_back((1 - z) * n + z * h[u]);
    }
    return after;
  }
  PlainState lstm(std::size_t t, const PlainState& state) {
    const bool peeps = m_.header.configured().options.boolean("peephole");
    PlainState after(2 * width_);
    for (std::size_t u = 0; u < width_; ++u) {
      const double c = state[width_ + u];
      const auto sum = [&](std::size_t g) { return entering(t, g * width_ + u) + recurrent(g * width_ + u, state); };
      const auto peep = [&](std::size_t i, double cell) {
        return peeps ? own("weight_peephole_l0", i * width_ + u) * cell : 0;
      };
      const double f = is("forget_gate", "open") ? 1 : plain_sigmoid(sum(1) + peep(1, c));
      const double next = f * c + plain_sigmoid(sum(0) + peep(0, c)) * std::tanh(sum(2));
      after[width_ + u] = next;
      after[u] = plain_sigmoid(sum(3) + peep(2, next)) * std::tanh(next);
    }
    return after;
  }

  const Measured& m_;
  const std::string name_;
  LossPlan<float> plan_;
  std::size_t width_ = 0, gates_ = 0;
};

void check_states(const std::string& kind, const std::string& more) {
  CAPTURE(kind);
  CAPTURE(more);
  const Measured m(kStateSum, R"({"kind":")" + kind + R"(","hidden_size":4)" + more + "}");
  for (Tensor<float>& tensor : m.model->parameters().tensors())
    for (float& x : tensor.value) x *= 2;
  const Findings found = m.take("reach", {{"examples", 1}});
  const Finding& reach = array_of(found, kind + ".0.state_grad");
  PlainLayer layer(m, kind);
  std::vector<PlainState> states;
  for (std::size_t t = 0; t < layer.steps(); ++t)
    states.push_back(layer.step(t, t == 0 ? PlainState(layer.state_width()) : states.back()));
  CHECK(layer.loss(states.back()) == doctest::Approx(number_of(found, "loss")).epsilon(1e-4));
  for (std::size_t t = 0; t < layer.steps(); ++t) {
    CAPTURE(t);
    const auto loss = [&](std::size_t i, double more_of_it) {
      PlainState state = states[t];
      state[i] += more_of_it;
      for (std::size_t s = t + 1; s < layer.steps(); ++s) state = layer.step(s, state);
      return layer.loss(state);
    };
    double sum = 0;
    for (std::size_t i = 0; i < layer.state_width(); ++i) sum += std::pow((loss(i, 1e-5) - loss(i, -1e-5)) / 2e-5, 2);
    CHECK(double(reach.data[layer.steps() - 1 - t]) == doctest::Approx(std::sqrt(sum)).epsilon(2e-4));
  }
}

}  // namespace

TEST_CASE("measures: reach of a layer's whole state is the gradient of what it hands on") {
  check_states("rnn", "");
  check_states("gru", "");
  check_states("gru", R"(,"reset":"before")");
  check_states("lstm", "");
  check_states("lstm", R"(,"forget_gate":"open")");
  check_states("lstm", R"(,"peephole":true)");
}

TEST_CASE("measures: where a state is h alone its reach is h's, and a cell that is normed has none") {
  const Measured gru(kStateSum, R"({"kind":"gru","hidden_size":4,"num_layers":2})");
  const Findings found = gru.take("reach");
  CHECK(array_of(found, "gru.1.state_grad").data == array_of(found, "gru.1.hidden_grad").data);
  CHECK(array_of(found, "gru.0.state_grad").data == array_of(found, "gru.0.hidden_grad").data);
  const Findings normed = Measured(kStateSum, R"({"kind":"lstm","hidden_size":4,"layer_norm":true})").take("reach");
  CHECK(has_array(normed, "lstm.0.hidden_grad"));
  CHECK_FALSE(has_array(normed, "lstm.0.state_grad"));
  const Findings both = Measured(kStateSum, R"({"kind":"gru","hidden_size":4,"bidirectional":true})").take("reach");
  CHECK(has_array(both, "gru.0.state_grad"));
  CHECK_FALSE(has_array(both, "gru.0.reverse.state_grad"));
}
