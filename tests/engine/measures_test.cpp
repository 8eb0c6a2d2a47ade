// Measures that count: what they say is what a plain loop over one example after the other gives, and whatever cannot be
// measured is refused in words.
#include <doctest/doctest.h>

#include <cmath>

#include "measures/input_probe.hpp"
#include "support/measured.hpp"
#include "support/sessions.hpp"
#include "train/scoring.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

const Json& case_named(const GoldenHashes& golden, const std::string& name) {
  for (const Json& stored : golden.cases())
    if (stored["name"] == name) return stored;
  throw std::runtime_error(name);
}

/// f(plan, how long the input is) for each of the first examples, alone in a plan, after a forward run.
void for_each_example(const Measured& m, std::size_t examples,
                      const std::function<void(LossPlan<float>&, std::size_t)>& f) {
  LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
  plan.allocate();
  for (std::size_t i = 0; i < std::min(examples, m.task->held_out_count(HeldOut::val)); ++i) {
    m.task->held_out(HeldOut::val, i, plan.batch());
    plan.forward({});
    f(plan, length_of(plan.batch().input, 0));
  }
}

Tap<float> tap_named(const LossPlan<float>& plan, const std::string& name) {
  for (Tap<float>& tap : plan.taps())
    if (tap.name == name) return tap;
  throw std::runtime_error(name);
}

void check_close(float found, double expected) { CHECK(double(found) == doctest::Approx(expected).epsilon(1e-4)); }

}  // namespace

TEST_CASE("measures: lengths are what one example after the other gives") {
  const GoldenHashes golden;
  for (const char* name : {"seq2seq: gru, attention additive", "gru: both ways, one answer",
                           "transformer: encoder-decoder", "conv: gated, last position"}) {
    CAPTURE(name);
    const Measured m(golden, case_named(golden, name));
    const SizeRange sizes = m.task->sizes();
    const Findings found = m.take("lengths", {{"lengths", 64}, {"examples", 10}});
    const Finding &exact = array_of(found, "exact"), &accuracy = array_of(found, "accuracy");
    REQUIRE(exact.data.size() == sizes.greatest - sizes.least + 1);
    LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.longest(), m.form.form));
    plan.allocate();
    Rng rng(1, "measure.lengths");
    Marks marks;
    for (std::size_t i = 0; i < exact.data.size(); ++i) {
      const std::size_t size = sizes.least + i, places = accuracy.axes[1].count;
      CHECK(exact.axes[0].at[i] == double(size));
      double right = 0, made = 0;
      std::vector<double> hit(places), asked(places);
      for (std::size_t n = 0; n < 10; ++n) {
        if (!m.task->lay_out_of_size(rng, size, plan.batch(), 0)) break;
        plan.forward({});
        marks.mark(plan);
        std::size_t place = 0;
        bool all = true;
        for (const Marks::Mark mark : marks.rows()) {
          if (mark == Marks::Mark::not_asked) continue;
          REQUIRE(place < places);
          hit[place] += mark == Marks::Mark::right, ++asked[place++];
          all = all && mark == Marks::Mark::right;
        }
        right += all, ++made;
      }
      if (made == 0) {
        CHECK(std::isnan(exact.data[i]));
        continue;
      }
      check_close(exact.data[i], right / made);
      for (std::size_t place = 0; place < places; ++place) {
        const float part = accuracy.data[i * places + place];
        if (asked[place] > 0)
          check_close(part, hit[place] / asked[place]);
        else
          CHECK(std::isnan(part));
      }
    }
  }
}

TEST_CASE("measures: lengths say whether the last answer is the sign that ends it") {
  const std::string reverse =
      R"({"kind":"reverse","symbols":5,"min_length":2,"max_length":5,"longer_length":0})";  // as long as what is given
  const std::string addition = R"({"kind":"addition","digits":2,"longer_digits":0})";
  const std::string parity = R"({"kind":"running_parity","min_length":6,"max_length":9,"longer_length":0})";
  const auto transformer = [](const std::string& topology) {
    return R"({"kind":"transformer","topology":")" + topology +
           R"(","d_model":8,"num_heads":2,"num_layers":1,"d_ff":8})";
  };
  const auto ends = [](const std::string& task, const std::string& model) {
    return number_of(Measured(task, model).take("lengths", {{"lengths", 4}, {"examples", 4}}), "ends");
  };
  CHECK(ends(reverse, transformer("encoder-decoder")) == 1);
  CHECK(ends(reverse, transformer("decoder")) == 1);
  CHECK(ends(reverse, transformer("encoder")) == 0);
  CHECK(ends(addition, transformer("encoder")) == 1);
  CHECK(ends(parity, R"({"kind":"rnn","hidden_size":4})") == 0);
}

TEST_CASE("measures: a model that knows the answer is right at every length, also beyond those trained on") {
  const GoldenHashes golden;
  Json stored = case_named(golden, "rnn");
  stored["experiment"]["task"] = {
      {"kind", "running_parity"}, {"min_length", 6}, {"max_length", 12}, {"longer_length", 16}};
  stored["experiment"]["models"] = {
      {{"kind", "rnn"}, {"input", "one_hot"}, {"hidden_size", 4}, {"nonlinearity", "relu"}}};
  const Measured m(golden, stored);
  // Two units that say whether exactly one of bit and parity is one: relu(b + p - 1) and relu(b + p), so that the parity is
  // the second less twice the first.
  const auto set = [&](const std::string& name, std::initializer_list<std::pair<std::size_t, float>> values) {
    Tensor<float>* tensor = m.model->parameters().find(name);
    REQUIRE(tensor != nullptr);
    std::ranges::fill(tensor->value, 0.0F);
    for (const auto& [at, value] : values) tensor->value[at] = value;
  };
  set("rnn.weight_ih_l0", {{0 * 2 + 1, 1.0F}, {1 * 2 + 1, 1.0F}});
  set("rnn.weight_hh_l0", {{0 * 4 + 0, -2.0F}, {0 * 4 + 1, 1.0F}, {1 * 4 + 0, -2.0F}, {1 * 4 + 1, 1.0F}});
  set("rnn.bias_ih_l0", {{0, -1.0F}});
  set("rnn.bias_hh_l0", {});
  set("head.weight", {{1 * 4 + 0, -2.0F}, {1 * 4 + 1, 1.0F}});
  set("head.bias", {{0, 0.5F}});
  const Findings found = m.take("lengths", {{"lengths", 11}, {"examples", 12}});
  for (float part : array_of(found, "exact").data) CHECK(part == 1);
  for (const auto& [name, value] : found.numbers)
    if (name == "trained_to") CHECK(value == 12);
}

TEST_CASE("measures: heads are what a plain loop over their weights gives") {
  const GoldenHashes golden;
  constexpr std::size_t kExamples = 6;
  const Measured m(golden, case_named(golden, "transformer"));
  const Findings found = m.take("heads", {{"examples", kExamples}});
  const std::string layer = "transformer.0.attention";
  const std::size_t heads = array_of(found, layer + ".previous").data.size();
  std::vector<double> previous(heads), induction(heads), copying(heads), entropy(heads);
  double with_previous = 0, with_induction = 0, with_copying = 0;
  for_each_example(m, kExamples, [&](LossPlan<float>& plan, std::size_t length) {
    const Tap<float> tap = tap_named(plan, layer);
    const Batch batch = plan.batch();
    const auto& ids = batch.input.tokens;
    for (std::size_t q = 0; q < length; ++q) {
      bool before = false;
      for (std::size_t k = 1; k <= q; ++k) before = before || ids[k - 1] == ids[q];
      with_previous += q > 0, with_induction += before, with_copying += batch.targets[q] >= 0;
      for (std::size_t h = 0; h < heads; ++h) {
        const auto a = [&](std::size_t k) { return double(tap.data[(h * tap.shape[2] + q) * tap.shape[3] + k]); };
        double total = 0, h_sum = 0;
        for (std::size_t k = 0; k <= q; ++k) {
          total += a(k);
          if (a(k) > 0) h_sum -= a(k) * std::log(a(k));
          if (k > 0 && ids[k - 1] == ids[q]) induction[h] += a(k);
          if (ids[k] == batch.targets[q]) copying[h] += a(k);
        }
        CHECK(total == doctest::Approx(1));
        if (q > 0) previous[h] += a(q - 1), entropy[h] += h_sum / std::log(double(q + 1));
      }
    }
  });
  REQUIRE(with_induction > 0);
  for (std::size_t h = 0; h < heads; ++h) {
    check_close(array_of(found, layer + ".previous").data[h], previous[h] / with_previous);
    check_close(array_of(found, layer + ".entropy").data[h], entropy[h] / with_previous);
    check_close(array_of(found, layer + ".induction").data[h], induction[h] / with_induction);
    check_close(array_of(found, layer + ".copying").data[h], copying[h] / with_copying);
  }
}

TEST_CASE("measures: saturation counts what gates and units are, of the positions that belong to a sequence") {
  const GoldenHashes golden;
  for (const bool gru : {false, true}) {
    const std::string name = gru ? "gru: both ways, one answer" : "lstm", layer = gru ? "gru.0" : "lstm.0";
    CAPTURE(name);
    const Measured m(golden, case_named(golden, name));
    for (Tensor<float>& tensor : m.model->parameters().tensors())
      for (float& x : tensor.value) x *= 4;  // so that there is something to count
    constexpr std::size_t kExamples = 12;
    const Findings found = m.take("saturation", {{"examples", kExamples}});
    const Finding &low = array_of(found, layer + ".gates.low"), &high = array_of(found, layer + ".gates.high");
    const std::size_t gates = low.data.size(), candidate = 2;
    CHECK(low.axes[0].names[candidate] == (gates == 4 ? "g" : "n"));
    std::vector<double> shut(gates), open(gates), seen(gates);
    for_each_example(m, kExamples, [&](LossPlan<float>& plan, std::size_t length) {
      const Tap<float> tap = tap_named(plan, layer + ".gates");
      const std::size_t width = tap.shape[3];
      for (std::size_t i = 0; i < length * gates * width; ++i) {
        const std::size_t gate = i / width % gates;
        shut[gate] += tap.data[i] < (gate == candidate ? -0.9F : 0.1F);
        open[gate] += tap.data[i] > 0.9F;
        ++seen[gate];
      }
    });
    for (std::size_t g = 0; g < gates; ++g) {
      check_close(low.data[g], shut[g] / seen[g]);
      check_close(high.data[g], open[g] / seen[g]);
    }
  }
}

TEST_CASE("measures: in parts or at once, of every family, arrays are as large as they say") {
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    CAPTURE(stored["name"].get<std::string>());
    Session session = golden.open(stored);
    const Json kinds = Json::parse(session.measures());
    CHECK(kinds.empty() == (stored["name"] == "ngram"));
    for (const Json& kind : kinds) {
      const std::string name = kind["kind"];
      CHECK(kind["flops"].get<double>() > 0);
      const std::string options = name == "lengths" ? R"({"lengths":3,"examples":4})" : "";
      session.begin_measure(name, options);
      std::string text;
      while ((text = session.next()) == "null") continue;
      const Json told = Json::parse(text);
      std::vector<float> first;
      for (const Json& array : told["arrays"]) {
        const Finding& finding = session.measured(array["name"].get<std::string>());
        std::size_t count = 1;
        for (const Json& size : array["shape"]) count *= size.get<std::size_t>();
        CHECK(finding.data.size() == count);
        for (float x : finding.data) CHECK_FALSE(std::isinf(x));
        first.insert(first.end(), finding.data.begin(), finding.data.end());
      }
      CHECK(session.measure(name, options) == text);
      for (const Json& array : told["arrays"])
        for (float x : session.measured(array["name"].get<std::string>()).data) {
          const bool same = x == first.front() || (std::isnan(x) && std::isnan(first.front()));
          CHECK(same);
          first.erase(first.begin());
        }
    }
  }
}

TEST_CASE("measures: what cannot be measured is refused, and training goes on") {
  Session session = open(0), counting = open(kNgram);
  CHECK(code_of([&] { session.measure("riches", ""); }) == "invalid_config");
  CHECK(code_of([&] { session.measure("heads", ""); }) == "invalid_config");  // it has none
  CHECK(code_of([&] { session.measure("reach", R"({"examples":0})"); }) == "invalid_config");
  CHECK(code_of([&] { session.measure("reach", R"({"exmples":4})"); }) == "invalid_config");
  CHECK(code_of([&] { session.measured("reach"); }) == "invalid_config");
  CHECK(code_of([&] { counting.measure("reach", ""); }) == "invalid_config");
  CHECK(code_of([] { require_affordable({2 * kMostMeasureBytes, 0}); }) == "too_expensive");
  CHECK(code_of([] { require_affordable({0, 2 * kMostMeasureFlops}); }) == "too_expensive");
  CHECK(Json::parse(session.step(2))["finite"] == true);
}
