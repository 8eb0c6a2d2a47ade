// A probe finds what is there, nothing where there is nothing, and what a loop with another formula finds.
#include <doctest/doctest.h>

#include <cmath>

#include "support/on_task.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

void set(const Measured& m, const std::string& name, std::initializer_list<std::pair<std::size_t, float>> values) {
  Tensor<float>* tensor = m.model->parameters().find(name);
  REQUIRE(tensor != nullptr);
  std::ranges::fill(tensor->value, 0.0F);
  for (const auto& [at, value] : values) tensor->value[at] = value;
}

float value_of(const Findings& found, const std::string& name, std::size_t at = 0) {
  return array_of(found, name).data[at];
}

Json parity_experiment(const GoldenHashes& golden, const char* kind = "running_parity") {
  Json stored = golden_case(golden, "rnn");
  stored["experiment"]["task"] = {{"kind", kind}, {"min_length", 6}, {"max_length", 12}, {"longer_length", 0}};
  stored["experiment"]["models"] = {
      {{"kind", "rnn"}, {"input", "one_hot"}, {"hidden_size", 4}, {"nonlinearity", "relu"}}};
  return stored;
}

/// Units 0 and 1 are relu(b + p - 1) and relu(b + p), so
/// that the parity is the second less twice the first; unit 3 counts the ones.
void teach_parity(const Measured& m) {
  set(m, "rnn.weight_ih_l0", {{0 * 2 + 1, 1.0F}, {1 * 2 + 1, 1.0F}, {3 * 2 + 1, 1.0F}});
  set(m, "rnn.weight_hh_l0",
      {{0 * 4 + 0, -2.0F}, {0 * 4 + 1, 1.0F}, {1 * 4 + 0, -2.0F}, {1 * 4 + 1, 1.0F}, {3 * 4 + 3, 1.0F}});
  set(m, "rnn.bias_ih_l0", {{0, -1.0F}});
  set(m, "rnn.bias_hh_l0", {});
}

}  // namespace

TEST_CASE("probe: a unit that is the variable is found, and a direction that is one; shuffled there is nothing") {
  const GoldenHashes golden;
  for (const char* kind : {"running_parity", "parity"}) {
    CAPTURE(kind);
    const Measured m(golden, parity_experiment(golden, kind));
    REQUIRE(m.applies("probe"));
    teach_parity(m);
    const Findings found = m.take("probe", {{"examples", 200}, {"from", 4}});
    const Finding& units = array_of(found, "unit_r2");
    CHECK(units.axes[0].names == std::vector<std::string>{"parity", "ones"});
    REQUIRE(units.axes[1].count == 4);
    CHECK(value_of(found, "best_unit", 1) == 3);  // the one that counts
    CHECK(near_to(units.data[4 + 3], 1));
    CHECK(near_to(value_of(found, "r2", 0), 1, 2e-2));  // parity lies in a direction, the ridge keeps it short of 1
    CHECK(near_to(value_of(found, "r2", 1), 1, 2e-2));
    CHECK(value_of(found, "auc", 0) == 1);
    CHECK(std::isnan(value_of(found, "auc", 1)));  // of a number there is none
    for (std::size_t unit = 0; unit < 4; ++unit) CHECK(units.data[unit] < 0.8);
    CHECK(std::abs(value_of(found, "control_r2", 0)) < 0.05);
    CHECK(std::abs(value_of(found, "control_auc", 0) - 0.5) < 0.08);
    const Finding& direction = array_of(found, "direction");
    CHECK(direction.axes[0].names == std::vector<std::string>{"parity", "ones"});
    CHECK(direction.data[0] < -1.5);  // minus twice the first and the second
    CHECK(direction.data[1] > 0.8);
    const Finding& places = array_of(found, "position_r2");
    REQUIRE(places.axes[1].count == 12);
    for (std::size_t t = 0; t < 12; ++t) {
      CAPTURE(t);
      CHECK(std::isnan(places.data[t]) == (t < 4));
      if (t >= 4) CHECK(near_to(places.data[t], 1, 5e-2));
    }
  }
}

TEST_CASE("probe: what no state tells is not found") {
  const GoldenHashes golden;
  const Measured m(golden, parity_experiment(golden));
  for (Tensor<float>& tensor : m.model->parameters().tensors())  // a reservoir that soon forgets
    for (float& x : tensor.value) x *= 0.6F;
  const Findings found = m.take("probe", {{"examples", 256}, {"from", 4}});
  CHECK(std::abs(value_of(found, "r2", 0)) < 0.05);
  CHECK(std::abs(value_of(found, "auc", 0) - 0.5) < 0.08);
  for (std::size_t unit = 0; unit < 4; ++unit) CHECK(value_of(found, "unit_r2", unit) < 0.05);
}

namespace {

/// Minimises the penalized squares by steps down their gradient, each input scaled; another way than by moments.
std::vector<double> descended(const std::vector<std::vector<double>>& x, const std::vector<double>& y, double part) {
  const std::size_t n = x.size(), d = x[0].size();
  double trace = 0;
  for (const auto& row : x)
    for (double value : row) trace += value * value;
  const double lambda = part * trace / double(d);
  std::vector<double> w(d), direction(d), rest(d), image(d);
  const auto times = [&](const std::vector<double>& v, std::vector<double>& out) {
    for (std::size_t j = 0; j < d; ++j) out[j] = lambda * v[j];
    for (std::size_t i = 0; i < n; ++i) {
      double dot = 0;
      for (std::size_t j = 0; j < d; ++j) dot += x[i][j] * v[j];
      for (std::size_t j = 0; j < d; ++j) out[j] += dot * x[i][j];
    }
  };
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < d; ++j) rest[j] += x[i][j] * y[i];
  direction = rest;
  double size = 0;
  for (double r : rest) size += r * r;
  for (std::size_t step = 0; step < 20 * d && size > 1e-24;
       ++step) {  // conjugate gradients (Hestenes and Stiefel 1952)
    times(direction, image);
    double along = 0, next = 0;
    for (std::size_t j = 0; j < d; ++j) along += direction[j] * image[j];
    for (std::size_t j = 0; j < d; ++j) {
      w[j] += size / along * direction[j];
      rest[j] -= size / along * image[j];
      next += rest[j] * rest[j];
    }
    for (std::size_t j = 0; j < d; ++j) direction[j] = rest[j] + next / size * direction[j];
    size = next;
  }
  return w;
}

/// All states and labels by one example after the other.
struct Collected {
  std::vector<std::vector<double>> states;
  std::vector<double> labels;
  std::vector<bool> fitted;
  std::vector<std::size_t> positions;
};
constexpr std::size_t kEverywhere = std::size_t(-1);

Collected collect(const Measured& m, const std::string& tap_name, std::size_t variable, std::size_t from,
                  std::size_t examples, bool source) {
  Collected all;
  LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
  plan.allocate();
  Knowledge known;
  for (std::size_t i = 0; i < examples; ++i) {
    m.task->held_out(HeldOut::val, i, plan.batch());
    plan.forward({});
    const Batch batch = plan.batch();
    m.task->know(batch, 0, known);
    const std::size_t before = m.form.signature.pairs() && !source ? std::size_t(batch.source.lengths[0]) : 0;
    const std::size_t length = std::size_t((source ? batch.source : batch.input).lengths[0]);
    for (const Tap<float>& tap : plan.taps())
      for (std::size_t t = from; tap.name == tap_name && t < length; ++t) {
        if (std::isnan(known.value(variable, before + t))) continue;
        const auto state = tap.data.subspan(t * tap.shape.last(), tap.shape.last());
        all.states.emplace_back(state.begin(), state.end());
        all.labels.push_back(known.value(variable, before + t));
        all.fitted.push_back(i % 2 == 0);
        all.positions.push_back(t);
      }
  }
  return all;
}

struct R2AndAuc {
  double r2 = 0, auc = 0;
};

/// Of a direction for one outcome (a symbol, or below 0 the number itself), its squares and area added up by the caller.
struct Judged {
  double missed = 0, total = 0, auc = 0;
};

Judged judged(const Collected& all, double symbol, std::size_t only_unit, std::size_t position) {
  const std::size_t d = all.states[0].size();
  const auto label = [&](std::size_t i) { return symbol < 0 ? all.labels[i] : double(all.labels[i] == symbol); };
  std::vector<double> x_mean(d);
  double y_mean = 0, fitted = 0, judged_mean = 0, judged_count = 0;
  const auto counts = [&](std::size_t i) {
    return !all.fitted[i] && (position == kEverywhere || all.positions[i] == position);
  };
  for (std::size_t i = 0; i < all.labels.size(); ++i)
    if (all.fitted[i]) {
      fitted += 1, y_mean += label(i);
      for (std::size_t j = 0; j < d; ++j) x_mean[j] += all.states[i][j];
    } else if (counts(i)) {
      judged_count += 1, judged_mean += label(i);
    }
  for (double& x : x_mean) x /= fitted;
  y_mean /= fitted, judged_mean /= judged_count;
  std::vector<std::vector<double>> x;
  std::vector<double> y;
  const auto centred = [&](std::size_t i) {
    std::vector<double> row;
    for (std::size_t j = 0; j < d; ++j)
      if (only_unit == d || j == only_unit) row.push_back(all.states[i][j] - x_mean[j]);
    return row;
  };
  for (std::size_t i = 0; i < all.labels.size(); ++i)
    if (all.fitted[i]) x.push_back(centred(i)), y.push_back(label(i) - y_mean);
  const std::vector<double> w = descended(x, y, only_unit == d ? 1e-3 : 0);
  Judged result;
  std::vector<double> yes, no;
  for (std::size_t i = 0; i < all.labels.size(); ++i) {
    if (!counts(i)) continue;
    double guess = y_mean;
    const std::vector<double> row = centred(i);
    for (std::size_t j = 0; j < row.size(); ++j) guess += w[j] * row[j];
    result.missed += std::pow(label(i) - guess, 2);
    result.total += std::pow(label(i) - judged_mean, 2);
    (label(i) == 1 ? yes : no).push_back(guess);
  }
  double won = 0;
  for (double a : yes)
    for (double b : no) won += a > b ? 1 : a == b ? 0.5 : 0;
  result.auc =
      yes.empty() || no.empty() ? std::numeric_limits<double>::quiet_NaN() : won / double(yes.size() * no.size());
  return result;
}

/// only_unit: the number of units for the direction of all.
R2AndAuc expected_of(const Collected& all, HiddenVariable::Kind kind, std::size_t only_unit,
                     std::size_t position = kEverywhere) {
  std::vector<double> outcomes{-1};
  if (kind == HiddenVariable::Kind::symbol) {
    outcomes.clear();
    for (std::size_t i = 0; i < all.labels.size(); ++i)
      if (all.fitted[i] && std::ranges::find(outcomes, all.labels[i]) == outcomes.end())
        outcomes.push_back(all.labels[i]);
  }
  double missed = 0, total = 0, area = 0, areas = 0;
  for (double outcome : outcomes) {
    const Judged one = judged(all, outcome, only_unit, position);
    missed += one.missed, total += one.total;
    if (!std::isnan(one.auc)) area += one.auc, areas += 1;
  }
  const double none = std::numeric_limits<double>::quiet_NaN();
  return {total > 1e-9 ? 1 - missed / total : none, kind == HiddenVariable::Kind::number ? none : area / areas};
}

}  // namespace

TEST_CASE("probe: what it finds is what one example after the other gives, by conjugate gradients and pairs") {
  struct Tried {
    const char* model;
    Json task;
    std::string tap;
    std::size_t layer;
    bool cell, source;
  };
  const Json reverse{{"kind", "reverse"}, {"symbols", 3}, {"min_length", 3}, {"max_length", 6}, {"longer_length", 0}};
  const Json brackets{{"kind", "brackets"}, {"min_length", 2}, {"max_length", 5}, {"longer_length", 0}};
  const Json roman{{"kind", "roman"}, {"direction", "to_digits"}};
  const Json sums{{"kind", "adding"}, {"length", 9}, {"longer_length", 0}};
  const Tried tries[] = {{"lstm", brackets, "lstm.0.cell", 0, true, false},
                         {"rnn: two layers of ReLU, dropout", brackets, "rnn.0.hidden", 1, false, false},
                         {"gru: both ways, one answer", brackets, "gru.0.hidden", 0, false, false},
                         {"seq2seq: gru, attention none", reverse, "seq2seq.decoder.0.hidden", 0, false, false},
                         {"seq2seq: gru, attention additive", roman, "seq2seq.encoder.0.hidden", 0, false, true},
                         {"lstm: open forget gate, one number", sums, "lstm.0.hidden", 0, false, false},
                         {"conv: gated, last position", brackets, "conv.1.hidden", 0, false, false},
                         {"state_space: min_gru", brackets, "state_space.0.hidden", 0, false, false}};
  const GoldenHashes golden;
  constexpr std::size_t kExamples = 80, kFrom = 1;
  for (const Tried& tried : tries) {
    CAPTURE(tried.model);
    const Measured m(golden, on_task(golden, tried.model, tried.task));
    REQUIRE(m.applies("probe"));
    Json options{{"examples", kExamples}, {"from", kFrom}, {"layer", tried.layer}};
    if (tried.cell) options["cell"] = true;
    if (tried.source) options["source"] = true;
    const Findings found = m.take("probe", options);
    const auto variables = m.task->knows().variables;
    const std::size_t units = array_of(found, "unit_r2").axes[1].count;
    for (std::size_t v = 0; v < variables.size(); ++v) {
      CAPTURE(std::string(variables[v].name));
      const Collected all = collect(m, tried.tap, v, kFrom, kExamples, tried.source);
      REQUIRE(all.labels.size() > 40);
      REQUIRE(all.states[0].size() == units);
      const R2AndAuc direction = expected_of(all, variables[v].kind, units);
      CHECK(near_to(value_of(found, "r2", v), direction.r2, 1e-3));
      CHECK(near_to(value_of(found, "auc", v), direction.auc, 1e-3));
      const std::size_t places = array_of(found, "position_r2").axes[1].count;
      for (std::size_t t = 0; t < places; t += 2) {
        CAPTURE(t);
        const R2AndAuc there = expected_of(all, variables[v].kind, units, t);
        CHECK(near_to(value_of(found, "position_r2", v * places + t), there.r2, 1e-3));
        CHECK(near_to(value_of(found, "position_auc", v * places + t), there.auc, 1e-3));
      }
      for (std::size_t unit = 0; unit < units; unit += 3) {
        CAPTURE(unit);
        const R2AndAuc alone = expected_of(all, variables[v].kind, unit);
        CHECK(near_to(value_of(found, "unit_r2", v * units + unit), alone.r2, 1e-3));
        CHECK(near_to(value_of(found, "unit_auc", v * units + unit), alone.auc, 1e-3));
      }
    }
  }
}

TEST_CASE("probe: states that a model does not have are refused, tasks that know nothing are not measured") {
  const GoldenHashes golden;
  const Measured m(golden, parity_experiment(golden));
  CHECK_THROWS_AS(m.take("probe", {{"layer", 2}}), Error);
  CHECK_THROWS_AS(m.take("probe", {{"cell", true}}), Error);
  CHECK_THROWS_AS(m.take("probe", {{"source", true}}), Error);
  CHECK_FALSE(Measured(golden, golden_case(golden, "gru: numbers")).applies("probe"));
  CHECK_FALSE(Measured(golden, golden_case(golden, "mlp")).applies("probe"));
  CHECK(Measured(golden, golden_case(golden, "lstm")).applies("probe"));
}

TEST_CASE("probe: from a position that no example has nothing is known") {
  const GoldenHashes golden;
  const Measured m(golden, parity_experiment(golden));
  const Findings found = m.take("probe", {{"from", 100}});
  for (const char* name : {"r2", "auc", "control_r2", "best_unit", "position_r2", "unit_r2"})
    for (float x : array_of(found, name).data) CHECK(std::isnan(x));
}
