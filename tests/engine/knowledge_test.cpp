// What tasks state of the rows they lay out: whatever the form, the layout and the length, it is what somebody finds who has
// the visible symbols alone and computes in another way.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "session/session.hpp"
#include "support/stated.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

std::string prefix_of(const std::string& text, std::size_t t) { return text.substr(0, t + 1); }
double count_in(const std::string& text, char c) { return double(std::ranges::count(text, c)); }

Stated parity_of(const ExampleTask& task, const Example& e) {
  Stated s(2);
  const std::string text = text_of(task, e.source);
  for (std::size_t t = 0; t < text.size(); ++t) {
    s.given[1][t] = count_in(prefix_of(text, t), '1');
    s.given[0][t] = std::fmod(s.given[1][t], 2);
  }
  return s;
}

/// Deletes pairs that fit until there is none.
std::string without_pairs(std::string text) {
  for (bool found = true; found;) {
    found = false;
    for (const char* pair : {"()", "[]", "{}", "<>"})
      for (std::size_t at; (at = text.find(pair)) != std::string::npos; found = true) text.erase(at, 2);
  }
  return text;
}

Stated brackets_of(const ExampleTask& task, const Example& e) {
  Stated s(3);
  const std::string text = text_of(task, e.source);
  for (std::size_t t = 0; t < text.size(); ++t) {
    double depth = 0;
    for (char c : prefix_of(text, t)) depth += std::string("([{<").find(c) != std::string::npos ? 1 : -1;
    const std::string rest = without_pairs(prefix_of(text, t));
    const bool broken = rest.find_first_of(")]}>") != std::string::npos;
    if (!broken) s.given[0][t] = depth;
    s.given[2][t] = broken ? 1 : 0;
    if (!broken && !rest.empty()) s.given[1][t] = task.vocabulary().id(char32_t(rest.back()));
  }
  return s;
}

std::uint64_t number_of(const std::string& digits) { return std::stoull(digits); }

}  // namespace

TEST_CASE("knowledge: what a kind says that it states is what its task says") {
  for (const TaskKind* kind : task_kinds()) {
    if (kind->reads_data) continue;
    CAPTURE(kind->group.kind);
    const auto task = make_task(std::string(kind->group.kind));
    CHECK(&task->knows() == kind->knows);
  }
  const Json tasks = Json::parse(describe())["tasks"];
  std::size_t cued = 0, stating = 0;
  for (const Json& task : tasks) cued += task["cues"] == true, stating += !task["hidden"].empty();
  CHECK(cued == 9);
  CHECK(stating == 23);
}

TEST_CASE("knowledge: parity, at the end and on the way") {
  check_task(*make_task("parity"), parity_of);
  check_task(*make_task("running_parity", {{"min_length", 3.0}}), parity_of);
}

TEST_CASE("knowledge: brackets are open, deep and broken as deleting pairs shows") {
  for (double kinds : {1.0, 3.0}) check_task(*make_task("brackets", {{"kinds", kinds}}), brackets_of);
}

TEST_CASE("knowledge: who is ahead of the majority") {
  check_task(*make_task("majority"), [](const ExampleTask& task, const Example& e) {
    Stated s(2);
    const std::string text = text_of(task, e.source);
    for (std::size_t t = 0; t < text.size(); ++t) {
      std::vector<std::pair<double, double>> order;
      for (char c : {'a', 'b', 'c'}) order.push_back({count_in(prefix_of(text, t), c), double(c - 'a')});
      std::ranges::sort(order);
      s.given[1][t] = order[2].first - order[1].first;
      if (s.given[1][t] > 0) s.given[0][t] = order[2].second;
    }
    return s;
  });
}

TEST_CASE("knowledge: marks in their order, each a cue") {
  for (double marks : {2.0, 3.0})
    check_task(*make_task("temporal_order", {{"marks", marks}, {"min_length", 14.0}}),
               [](const ExampleTask& task, const Example& e) {
                 Stated s(3);
                 const std::string text = text_of(task, e.source);
                 for (std::size_t t = 0; t < text.size(); ++t) {
                   const std::string read = prefix_of(text, t);
                   const std::size_t first = read.find_first_of("XY"), last = read.find_last_of("XY");
                   s.given[0][t] = count_in(read, 'X') + count_in(read, 'Y');
                   if (first == std::string::npos) continue;
                   s.given[1][t] = read[first] == 'Y', s.given[2][t] = read[last] == 'Y';
                   if (last == t) s.cues.push_back({t, 0});
                 }
                 return s;
               });
}

TEST_CASE("knowledge: what adding holds, and since when") {
  check_task(*make_task("adding", {{"length", 12.0}, {"longer_length", 17.0}}),
             [](const ExampleTask&, const Example& e) {
               Stated s(3);
               std::vector<std::size_t> marked;
               for (std::size_t t = 0; 2 * t < e.values.size(); ++t) {
                 if (e.values[2 * t + 1] == 1) marked.push_back(t), s.cues.push_back({t, 0});
                 s.given[1][t] = double(marked.size());
                 s.given[0][t] = 0;
                 for (std::size_t m : marked) s.given[0][t] += double(e.values[2 * m]);
                 if (!marked.empty()) s.given[2][t] = double(t) - double(marked.back());
               }
               CHECK(s.given[0].rbegin()->second == doctest::Approx(e.numbers[0]));
               return s;
             });
}

TEST_CASE("knowledge: what is recalled, and where it was read") {
  check_task(*make_task("delayed_recall", {{"delay", 3.0}, {"min_length", 5.0}, {"max_length", 9.0}}),
             [](const ExampleTask&, const Example& e) {
               Stated s(1);
               for (std::size_t t = 0; t < e.target.size(); ++t)
                 if (e.target[t] >= 0) s.asked[0][t] = e.target[t], s.cues.push_back({t - 3, t});
               return s;
             });
  check_task(*make_task("copy_memory", {{"pause", 4.0}, {"longer_pause", 9.0}, {"remembered", 3.0}}),
             [](const ExampleTask&, const Example& e) {
               Stated s(1);
               for (std::size_t t = 0; t < e.target.size(); ++t)
                 if (e.target[t] > 0) s.cues.push_back({s.cues.size(), t}), s.asked[0][t] = e.target[t];
               CHECK(s.cues.size() == 3);
               return s;
             });
  check_task(*make_task("palindrome_gap", {{"min_length", 2.0}}), [](const ExampleTask& task, const Example& e) {
    Stated s(1);
    const std::string text = text_of(task, e.source);
    const std::size_t gap = text.find('_');
    s.asked[0][gap] = e.target[gap];
    s.cues.push_back({text.size() - 1 - gap, gap});
    return s;
  });
}

TEST_CASE("knowledge: a letter asked for is told where it stood last") {
  check_task(*make_task("associative_recall", {{"queries", 6.0}}), [](const ExampleTask& task, const Example& e) {
    Stated s(1);
    const std::string text = text_of(task, e.source);
    for (std::size_t t = 0; t < e.target.size(); ++t) {
      if (e.target[t] < 0) continue;
      const std::size_t cue = text.rfind(text[t], t - 1) + 1;
      CHECK(e.source[cue] == e.target[t]);
      s.asked[0][t] = e.target[t];
      s.cues.push_back({cue, t});
    }
    return s;
  });
}

TEST_CASE("knowledge: a block repeats from its first asked letter on, each told one period before") {
  const Settings settings{
      {"length", 30.0}, {"longer_length", 40.0}, {"min_period", 3.0}, {"max_period", 6.0}, {"max_offset", 4.0}};
  check_task(*make_task("repeated_block", settings), [](const ExampleTask& task, const Example& e) {
    Stated s(2);
    const std::string text = text_of(task, e.source) + text_of(task, {e.target.back()});
    std::size_t known = 0;
    while (e.target[known] < 0) ++known;
    std::size_t period = 3;
    while (text.substr(known) != text.substr(known - period, text.size() - known)) ++period;
    REQUIRE(period <= 6);
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      s.given[0][t] = t >= known ? 1 : 0;
      if (t < known) continue;
      CHECK(e.source[t + 1 - period] == e.target[t]);
      s.asked[1][t] = e.target[t];
      s.cues.push_back({t + 1 - period, t});
    }
    return s;
  });
}

TEST_CASE("knowledge: the letter to be written, in all forms, and where it was read") {
  for (const char* kind : {"copy", "reverse", "sort"}) {
    CAPTURE(kind);
    check_task(*make_task(kind), [&](const ExampleTask&, const Example& e) {
      Stated s(1);
      for (std::size_t i = 0; i < e.target.size(); ++i) {
        s.asked[0][i] = e.target[i];
        if (kind[0] == 'c') s.cues.push_back({i, i});
        if (kind[0] == 'r') s.cues.push_back({e.source.size() - 1 - i, i});
      }
      for (const auto& cue : s.cues) CHECK(e.source[cue.first] == e.target[cue.second]);
      return s;
    });
  }
}

TEST_CASE("knowledge: an answer lies equally far from its cue in pairs and in a prefix") {
  const auto task = make_task("reverse");
  std::vector<std::vector<double>> gaps;
  for (const TaskForm& form : task->forms()) {
    if (!writes_answer(form.form)) continue;
    TaskRows rows(form, 10, Layout::batch_major);
    task->held_out(HeldOut::val, 0, rows.batch());
    Knowledge found;
    gaps.emplace_back();
    for (std::size_t b = 0; b < 10; ++b) {
      task->know(rows.batch(), b, found);
      for (const Knowledge::Need& need : found.needs()) gaps.back().push_back(need.gap());
    }
  }
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[0] == gaps[1]);
  for (double gap : gaps[0]) CHECK(std::fmod(gap, 2) == 1);  // what was read last is written first: 1, 3, 5, ...
}

TEST_CASE("knowledge: the carry is what long division by powers of ten says") {
  for (bool source : {false, true})
    for (bool answer : {false, true})
      check_task(
          *make_task(
              "addition",
              {{"digits", 3.0}, {"longer_digits", 5.0}, {"reversed_source", source}, {"reversed_answer", answer}}),
          [&](const ExampleTask& task, const Example& e) {
            Stated s(1);
            std::string sum = text_of(task, e.source);
            if (source) std::ranges::reverse(sum);
            const std::uint64_t a = number_of(sum.substr(0, sum.find('+'))),
                                b = number_of(sum.substr(sum.find('+') + 1));
            std::uint64_t power = 1;
            for (std::size_t place = 0; place < e.target.size(); ++place, power *= 10)
              s.asked[0][answer ? place : e.target.size() - 1 - place] = a % power + b % power >= power ? 1 : 0;
            return s;
          });
}

TEST_CASE("knowledge: sets, one member after the other") {
  check_task(*make_task("set_maximum"), [](const ExampleTask&, const Example& e) {
    Stated s(1);
    for (std::size_t i = 0; i < e.values.size(); ++i)
      s.given[0][i] = double(*std::max_element(e.values.begin(), e.values.begin() + std::ptrdiff_t(i) + 1));
    return s;
  });
  check_task(*make_task("set_unique"), [](const ExampleTask&, const Example& e) {
    Stated s(1);
    for (std::size_t i = 0; i < e.source.size(); ++i)
      s.given[0][i] = double(std::set<std::int32_t>(e.source.begin(), e.source.begin() + std::ptrdiff_t(i) + 1).size());
    return s;
  });
}
