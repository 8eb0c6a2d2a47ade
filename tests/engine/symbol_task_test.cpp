// Tasks of symbols, each answered by a solver that was written from the task's description alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/error.hpp"
#include "support/count_allocations.hpp"
#include "support/task_examples.hpp"

using namespace unrolled;
using test::baseline, test::for_each_example, test::make_task, test::text_of;

namespace {

std::string message_of(const std::string& kind, const test::Settings& settings) {
  try {
    make_task(kind, settings);
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

/// The part of answers that the most frequent answer gets right, and how many answers there are.
struct Guess {
  std::map<std::int32_t, std::size_t> counts;
  std::size_t total = 0;
  void add(std::int32_t answer) { ++counts[answer], ++total; }
  double best() const {
    std::size_t most = 0;
    for (const auto& [answer, count] : counts) most = std::max(most, count);
    return double(most) / double(total);
  }
};

}  // namespace

TEST_CASE("tasks: every one of symbols has examples, a chance level and a plain summary") {
  for (const char* kind :
       {"copy", "reverse", "sort", "addition", "copy_memory", "delayed_recall", "running_parity", "associative_recall",
        "repeated_block", "palindrome_gap", "temporal_order", "parity", "majority", "brackets"}) {
    CAPTURE(kind);
    const auto task = make_task(kind);
    CHECK(task->held_out_count(HeldOut::val) >= 200);
    CHECK_FALSE(task->baselines(task->forms().front().form).empty());
    CHECK(task->forms().at(0).signature == task_kind(kind).forms(test::options_of(task_kind(kind)), 0).at(0).signature);
    for_each_example(*task, 2000, [](const Example&) {});
  }
}

TEST_CASE("tasks: a steady step of any allocates nothing") {
  for (const TaskKind* kind : task_kinds()) {
    if (kind->reads_data) continue;
    CAPTURE(kind->group.kind);
    const auto task = make_task(std::string(kind->group.kind));
    Rng rng(1);
    Example e;
    for (int i = 0; i < 300; ++i) task->sample_one(rng, e);
    CHECK(test::allocations_during([&] {
            for (int i = 0; i < 100; ++i) task->sample_one(rng, e);
          }) == 0);
  }
}

TEST_CASE("copy, reverse, sort: the answer is the letters in the order promised") {
  for (const char* kind : {"copy", "reverse", "sort"})
    for_each_example(*make_task(kind), 300, [&](const Example& e) {
      std::vector<std::int32_t> expected = e.source;
      if (kind[0] == 'r') expected.assign(e.source.rbegin(), e.source.rend());
      if (kind[0] == 's') std::sort(expected.begin(), expected.end());
      CHECK(e.target == expected);
    });
}

TEST_CASE("addition: the answer is the sum") {
  const auto task = make_task("addition", {{"digits", 3.0}, {"longer_digits", 5.0}});
  std::size_t most = 0;
  for_each_example(*task, 500, [&](const Example& e) {
    const std::string sum = text_of(*task, e.source);
    const std::size_t plus = sum.find('+');
    CHECK(std::stoull(sum.substr(0, plus)) + std::stoull(sum.substr(plus + 1)) ==
          std::stoull(text_of(*task, e.target)));
    CHECK((sum[0] != '0' || plus == 1));
    most = std::max(most, sum.size());
  });
  CHECK(most == 11);
  for (const Example& e : task->examples(HeldOut::longer)) CHECK(e.source.size() > 7);
}

TEST_CASE("addition: both sides can be written backwards") {
  const auto plain = make_task("addition"),
             back = make_task("addition", {{"reversed_source", true}, {"reversed_answer", true}});
  for_each_example(*back, 200, [&](const Example& e) {
    std::string sum = text_of(*back, e.source), answer = text_of(*back, e.target);
    std::ranges::reverse(sum);
    std::ranges::reverse(answer);
    const std::size_t plus = sum.find('+');
    CHECK(std::stoi(sum.substr(0, plus)) + std::stoi(sum.substr(plus + 1)) == std::stoi(answer));
  });
}

TEST_CASE("addition: a limited number of examples, and refusal where there are too few sums") {
  const auto task = make_task("addition", {{"training_examples", 4500.0}});
  std::set<std::vector<std::int32_t>> seen;
  Rng rng(1);
  Example e;
  for (int i = 0; i < 60000; ++i) {
    task->sample_one(rng, e);
    seen.insert(e.source);
  }
  CHECK(seen.size() > 4490);
  CHECK(seen.size() <= 4500);
  CHECK(message_of("addition", {{"digits", 1.0}}).starts_with("task: There are only "));
}

TEST_CASE("copy memory: digits, a pause, the digits again, as in Arjovsky's and Bai's layout") {
  const auto task = make_task("copy_memory", {{"pause", 6.0}, {"longer_pause", 9.0}, {"remembered", 4.0}});
  for_each_example(*task, 300, [&](const Example& e) {
    const std::string given = task->vocabulary().text(e.source), answer = task->vocabulary().text(e.target);
    const std::size_t pause = e.source.size() - 8;
    CHECK((pause == 6 || pause == 9));
    const Vocabulary& v = task->vocabulary();
    for (std::size_t i = 0; i < 4; ++i) CHECK((e.source[i] >= 1 && e.source[i] <= 8));
    for (std::size_t i = 4; i < e.source.size(); ++i)
      CHECK(v.text(e.source[i]) == (i < pause + 3 ? std::string("·") : std::string("?")));
    for (std::size_t i = 0; i < e.target.size(); ++i)
      CHECK(e.target[i] == (i < pause + 4 ? 0 : e.source[i - pause - 4]));
  });
  CHECK(task->forms()[0].lengths.input == 14);
  CHECK(task->forms()[0].longer.input == 17);
}

TEST_CASE("copy memory: the baseline is 10 ln 8 / (T + 20)") {
  const auto task = make_task("copy_memory", {{"pause", 30.0}});
  CHECK(baseline(*task, "memoryless", "loss") == doctest::Approx(10 * std::log(8.0) / 50).epsilon(1e-12));
  CHECK(baseline(*task, "memoryless", "accuracy") == doctest::Approx((40 + 10 / 8.0) / 50).epsilon(1e-12));
}

TEST_CASE("copy memory: so few digits that nothing could be held out are refused") {
  CHECK(message_of("copy_memory", {{"remembered", 2.0}}).find("different examples") != std::string::npos);
}

TEST_CASE("delayed recall and running parity: each answer follows from what was read so far") {
  const auto recall = make_task("delayed_recall", {{"delay", 5.0}});
  for_each_example(*recall, 200, [&](const Example& e) {
    for (std::size_t t = 0; t < e.source.size(); ++t) CHECK(e.target[t] == (t < 5 ? kNoTarget : e.source[t - 5]));
  });
  const auto parity = make_task("running_parity");
  for_each_example(*parity, 200, [&](const Example& e) {
    for (std::size_t t = 0; t < e.source.size(); ++t)
      CHECK(e.target[t] == std::count(e.source.begin(), e.source.begin() + std::ptrdiff_t(t) + 1, 1) % 2);
  });
  CHECK(message_of("delayed_recall", {{"delay", 32.0}}).starts_with("task.delay: "));
}

TEST_CASE("associative recall: a key seen again asks for its digit") {
  const auto task = make_task("associative_recall", {{"queries", 2.0}});
  std::size_t seen_again = 0, asked = 0;
  for_each_example(*task, 3000, [&](const Example& e) {
    std::map<std::int32_t, std::int32_t> digits;
    const std::size_t pairs = (e.source.size() - 3) / 2;
    for (std::size_t i = 0; i < 2 * pairs; i += 2) CHECK(digits.emplace(e.source[i], e.source[i + 1]).second);
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      const bool query = t >= 2 * pairs && t % 2 == 0;
      CHECK(e.target[t] == (query ? digits.at(e.source[t]) : kNoTarget));
      if (query && t + 1 < e.source.size()) CHECK(e.source[t + 1] == e.target[t]);
      if (query && pairs <= 6) ++asked, seen_again += e.source[1] == e.target[t];
    }
  });
  CHECK(double(seen_again) / double(asked) == doctest::Approx(baseline(*task, "seen", "accuracy")).epsilon(0.05));
}

TEST_CASE("repeated block: the first letter of a repetition, which nothing announces, is not asked for") {
  const auto task = make_task("repeated_block", {{"max_offset", 0.0}, {"min_period", 6.0}, {"max_period", 6.0}});
  for_each_example(*task, 100, [](const Example& e) {
    for (std::size_t t = 0; t < e.target.size(); ++t) CHECK((e.target[t] == kNoTarget) == (t < 6));
  });
}

TEST_CASE("repeated block: every letter asked for stood one period earlier") {
  const auto task = make_task("repeated_block", {{"longer_length", 48.0}});
  std::map<std::size_t, std::size_t> periods;
  for_each_example(*task, 500, [&](const Example& e) {
    const auto first = std::ranges::find_if(e.target, [](std::int32_t t) { return t != kNoTarget; }) - e.target.begin();
    std::size_t period = 0;
    for (std::size_t p = 5; p <= 12 && period == 0; ++p) {
      bool fits = std::size_t(first) + 1 >= p;
      for (std::size_t t = std::size_t(first); t < e.target.size() && fits; ++t)
        fits = e.target[t] == e.source[t + 1 - p];
      if (fits) period = p;
    }
    CHECK(period > 0);
    ++periods[period];
    for (std::size_t t = 0; t + 1 < e.source.size(); ++t)
      CHECK((e.target[t] == kNoTarget || e.target[t] == e.source[t + 1]));
    CHECK(std::ranges::find(e.target.begin() + first, e.target.end(), kNoTarget) == e.target.end());
  });
  CHECK(periods.size() == 8);
}

TEST_CASE("palindrome gap: the answer makes a palindrome of it, and half of the gaps come before their mirror") {
  const auto task = make_task("palindrome_gap");
  std::size_t early = 0, all = 0;
  for_each_example(*task, 3000, [&](const Example& e) {
    std::vector<std::int32_t> filled = e.source;
    const std::size_t gap = std::size_t(std::ranges::find(e.source, 0) - e.source.begin());
    CHECK(std::ranges::count(e.source, 0) == 1);
    CHECK(std::ranges::count(e.target, kNoTarget) == std::ptrdiff_t(e.target.size()) - 1);
    filled[gap] = e.target[gap];
    CHECK(std::equal(filled.begin(), filled.end(), filled.rbegin()));
    early += gap < e.source.size() / 2, ++all;
  });
  CHECK(double(early) / double(all) == doctest::Approx(0.5).epsilon(0.05));
  CHECK(baseline(*task, "causal", "accuracy") == doctest::Approx(0.53125).epsilon(1e-12));
}

TEST_CASE("temporal order: the class is the order of the marks, which stand where the paper has them") {
  for (double marks : {2.0, 3.0}) {
    const auto task = make_task("temporal_order", {{"marks", marks}, {"max_length", 40.0}});
    Guess guess;
    for_each_example(*task, 4000, [&](const Example& e) {
      std::string order;
      const std::string text = text_of(*task, e.source);
      CHECK((text.front() == 'E' && text.back() == 'B'));
      for (char c : text)
        if (c == 'X' || c == 'Y') order += c;
      CHECK(task->classes().at(std::size_t(e.target[0])) == order);
      const double first = double(text.find_first_of("XY")) / double(text.size());
      CHECK((first >= 0.08 && first <= 0.25));
      guess.add(e.target[0]);
    });
    CHECK(guess.best() == doctest::Approx(baseline(*task, "chance", "accuracy")).epsilon(0.15));
  }
}

TEST_CASE("parity and majority: counted again") {
  const auto parity = make_task("parity");
  Guess bits, winners;
  for_each_example(*parity, 4000, [&](const Example& e) {
    CHECK(parity->classes()[std::size_t(e.target[0])] == (std::ranges::count(e.source, 1) % 2 == 0 ? "even" : "odd"));
    bits.add(e.target[0]);
  });
  CHECK(bits.best() == doctest::Approx(0.5).epsilon(0.06));
  const auto majority = make_task("majority");
  for_each_example(*majority, 4000, [&](const Example& e) {
    for (std::int32_t s = 0; s < 3; ++s)
      if (s != e.target[0]) CHECK(std::ranges::count(e.source, s) < std::ranges::count(e.source, e.target[0]));
    winners.add(e.target[0]);
  });
  CHECK(winners.best() == doctest::Approx(1.0 / 3).epsilon(0.06));
}

TEST_CASE("brackets: balanced is what vanishes when neighbours that fit are taken away") {
  const auto task = make_task("brackets", {{"kinds", 3.0}});
  Guess guess;
  for_each_example(*task, 4000, [&](const Example& e) {
    std::string text = text_of(*task, e.source);
    for (bool changed = true; changed;) {
      changed = false;
      for (const char* pair : {"()", "[]", "{}"})
        if (const std::size_t at = text.find(pair); at != std::string::npos) text.erase(at, 2), changed = true;
    }
    CHECK(task->classes()[std::size_t(e.target[0])] == (text.empty() ? "balanced" : "not balanced"));
    guess.add(e.target[0]);
  });
  CHECK(guess.best() == doctest::Approx(0.5).epsilon(0.06));
  CHECK(baseline(*task, "counts", "accuracy") > 0.6);
  CHECK(baseline(*task, "counts", "accuracy") < 0.9);
}

TEST_CASE("tasks: lengths that do not fit together are refused by name") {
  CHECK(message_of("copy", {{"min_length", 20.0}}).starts_with("task.max_length: "));
  CHECK(message_of("sort", {{"longer_length", 12.0}}).starts_with("task.longer_length: "));
  CHECK(message_of("copy_memory", {{"longer_pause", 20.0}}).starts_with("task.longer_pause: "));
  CHECK(message_of("addition", {{"longer_digits", 2.0}}).starts_with("task.longer_digits: "));
  CHECK(message_of("repeated_block", {{"min_period", 13.0}}).starts_with("task.max_period: "));
  CHECK(message_of("repeated_block", {{"length", 20.0}}).starts_with("task.length: "));
  CHECK(make_task("sort", {{"longer_length", 0.0}})->held_out_count(HeldOut::longer) == 0);
  CHECK(make_task("sort", {{"longer_length", 0.0}})->forms()[0].longer.input == 0);
}
