// Tasks of numbers and of sets, each answered by a solver that was written from the task's description alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <string>

#include "core/error.hpp"
#include "support/count_allocations.hpp"
#include "support/number_tasks.hpp"
#include "support/packed_digits.hpp"
#include "support/task_rows.hpp"

using namespace unrolled;
using test::baseline, test::for_all, test::for_training, test::make_task, test::refusal;

namespace {

constexpr double kPi = 3.14159265358979323846;

/// A table for "forecast_csv": a weekly wave, and something on top that never repeats.
std::string table(std::size_t rows) {
  std::string csv = "day,value\n";
  for (std::size_t i = 0; i < rows; ++i)
    csv += std::to_string(i) + "," + std::to_string(std::sin(double(i) * 2 * kPi / 7) + double(i * i % 1009) / 4000) +
           "\n";
  return csv;
}

struct Series {
  const char* kind;
  test::Settings settings{};
  std::string data{};
};

std::vector<Series> all_cases() {
  const std::string digits = test::packed_digits();
  const OptionValue own = std::string("own"), column = std::string("value");
  return {{"adding"},
          {"sines"},
          {"mackey_glass"},
          {"forecast_csv", {{"corpus", own}, {"column", column}, {"length", 20.0}}, table(400)},
          {"waveform", {{"phases", true}}},
          {"digits", {}, digits},
          {"digits", {{"reading", std::string("pixels")}}, digits},
          {"digits", {{"reading", std::string("patches")}, {"shuffled", true}}, digits},
          {"digit_words", {}, digits},
          {"digit_sum", {}, digits},
          {"set_maximum"},
          {"set_unique"},
          {"clustering"}};
}

std::size_t given(const ExampleShape& shape, const Example& e) {
  return shape.symbols > 0 ? e.source.size() : e.values.size() / shape.features;
}

}  // namespace

TEST_CASE("number tasks: examples have the shape that is promised before there is data, and a baseline") {
  for (const Series& c : all_cases()) {
    CAPTURE(c.kind);
    const auto task = make_task(c.kind, c.settings, c.data);
    const ExampleShape& shape = task->shape();
    const TaskKind& kind = task_kind(c.kind);
    CHECK(task->forms().at(0).signature == kind.forms(test::options_of(kind, c.settings), 0).at(0).signature);
    CHECK(kind.group.summary.size() > 40);
    CHECK_FALSE(task->baselines(Form::single).empty());
    for (const Baseline& line : task->baselines(Form::single))
      CHECK((std::isfinite(line.value) && line.title.size() > 5));
    CHECK(task->held_out_count(HeldOut::val) >= 32);
    for_all(*task, 200, [&](const Example& e) {
      CHECK(given(shape, e) >= 1);
      CHECK(given(shape, e) <= std::max(shape.training.given, shape.longer.given));
      CHECK(std::ranges::all_of(e.values, [](float x) { return std::isfinite(x); }));
      CHECK(std::ranges::all_of(e.numbers, [](float x) { return std::isfinite(x); }));
      CHECK(std::ranges::all_of(e.target, [&](std::int32_t t) { return t >= 0 && std::size_t(t) < shape.width; }));
    });
  }
}

TEST_CASE("number tasks: nothing is both learned and tested, in whatever order a set comes") {
  for (const Series& c : all_cases()) {
    CAPTURE(c.kind);
    const auto task = make_task(c.kind, c.settings, c.data);
    const ExampleShape& shape = task->shape();
    const auto content = [&](const Example& e) {
      std::vector<std::vector<float>> members;
      for (std::size_t i = 0; i < given(shape, e); ++i)
        if (shape.symbols > 0)
          members.push_back({float(e.source[i])});
        else
          members.emplace_back(&e.values[i * shape.features], &e.values[i * shape.features] + shape.features);
      if (!shape.ordered) std::ranges::sort(members);
      return members;
    };
    std::set<std::vector<std::vector<float>>> tested;
    for (HeldOut set : {HeldOut::val, HeldOut::longer})
      for (const Example& e : task->examples(set)) tested.insert(content(e));
    for_training(*task, 500, [&](const Example& e) { CHECK_FALSE(tested.contains(content(e))); });
  }
}

TEST_CASE("number tasks: both layouts hold the same examples, padded with zeros, and the same seed draws the same") {
  for (const Series& c : all_cases()) {
    CAPTURE(c.kind);
    const auto task = make_task(c.kind, c.settings, c.data);
    TaskRows time(task->forms()[0], 5, Layout::time_major), batch(task->forms()[0], 5, Layout::batch_major);
    Rng a(3), b(3);
    task->sample(a, time.batch());
    task->sample(b, batch.batch());
    CHECK(a.next() == b.next());
    CHECK(time.lengths == batch.lengths);
    const Signature& signature = time.form.signature;
    const bool pairs = signature.pairs();
    const std::size_t features = pairs ? signature.source.features : signature.input.features;
    const BatchDims dims = pairs ? time.source_dims : time.dims;
    const auto& in_time = pairs ? time.source_values : time.values;
    const auto& in_batch = pairs ? batch.source_values : batch.values;
    const auto& lengths = pairs ? time.source_lengths : time.lengths;
    for (std::size_t row = 0; row < 5; ++row)
      for (std::size_t t = 0; t < dims.length && features > 0; ++t) {
        const float* x = &in_time[position_index(Layout::time_major, dims, row, t) * features];
        const float* y = &in_batch[position_index(Layout::batch_major, dims, row, t) * features];
        CHECK(std::equal(x, x + features, y));
        if (t >= std::size_t(lengths[row])) CHECK(std::all_of(x, x + features, [](float v) { return v == 0; }));
      }
    if (signature.output.whole && !time.numbers.empty())  // NaN, too, is to be the same
      CHECK(std::memcmp(time.numbers.data(), batch.numbers.data(), 4 * time.numbers.size()) == 0);
    if (signature.output.whole) CHECK(time.targets == batch.targets);
  }
}

TEST_CASE("number tasks: once its buffers have grown, sampling allocates nothing") {
  for (const Series& c : all_cases()) {
    CAPTURE(c.kind);
    const auto task = make_task(c.kind, c.settings, c.data);
    TaskRows rows(task->forms()[0], 8, Layout::time_major);
    const Batch batch = rows.batch();
    Rng rng(1);
    for (int i = 0; i < 20; ++i) task->sample(rng, batch);
    CHECK(test::allocations_during([&] { task->sample(rng, batch); }) == 0);
  }
}

TEST_CASE("number tasks: beyond the last held-out example nothing counts") {
  for (const Series& c : all_cases()) {
    CAPTURE(c.kind);
    const auto task = make_task(c.kind, c.settings, c.data);
    TaskRows rows(task->forms()[0], 4, Layout::batch_major);
    const std::size_t count = task->held_out_count(HeldOut::val);
    task->held_out(HeldOut::val, count - 2, rows.batch());
    const std::size_t each = rows.form.signature.output.whole ? 1 : rows.dims.length;
    for (std::size_t i = 2 * each; i < rows.targets.size(); ++i) CHECK(rows.targets[i] == kNoTarget);
    const std::size_t width = rows.form.signature.output.width;
    for (std::size_t i = 2 * each * width; i < rows.numbers.size(); i += width) CHECK(std::isnan(rows.numbers[i]));
    if (rows.numbers.size() > 0) CHECK_FALSE(std::isnan(rows.numbers[0]));
    CHECK(rows.lengths[3] == 1);
  }
}

TEST_CASE("adding: two marks, one in each half, and the sum of what they mark") {
  for (double length : {4.0, 7.0, 50.0}) {
    const auto task = make_task("adding", {{"length", length}, {"longer_length", 0.0}});
    CHECK(task->held_out_count(HeldOut::longer) == 0);
    for_all(*task, 300, [&](const Example& e) {
      const auto n = std::size_t(length);
      REQUIRE(e.values.size() == 2 * n);
      double sum = 0;
      std::size_t marks[2] = {};
      for (std::size_t t = 0; t < n; ++t) {
        CHECK((e.values[2 * t] >= 0 && e.values[2 * t] < 1));
        if (e.values[2 * t + 1] == 0) continue;
        CHECK(e.values[2 * t + 1] == 1);
        ++marks[t >= n / 2];
        sum += double(e.values[2 * t]);
      }
      CHECK((marks[0] == 1 && marks[1] == 1));
      CHECK(double(e.numbers.at(0)) == doctest::Approx(sum));
    });
  }
}

TEST_CASE("adding: who always answers 1 errs by 1/6, and is near as often as the baseline says") {
  const auto task = make_task("adding", {{"length", 10.0}});
  double squares = 0, near = 0;
  for_training(*task, 20000, [&](const Example& e) {
    const double error = double(e.numbers[0]) - 1;
    squares += error * error;
    near += std::abs(error) <= task->shape().tolerance;
  });
  CHECK(baseline(*task, "mean", "loss") == 1.0 / 6);
  CHECK(squares / 20000 == doctest::Approx(1.0 / 6).epsilon(0.03));
  CHECK(near / 20000 == doctest::Approx(baseline(*task, "mean", "accuracy")).epsilon(0.1));
  CHECK(refusal("adding", {{"length", 60.0}, {"longer_length", 60.0}}) ==
        "task.longer_length: 60 is not more than length, which is 60. Choose more, or 0 for no second test.");
}

TEST_CASE("waveform: the wave is of the kind, frequency, height and phase that its description says") {
  for (bool phases : {false, true}) {
    const auto task = make_task("waveform", {{"length", 40.0}, {"longer_length", 80.0}, {"phases", phases}});
    std::set<int> kinds;
    for_all(*task, 300, [&](const Example& e) {
      const float* d = &e.values[0];
      const int kind = int(std::find(d, d + 4, 1.0F) - d);
      kinds.insert(kind);
      const double waves = 1 + 2 * double(d[4]), height = 0.5 + 0.5 * double(d[5]), phase = double(d[6]);
      CHECK((phases || phase == 0));
      for (std::size_t t = 0; t < e.numbers.size(); ++t) {
        CHECK(std::equal(d, d + 7, &e.values[7 * t]));  // the same at every position
        const double angle = 2 * kPi * (phase + waves * double(t) / 40);
        const double s = std::sin(angle);
        const double expected[] = {s, s >= 0 ? 1.0 : -1.0, std::atan(std::tan(angle / 2)) * 2 / kPi,
                                   std::asin(s) * 2 / kPi};
        const bool at_a_jump = (kind == 1 && std::abs(s) < 1e-4) || (kind == 2 && std::abs(std::cos(angle / 2)) < 1e-4);
        if (!at_a_jump) CHECK(double(e.numbers[t]) == doctest::Approx(height * expected[kind]).epsilon(1e-4).scale(1));
      }
    });
    CHECK(kinds.size() == 4);
  }
  CHECK(refusal("waveform", {{"min_waves", 5.0}, {"max_waves", 2.0}})
            .starts_with("task.max_waves: 2 is less than min_waves"));
}

TEST_CASE("waveform: the baseline is the mean square of the held-out waves") {
  const auto task = make_task("waveform");
  double squares = 0, count = 0;
  for (const Example& e : task->examples(HeldOut::val))
    for (float x : e.numbers) squares += double(x) * double(x), ++count;
  CHECK(baseline(*task, "silence", "loss") == doctest::Approx(squares / count));
}

TEST_CASE("largest of a set: is the largest, and the baseline is the answers' variance") {
  const auto task = make_task("set_maximum", {{"min_size", 2.0}, {"max_size", 5.0}});
  std::set<std::size_t> sizes;
  double sum = 0, squares = 0;
  for_training(*task, 40000, [&](const Example& e) {
    sizes.insert(e.values.size());
    CHECK(std::ranges::count_if(e.values, [&](float x) { return x > e.numbers[0]; }) == 0);
    CHECK(std::ranges::count(e.values, e.numbers[0]) == 1);
    sum += double(e.numbers[0]), squares += double(e.numbers[0]) * double(e.numbers[0]);
  });
  CHECK(sizes == std::set<std::size_t>{2, 3, 4, 5});
  const double mean = sum / 40000;
  CHECK(baseline(*task, "mean", "loss") == doctest::Approx(squares / 40000 - mean * mean).epsilon(0.03));
  for (const Example& e : task->examples(HeldOut::longer)) CHECK((e.values.size() > 5 && e.values.size() <= 20));
}

TEST_CASE("different letters: are counted, and the baselines are what can be known without looking") {
  const auto task = make_task("set_unique", {{"symbols", 6.0}, {"min_size", 3.0}, {"max_size", 8.0}});
  CHECK(task->classes() == std::vector<std::string>{"1", "2", "3", "4", "5", "6"});
  std::vector<double> counts(6);
  for_all(*task, 40000, [&](const Example& e) {
    const std::set<std::int32_t> different(e.source.begin(), e.source.end());
    CHECK(e.target == std::vector<std::int32_t>{std::int32_t(different.size()) - 1});
  });
  // Before examples are parted: rare multisets are all of one letter, and every tenth of them is held out.
  Rng rng(1);
  Example e;
  for (int i = 0; i < 40000; ++i)
    e.clear(), task->draw(rng, 3 + rng.below(6), e), counts[std::size_t(e.target[0])] += 1;
  double entropy = 0;
  for (double n : counts)
    if (n > 0) entropy -= n / 40000 * std::log(n / 40000);
  CHECK(baseline(*task, "chance", "loss") == doctest::Approx(entropy).epsilon(0.02));
  CHECK(baseline(*task, "chance", "accuracy") ==
        doctest::Approx(*std::ranges::max_element(counts) / 40000).epsilon(0.02));
}

TEST_CASE("sets: sizes that contradict each other, and sets too few to hold some out, are refused") {
  CHECK(refusal("set_unique", {{"min_size", 9.0}, {"max_size", 8.0}}) ==
        "task.max_size: 8 is less than min_size, which is 9. Choose at least as much.");
  CHECK(refusal("clustering", {{"longer_size", 30.0}})
            .starts_with("task.longer_size: 30 is not more than max_size, which is 40."));
  CHECK(refusal("set_unique", {{"symbols", 2.0}, {"min_size", 2.0}, {"max_size", 4.0}, {"longer_size", 0.0}})
            .find("different examples") != std::string::npos);
}

TEST_CASE("clusters: points lie about as many centres as promised, as wide as promised") {
  const auto task = make_task("clustering", {{"clusters", 1.0}, {"deviation", 0.5}, {"min_size", 40.0}});
  double squares = 0, count = 0;
  for_training(*task, 200, [&](const Example& e) {
    CHECK(e.values.size() == 80);
    for (std::size_t axis = 0; axis < 2; ++axis) {
      double mean = 0;
      for (std::size_t i = axis; i < 80; i += 2) mean += double(e.values[i]) / 40;
      for (std::size_t i = axis; i < 80; i += 2) squares += (double(e.values[i]) - mean) * (double(e.values[i]) - mean);
      count += 39;
    }
  });
  CHECK(std::sqrt(squares / count) == doctest::Approx(0.5).epsilon(0.02));
  // One Gaussian of that width: its entropy is log(2 pi e deviation^2).
  const double entropy = std::log(2 * kPi * std::exp(1.0) * 0.25);
  CHECK(baseline(*task, "truth", "loss") == doctest::Approx(entropy).epsilon(0.02));
  CHECK(baseline(*task, "one", "loss") < baseline(*task, "truth", "loss"));  // fitted to the very points
  CHECK(baseline(*task, "one", "loss") > baseline(*task, "truth", "loss") - 0.1);
}

TEST_CASE("clusters: with several, the mixture explains points better than one Gaussian, but for its weights no less") {
  const auto task = make_task("clustering");
  const double truth = baseline(*task, "truth", "loss"), one = baseline(*task, "one", "loss");
  // Each point is in the densest place of its cluster at best, and at least one of four equal ones must be named.
  CHECK(truth > std::log(2 * kPi * 0.09) + 0.9);
  CHECK(truth < std::log(2 * kPi * std::exp(1.0) * 0.09) + std::log(4.0));
  CHECK(one > truth + 1);
  CHECK(make_task("clustering")->baselines(Form::single)[1].value == truth);
}
