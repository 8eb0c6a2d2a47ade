// Gaps are what one example after the other gives.
#include <doctest/doctest.h>

#include <map>

#include "support/on_task.hpp"
#include "train/scoring.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// Answers by gap, of examples that lay_out(plan, i) puts into row 0 one after the other; false: there is no such.
struct Tally {
  double asked = 0, right = 0, error = 0;
};
template <class LayOut>
std::map<double, Tally> gaps_of(const Measured& m, std::size_t examples, StreamLengths lengths, LayOut lay_out) {
  LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, lengths, m.form.form));
  plan.allocate();
  std::map<double, Tally> tallies;
  Knowledge known;
  Marks marks;
  for (std::size_t i = 0; i < examples; ++i) {
    if (!lay_out(plan.batch(), i)) continue;
    plan.forward({});
    marks.mark(plan);
    const Batch batch = plan.batch();
    m.task->know(batch, 0, known);
    std::map<std::size_t, double> farthest;
    for (const Knowledge::Need& need : known.needs()) {
      double& gap = farthest[need.answer];
      const double own = double(need.answer) - double(need.cue);
      if (std::abs(own) > std::abs(gap)) gap = own;
    }
    for (const auto& entry : farthest) {
      const std::size_t before = m.form.signature.pairs() ? std::size_t(batch.source.lengths[0]) : 0;
      const std::size_t row = m.form.signature.output.whole ? 0 : entry.first - before;  // of a batch of one
      Tally& tally = tallies[entry.second];
      ++tally.asked;
      tally.right += marks.rows()[row] == Marks::Mark::right;
      if (!batch.numbers.empty()) tally.error += std::pow(double(plan.result()[row]) - double(batch.numbers[row]), 2);
    }
  }
  return tallies;
}

void check_gaps(const Findings& found, const std::string& prefix, const std::map<double, Tally>& expected,
                bool numbers) {
  const Finding& answers = array_of(found, prefix + "answers");
  const Axis& gaps = answers.axes[0];
  CHECK(gaps.name == "gap");
  REQUIRE(gaps.at.size() >= expected.size());
  double counted = 0;
  for (std::size_t i = 0; i < gaps.count; ++i) {
    CAPTURE(gaps.at[i]);
    const auto at = expected.find(gaps.at[i]);
    const Tally tally = at == expected.end() ? Tally{} : at->second;
    CHECK(double(answers.data[i]) == tally.asked);
    CHECK(near_to(array_of(found, prefix + "accuracy").data[i], tally.right / tally.asked));
    if (numbers) CHECK(near_to(array_of(found, prefix + "error").data[i], tally.error / tally.asked));
    counted += tally.asked;
  }
  CHECK(counted > 0);
}

}  // namespace

TEST_CASE("gaps: answers by their distance from the cue are what one example after the other gives") {
  const GoldenHashes golden;
  const Json tasks[] = {
      {{"kind", "reverse"}, {"symbols", 3}, {"min_length", 3}, {"max_length", 6}, {"longer_length", 9}},
      {{"kind", "associative_recall"}, {"min_length", 2}, {"max_length", 4}, {"longer_length", 6}},
      {{"kind", "delayed_recall"},
       {"delay", 3},
       {"symbols", 3},
       {"min_length", 5},
       {"max_length", 9},
       {"longer_length", 0}},
      {{"kind", "adding"}, {"length", 9}, {"longer_length", 14}},
      {{"kind", "palindrome_gap"}, {"symbols", 3}, {"min_length", 3}, {"max_length", 4}, {"longer_length", 0}}};
  const char* models[] = {"seq2seq: gru, attention additive", "gru", "lstm", "lstm: open forget gate, one number",
                          "transformer: encoder"};
  for (std::size_t n = 0; n < std::size(tasks); ++n) {
    CAPTURE(models[n]);
    const Measured m(golden, on_task(golden, models[n], tasks[n]));
    REQUIRE(m.applies("gaps"));
    const std::size_t examples = 37;
    const Findings found = m.take("gaps", {{"examples", examples}});
    const auto held_out = gaps_of(m, examples, m.form.lengths, [&](const Batch& batch, std::size_t i) {
      m.task->held_out(HeldOut::val, i, batch);
      return true;
    });
    const bool numbers = m.form.signature.output.kind == OutputSize::Kind::numbers;
    check_gaps(found, "", held_out, numbers);
    const SizeRange sizes = m.task->sizes();
    if (sizes.greatest == sizes.trained) {
      for (const Finding& array : found.arrays) CHECK_FALSE(array.name.starts_with("longer"));
      continue;
    }
    Rng rng(1, "measure.gaps");
    check_gaps(found, "longer_",
               gaps_of(m, examples, m.form.longest(),
                       [&](const Batch& batch, std::size_t i) {
                         const std::size_t size = sizes.trained + 1 + i * (sizes.greatest - sizes.trained) / examples;
                         return m.task->lay_out_of_size(rng, size, batch, 0);
                       }),
               numbers);
  }
}

TEST_CASE("gaps: tasks without cues have none") {
  const GoldenHashes golden;
  for (const char* name : {"gru: both ways, one answer", "lstm", "gru: numbers"})
    CHECK_FALSE(Measured(golden, golden_case(golden, name)).applies("gaps"));
}
