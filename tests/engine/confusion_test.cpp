// What is answered where which symbol is asked, against a plain loop over one example after the other.
#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "measures/input_probe.hpp"
#include "support/measured.hpp"
#include "train/greedy.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

const Json& confused_case(const GoldenHashes& golden, const std::string& name) {
  for (const Json& stored : golden.cases())
    if (stored["name"] == name) return stored;
  throw std::runtime_error(name);
}

/// What was answered to each example: pairs of what was asked and what was answered.
using AnswersGiven = std::vector<std::vector<std::pair<int, int>>>;

AnswersGiven answers_given(const Measured& m, std::size_t examples) {
  LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
  plan.allocate();
  const std::size_t width = m.form.signature.output.width;
  AnswersGiven all;
  for (std::size_t e = 0; e < std::min(examples, m.task->held_out_count(HeldOut::val)); ++e) {
    m.task->held_out(HeldOut::val, e, plan.batch());
    plan.forward({});
    auto& given = all.emplace_back();
    for (std::size_t row = 0; row < plan.rows(); ++row) {
      if (plan.batch().targets[row] < 0) continue;
      std::size_t best = 0;
      for (std::size_t i = 1; i < width; ++i)
        if (plan.result()[row * width + i] > plan.result()[row * width + best]) best = i;
      given.emplace_back(plan.batch().targets[row], int(best));
    }
  }
  return all;
}

std::map<std::pair<int, int>, double> counted(const AnswersGiven& all) {
  std::map<std::pair<int, int>, double> counts;
  for (const auto& given : all)
    for (const auto& answer : given) ++counts[answer];
  return counts;
}

/// The symbols that stand at an axis, each with its place.
std::map<int, std::size_t> places_of_symbols(const Axis& axis) {
  std::map<int, std::size_t> places;
  for (std::size_t i = 0; i < axis.count; ++i) places[int(axis.at[i])] = i;
  return places;
}

/// More often right than an untrained model is.
void scale_weights(const Measured& m, float factor) {
  for (Tensor<float>& tensor : m.model->parameters().tensors())
    for (float& x : tensor.value) x *= factor;
}

}  // namespace

TEST_CASE("confusion: counts are those of one example after the other, of every form of an answer") {
  const GoldenHashes golden;
  for (const char* name : {"lstm", "rnn: both ways", "seq2seq: gru, attention additive", "transformer: encoder-decoder",
                           "image_conv", "set_transformer", "pervasive: max"}) {
    CAPTURE(name);
    const Measured m(golden, confused_case(golden, name));
    scale_weights(m, 3);
    REQUIRE(m.applies("confusion"));
    constexpr std::size_t kExamples = 21;
    const AnswersGiven given = answers_given(m, kExamples);
    const auto counts = counted(given);
    const Findings found = m.take("confusion", {{"examples", kExamples}, {"symbols", 256}});
    const Finding& array = array_of(found, "count");
    REQUIRE(array.axes.size() == 2);
    CHECK(array.axes[0].name == "asked");
    CHECK(array.axes[1].name == "answered");
    const auto places = places_of_symbols(array.axes[0]);
    CHECK(places_of_symbols(array.axes[1]) == places);
    CHECK(std::ranges::is_sorted(array.axes[0].at));
    double total = 0;
    for (float x : array.data) total += double(x);
    for (const auto& [answer, count] : counts) {
      REQUIRE(places.contains(answer.first));
      REQUIRE(places.contains(answer.second));
      CHECK(double(array.data[places.at(answer.first) * places.size() + places.at(answer.second)]) == count);
      total -= count;
    }
    CHECK(total == 0);
    for (const auto& [symbol, place] : places) {
      double used = 0;
      for (const auto& [answer, count] : counts) used += answer.first == symbol || answer.second == symbol ? count : 0;
      CHECK(used > 0);
    }
    CHECK(number_of(found, "others") == 0);
    CHECK(number_of(found, "examples") == double(given.size()));
  }
}

TEST_CASE("confusion: examples have the share of their answers that is right, and symbols the task's names") {
  const GoldenHashes golden;
  for (const char* name : {"lstm", "rnn: both ways", "conv_seq2seq", "image_conv"}) {
    CAPTURE(name);
    const Measured m(golden, confused_case(golden, name));
    scale_weights(m, 3);
    const AnswersGiven given = answers_given(m, 19);
    const Findings found = m.take("confusion", {{"examples", 19}});
    const Finding& right = array_of(found, "right");
    REQUIRE(right.data.size() == given.size());
    CHECK(right.axes[0].name == "example");
    double all = 0, all_right = 0;
    for (std::size_t e = 0; e < given.size(); ++e) {
      double hit = 0;
      for (const auto& [asked, answered] : given[e]) hit += asked == answered;
      all += double(given[e].size()), all_right += hit;
      if (given[e].empty())
        CHECK(std::isnan(right.data[e]));
      else
        CHECK(double(right.data[e]) == doctest::Approx(hit / double(given[e].size())));
    }
    CHECK(number_of(found, "answers") == all);
    CHECK(number_of(found, "accuracy") == doctest::Approx(all_right / all));
    const Axis& asked = array_of(found, "count").axes[0];
    const std::vector<std::string> classes = m.task->classes();
    for (std::size_t i = 0; i < asked.count; ++i) {
      const auto symbol = std::size_t(asked.at[i]);
      CHECK(asked.names[i] == (classes.empty() ? m.task->vocabulary().text(std::int32_t(symbol)) : classes[symbol]));
    }
  }
}

TEST_CASE("confusion: of many symbols those asked most often stand alone, and the others together lose no answer") {
  const GoldenHashes golden;
  const Measured m(golden, confused_case(golden, "lstm"));
  scale_weights(m, 3);
  const auto counts = counted(answers_given(m, 32));
  std::map<int, double> asked, answered;
  for (const auto& [answer, count] : counts) asked[answer.first] += count, answered[answer.second] += count;
  std::vector<int> symbols;
  for (int symbol = 0; symbol < 256; ++symbol)
    if (asked[symbol] + answered[symbol] > 0) symbols.push_back(symbol);
  constexpr std::size_t kOwn = 4;
  REQUIRE(symbols.size() > kOwn + 1);
  std::ranges::stable_sort(
      symbols, [&](int a, int b) { return asked[a] != asked[b] ? asked[a] > asked[b] : answered[a] > answered[b]; });
  const Findings found = m.take("confusion", {{"examples", 32}, {"symbols", kOwn}});
  const Finding& array = array_of(found, "count");
  REQUIRE(array.axes[0].count == kOwn + 1);
  CHECK(number_of(found, "others") == double(symbols.size() - kOwn));
  CHECK(array.axes[0].at.back() == -1);
  CHECK(array.axes[1].names.back().empty());
  std::vector<int> own(symbols.begin(), symbols.begin() + kOwn);
  std::ranges::sort(own);
  const auto place = [&](int symbol) { return std::size_t(std::ranges::find(own, symbol) - own.begin()); };
  std::vector<double> expected((kOwn + 1) * (kOwn + 1));
  for (const auto& [answer, count] : counts) expected[place(answer.first) * (kOwn + 1) + place(answer.second)] += count;
  for (std::size_t i = 0; i < kOwn; ++i) CHECK(array.axes[0].at[i] == double(own[i]));
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(double(array.data[i]) == expected[i]);
}

TEST_CASE("confusion: a twin that says one symbol for another has just these columns changed") {
  const GoldenHashes golden;
  const Measured m(golden, confused_case(golden, "image_conv")), twin(golden, confused_case(golden, "image_conv"));
  scale_weights(m, 2), scale_weights(twin, 2);
  Tensor<float>*weight = nullptr, *bias = nullptr;
  for (Tensor<float>& tensor : twin.model->parameters().tensors()) {
    if (tensor.name.ends_with(".weight") && tensor.shape[0] == 10) weight = &tensor;
    if (tensor.name.ends_with(".bias") && tensor.shape[0] == 10) bias = &tensor;
  }
  REQUIRE(weight != nullptr);
  REQUIRE(bias != nullptr);
  const auto counts = counted(answers_given(m, 64));
  int often = 0;  // what it answers most often, so that there is something to see
  std::map<int, double> answered;
  for (const auto& [answer, count] : counts) answered[answer.second] += count;
  for (const auto& [symbol, count] : answered)
    if (count > answered[often]) often = symbol;
  const int other = (often + 1) % 10;
  const std::size_t width = weight->value.size() / 10;
  std::swap_ranges(weight->value.begin() + std::ptrdiff_t(std::size_t(often) * width),
                   weight->value.begin() + std::ptrdiff_t(std::size_t(often + 1) * width),
                   weight->value.begin() + std::ptrdiff_t(std::size_t(other) * width));
  std::swap(bias->value[std::size_t(often)], bias->value[std::size_t(other)]);
  const Findings found = twin.take("confusion", {{"examples", 64}});
  const Finding& array = array_of(found, "count");
  const auto places = places_of_symbols(array.axes[0]);
  double all = 0;
  for (const auto& [answer, count] : counts) {
    const int said = answer.second == often ? other : answer.second == other ? often : answer.second;
    CHECK(double(array.data[places.at(answer.first) * places.size() + places.at(said)]) == count);
    all += count;
  }
  CHECK(number_of(found, "answers") == all);
}

TEST_CASE("confusion: of numbers, of mixtures and of two classes there is none") {
  const GoldenHashes golden;
  for (const char* name : {"gru: numbers", "set_transformer: inducing points, mixture", "gru: both ways, one answer"})
    CHECK_FALSE(Measured(golden, confused_case(golden, name)).applies("confusion"));
}
