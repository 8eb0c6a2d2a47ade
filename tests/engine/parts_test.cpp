// What a part is worth is the loss of the same examples with what it shows overwritten between two ops, less that of the whole.
#include <doctest/doctest.h>

#include <cmath>

#include "measures/input_probe.hpp"
#include "support/between_ops.hpp"
#include "support/measured.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

Json golden_case(const GoldenHashes& golden, const std::string& name) {
  for (const Json& stored : golden.cases())
    if (stored["name"] == name) return stored;
  throw std::runtime_error(name);
}

Findings parts_of(const Measured& m, const Json& options) {
  const MeasureKind& kind = *find_measure("parts");
  Options read(kind.group.options);
  for (const auto& [name, value] : options.items()) {
    if (value.is_string())
      read.set(name, value.get<std::string>());
    else
      read.set(name, value.get<double>());
  }
  const auto measuring = kind.begin(m.subject, read);
  while (measuring->next()) continue;
  return measuring->result();
}

double number_in(const Findings& found, const std::string& name) {
  for (const auto& [known, value] : found.numbers)
    if (known == name) return value;
  throw std::runtime_error(name);
}

/// Mean loss and accuracy over examples, one after the other, with columns of tensors at zero.
struct Judged {
  double loss = 0, right = 0, asked = 0;
};
Judged judge(const Measured& m, std::size_t examples,
             const std::vector<std::pair<std::string, std::pair<std::size_t, std::size_t>>>& zeroed) {
  const auto model = m.in_double();
  LossPlan<double> plan(*model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
  plan.allocate();
  Judged judged;
  for (std::size_t i = 0; i < examples; ++i) {
    m.task->held_out(HeldOut::val, i, plan.batch());
    for (std::size_t op = 0; op < plan.plan().op_count(); ++op) {
      plan.plan().forward_op(op, {});
      for (const auto& zero : zeroed) {  // again and again, so that whoever reads it finds zeros
        Tensor<double>& x = *plan.plan().arena().find(zero.first);
        for (std::size_t row = 0; row < x.shape.count() / x.shape.last(); ++row)
          std::fill_n(x.value.begin() + std::ptrdiff_t(row * x.shape.last() + zero.second.first), zero.second.second,
                      0.0);
      }
    }
    const Batch batch = plan.batch();
    const std::size_t width = m.form.signature.output.width;
    for (std::size_t row = 0; row < plan.rows(); ++row) {
      if (batch.targets[row] < 0) continue;
      const auto logits = plan.result().subspan(row * width, width);
      double sum = 0;
      for (double x : logits) sum += std::exp(x);
      judged.loss += std::log(sum) - logits[std::size_t(batch.targets[row])];
      judged.right += std::ranges::max_element(logits) - logits.begin() == batch.targets[row];
      ++judged.asked;
    }
  }
  judged.loss /= judged.asked, judged.right /= judged.asked;
  return judged;
}

}  // namespace

TEST_CASE("parts: of heads, one by one and together, are what zeroing them between two ops gives") {
  const GoldenHashes golden;
  for (const char* name : {"transformer: ALiBi", "transformer: encoder-decoder"}) {
    CAPTURE(name);
    const Measured m(golden, golden_case(golden, name));
    for (Tensor<float>& tensor : m.model->parameters().tensors())
      for (float& x : tensor.value) x *= 2;  // so that heads matter
    constexpr std::size_t kExamples = 7;
    const Findings found = parts_of(m, {{"part", "head"}, {"examples", kExamples}});
    const Judged whole = judge(m, kExamples, {});
    CHECK(number_in(found, "loss") == doctest::Approx(whole.loss).epsilon(1e-5));
    CHECK(number_in(found, "accuracy") == doctest::Approx(whole.right).epsilon(1e-5));
    std::size_t arrays = 0, effects = 0;
    for (const Finding& finding : found.arrays) {
      CAPTURE(finding.name);
      const bool rise = finding.name.ends_with(".rise");
      const std::string layer = finding.name.substr(0, finding.name.size() - 5);
      const std::string tensor = layer.ends_with(".cross") ? layer + "_attention.heads" : layer + ".attention.heads";
      REQUIRE(finding.data.size() == 3);
      for (std::size_t h = 0; h < 3; ++h) {
        const Judged off = judge(m, kExamples, {{tensor, {h * 4, 4}}});
        CHECK(double(finding.data[h]) ==
              doctest::Approx(rise ? off.loss - whole.loss : whole.right - off.right).epsilon(1e-3).scale(1e-2));
        effects += finding.data[h] != 0;
      }
      ++arrays;
    }
    CHECK(arrays == (m.form.signature.pairs() ? 6 : 4));
    CHECK(effects >= 6);
  }
}

TEST_CASE("parts: heads with a high score are switched off together") {
  const GoldenHashes golden;
  const Measured m(golden, golden_case(golden, "transformer: ALiBi"));
  for (Tensor<float>& tensor : m.model->parameters().tensors())
    for (float& x : tensor.value) x *= 2;
  const Findings heads = m.take("heads");
  const Finding& first = array_of(heads, "transformer.0.attention.previous");
  const Finding& second = array_of(heads, "transformer.1.attention.previous");
  std::vector<float> scores(first.data);
  scores.insert(scores.end(), second.data.begin(), second.data.end());
  std::vector<float> sorted = scores;
  std::ranges::sort(sorted);
  const double above = (double(sorted[3]) + double(sorted[4])) / 2;
  std::vector<std::pair<std::string, std::pair<std::size_t, std::size_t>>> off;
  for (std::size_t h = 0; h < 6; ++h)
    if (double(scores[h]) > above)
      off.push_back({"transformer." + std::to_string(h / 3) + ".attention.heads", {h % 3 * 4, 4}});
  REQUIRE(off.size() == 2);
  const Findings found = parts_of(m, {{"examples", 6}, {"score", "previous"}, {"above", above}});
  const Judged whole = judge(m, 6, {}), without = judge(m, 6, off);
  CHECK(number_in(found, "together") == 2);
  CHECK(number_in(found, "together_rise") == doctest::Approx(without.loss - whole.loss).epsilon(1e-3).scale(1e-2));
  CHECK(number_in(found, "together_fall") == doctest::Approx(whole.right - without.right).epsilon(1e-3).scale(1e-2));
  CHECK(number_in(parts_of(m, {{"examples", 2}, {"score", "previous"}, {"above", 1}}), "together_rise") == 0);
}

TEST_CASE("parts: gates held open and closed are those of the family's options") {
  const GoldenHashes golden;
  const Json stored = golden_case(golden, "lstm");
  const Measured m(golden, stored);
  const Findings found = parts_of(m, {{"part", "any"}, {"examples", 9}});
  const Finding& rise = array_of(found, "lstm.0.rise");
  CHECK(rise.axes[0].names == std::vector<std::string>{"i", "f", "g", "o"});
  CHECK(rise.axes[1].names == std::vector<std::string>{"closed", "open"});
  const double whole = judge(m, 9, {}).loss;
  for (const auto& [gate, option] : {std::pair(0, "input_gate"), {1, "forget_gate"}, {3, "output_gate"}})
    for (const int open : {0, 1}) {
      Json fixed = stored;
      fixed["experiment"]["models"][0][option] = open == 1 ? "open" : "closed";
      const Measured other(golden, fixed);
      CHECK(double(rise.data[std::size_t(gate * 2 + open)]) ==
            doctest::Approx(judge(other, 9, {}).loss - whole).epsilon(1e-3).scale(1e-2));
    }
  CHECK_FALSE(std::isnan(rise.data[4]));
  CHECK(std::isnan(rise.data[5]));  // a candidate is off, and has no other end
}

TEST_CASE("parts: of many units every so many-th is measured, and a part that a model has not is refused") {
  const GoldenHashes golden;
  const Measured m(golden, golden_case(golden, "conv"));
  const Findings found = parts_of(m, {{"part", "unit"}, {"examples", 3}, {"most", 5}});
  std::size_t known = 0, number = 0;
  for (const char* layer : {"conv.0", "conv.1"})
    for (float x : array_of(found, std::string(layer) + ".rise").data) {
      CHECK(std::isnan(x) == (number++ % 4 != 0));  // of 18
      known += !std::isnan(x);
    }
  CHECK(known == 5);
  const double whole = judge(m, 3, {}).loss;
  CHECK(double(array_of(found, "conv.0.rise").data[4]) ==
        doctest::Approx(judge(m, 3, {{"conv.0.conv1.relu", {4, 1}}}).loss - whole).epsilon(1e-3).scale(1e-2));
  Session session = open(2);
  CHECK(code_of([&] { session.measure("parts", R"({"part":"gate"})"); }) == "invalid_config");
  CHECK(code_of([&] { open(0).measure("parts", R"({"score":"induction"})"); }) == "invalid_config");
}

TEST_CASE("parts: measuring changes no weight") {
  const GoldenHashes golden;
  for (const char* name : {"gru", "transformer", "mlp"}) {
    Session session = golden.open(golden_case(golden, name));
    session.step(3);
    const std::string before = session.weights_sha256();
    session.measure("parts", "");
    CHECK(session.weights_sha256() == before);
  }
}
