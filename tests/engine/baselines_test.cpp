// Every line that a task draws for models to be compared with, against a guesser that knows what the line's title says and
// nothing else. The engine scores the guesser as it scores a model, in each form that the task offers.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/guesses.hpp"
#include "support/packed_digits.hpp"
#include "tasks/numbers/sines.hpp"
#include "tasks/texts/reviews.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kStudied = 20000, kScored = 4000;
constexpr float kNever = -30;  // a logit

/// What a guesser is made for.
struct Setting {
  const ExampleTask& task;
  const TaskForm& form;
  std::string metric;
};
using MakeGuess = std::function<Guess(const Setting&)>;

/// One of the symbols first .. first+count-1, for the loss all of them alike.
MakeGuess uniform(std::size_t first, std::size_t count) {
  return [=](const Setting& setting) -> Guess {
    const bool all = setting.metric == "loss";
    return [=](const Asked& asked) {
      for (std::size_t r : asked.rows) {
        std::ranges::fill(asked.row(r), kNever);
        if (all) std::ranges::fill(asked.row(r).subspan(first, count), 0.0F);
        if (!all) asked.row(r)[first + std::size_t(asked.coin.below(count))] = 0;
      }
    };
  };
}

/// As often as in training: at the k-th answer of an example, or at all alike.
MakeGuess frequencies(bool places) {
  return [=](const Setting& setting) -> Guess {
    std::map<std::size_t, std::vector<double>> counts;
    study(setting.task, setting.form, kStudied, [&](const Asked& asked) {
      for (std::size_t k = 0; k < asked.rows.size(); ++k) {
        std::vector<double>& at = counts[places ? k : 0];
        at.resize(asked.width);
        ++at[std::size_t(asked.batch.targets[asked.rows[k]])];
      }
    });
    for (auto& [k, at] : counts)
      for (double& count : at) count = count > 0 ? std::log(count) : -20;
    return [=](const Asked& asked) {
      for (std::size_t k = 0; k < asked.rows.size(); ++k)
        if (const auto at = counts.find(places ? k : 0); at != counts.end())
          std::ranges::copy(at->second, asked.row(asked.rows[k]).begin());
    };
  };
}

MakeGuess always(float number) {
  return [=](const Setting&) -> Guess { return [=](const Asked& asked) { std::ranges::fill(asked.answers, number); }; };
}

Guess mean(const Setting& setting) {
  double sum = 0, count = 0;
  study(setting.task, setting.form, kStudied, [&](const Asked& a) { sum += double(a.batch.numbers[0]), ++count; });
  return always(float(sum / count))(setting);
}

Guess last_value(const Setting&) {
  return [](const Asked& asked) { std::ranges::copy(asked.batch.input.values, asked.answers.begin()); };
}

/// Blanks until the sign to recall has come a second time, then any of the eight digits.
Guess memoryless(const Setting& setting) {
  const bool all = setting.metric == "loss";
  return [=](const Asked& asked) {
    for (std::size_t r : asked.rows) {
      const auto row = asked.row(r);
      std::ranges::fill(row, kNever);
      const bool recalls = r > 0 && asked.given()[r - 1] == 9;
      if (!recalls)
        row[0] = 0;
      else if (all)
        std::ranges::fill(row.subspan(1, 8), 0.0F);
      else
        row[1 + std::size_t(asked.coin.below(8))] = 0;
    }
  };
}

/// The digit of any of the pairs that were read first.
MakeGuess seen(std::size_t queries) {
  return [=](const Setting&) -> Guess {
    return [=](const Asked& asked) {
      const std::size_t pairs = (asked.given().size() + 1) / 2 - queries;
      for (std::size_t r : asked.rows)
        asked.row(r)[std::size_t(asked.given()[2 * std::size_t(asked.coin.below(pairs)) + 1])] = 1;
    };
  };
}

/// The most probable answer after what stands up to the gap: from all palindromes there are, each length as often.
Guess up_to_the_gap(const Setting& setting) {
  const std::size_t letters = setting.task.shape().symbols - 1;
  std::map<std::vector<std::int32_t>, std::map<std::int32_t, double>> answers;
  for (std::size_t half = setting.task.shape().training.min; half <= setting.task.shape().training.max; ++half) {
    const double all = std::pow(double(letters), double(half));
    for (std::size_t number = 0; number < std::size_t(all); ++number) {
      std::vector<std::int32_t> whole(2 * half);
      std::size_t rest = number;
      for (std::size_t i = 0; i < half; ++i, rest /= letters)
        whole[i] = whole[2 * half - 1 - i] = std::int32_t(1 + rest % letters);
      for (std::size_t gap = 0; gap < 2 * half; ++gap)
        answers[{whole.begin(), whole.begin() + std::ptrdiff_t(gap)}][whole[gap]] += 1 / (all * double(half));
    }
  }
  return [=](const Asked& asked) {
    const std::size_t gap = asked.rows.at(0);
    const auto known = asked.given().first(gap);
    for (const auto& [answer, weight] : answers.at({known.begin(), known.end()}))
      asked.row(gap)[std::size_t(answer)] = float(weight);
  };
}

Guess counted_brackets(const Setting&) {
  return [](const Asked& asked) {
    std::map<std::int32_t, int> open;
    for (std::int32_t bracket : asked.given()) open[bracket / 2] += bracket % 2 == 0 ? 1 : -1;
    const bool even = std::ranges::all_of(open, [](const auto& kind) { return kind.second == 0; });
    asked.row(0)[even ? 1 : 0] = 1;
  };
}

Guess added_words(const Setting&) {
  return [](const Asked& asked) {
    int praise = 0;
    for (std::int32_t word : asked.given()) praise += praise_of(word);
    const bool good = praise == 0 ? asked.coin.below(2) == 0 : praise > 0;
    asked.row(0)[good ? 1 : 0] = 1;
  };
}

Guess any_digit_word(const Setting& setting) {
  static constexpr std::u32string_view words[] = {U"zero", U"one", U"two",   U"three", U"four",
                                                  U"five", U"six", U"seven", U"eight", U"nine"};
  const Vocabulary& vocabulary = setting.task.vocabulary();
  return [&](const Asked& asked) {
    const std::u32string_view word = words[asked.coin.below(10)];
    for (std::size_t k = 0; k < asked.rows.size(); ++k)
      asked.row(asked.rows[k])[k < word.size() ? std::size_t(vocabulary.id(word[k])) : 0] = 1;
  };
}

/// The Gaussian with the mean and deviation of the very points, as a model would have to write it.
Guess one_gaussian(const Setting& setting) {
  const std::size_t k = setting.task.shape().width / 5;
  return [=](const Asked& asked) {
    const auto n = std::size_t(asked.batch.input.lengths[0]);
    for (std::size_t i = 1; i < k; ++i) asked.answers[i] = kNever;
    for (std::size_t axis = 0; axis < 2; ++axis) {
      double mean = 0, square = 0;
      for (std::size_t i = 0; i < n; ++i) mean += double(asked.batch.input.values[2 * i + axis]) / double(n);
      for (std::size_t i = 0; i < n; ++i)
        square += std::pow(double(asked.batch.input.values[2 * i + axis]) - mean, 2) / double(n);
      asked.answers[k + axis] = float(mean);
      asked.answers[3 * k + axis] = float(std::log(std::expm1(std::sqrt(square) - 0.01)));
    }
  };
}

/// Whether a line speaks of all there could be, or of the very examples that are held out.
enum class Of { all, held_out };

struct Line {
  std::string name;
  MakeGuess guess;
  Of of = Of::all;
};

struct BaselineCase {
  std::string kind;
  std::vector<Line> lines;
  Settings settings{};
  std::string data{};
  Settings without{};  // the settings of a task that draws as this one does, but never from a few only
};

std::string fable() {
  std::string text;
  Rng rng(6);
  while (text.size() < 4000) text += "aaaabbbccde  "[rng.below(13)];
  return text;
}

std::string pairs_table() {
  std::string table;
  for (int i = 0; i < 300; ++i)
    table += std::to_string(i) + ";" + std::string(std::size_t(1 + i % 3), char('a' + i * i % 4)) + "\n";
  return table;
}

std::string names() {
  std::string list;
  Rng rng(9);
  for (int i = 0; i < 400; ++i) {
    for (auto n = 3 + rng.below(5); n > 0; --n) list += "aaeinors"[rng.below(8)];
    list += '\n';
  }
  return list;
}

std::string numbers_table() {
  std::string csv = "day,value\n";
  for (int i = 0; i < 400; ++i)
    csv += std::to_string(i) + "," + std::to_string(std::sin(0.9 * i) + i * i % 1009) + "\n";
  return csv;
}

std::vector<BaselineCase> pair_cases() {
  const std::vector<Line> frequent{{"frequent", frequencies(true)}};
  std::vector<BaselineCase> cases;
  for (const char* kind : {"copy", "reverse", "sort"}) {
    cases.push_back({kind, frequent});
    cases.push_back({kind, frequent, {{"min_length", 3.0}, {"max_length", 5.0}, {"symbols", 4.0}}});
  }
  for (const char* kind : {"addition", "dates", "number_words", "roman", "translation"})
    cases.push_back({kind, frequent});
  cases.push_back({"naming", frequent, {}, names()});
  cases.push_back({"addition",
                   frequent,
                   {{"reversed_answer", true}, {"training_examples", 40.0}},
                   {},
                   {{"reversed_answer", true}}});
  cases.push_back({"pairs_csv", frequent, {}, pairs_table()});
  cases.push_back({"digit_words", {{"chance", any_digit_word}}, {}, packed_digits()});
  return cases;
}

std::vector<BaselineCase> symbol_cases() {
  const Line two{"chance", uniform(0, 2)}, alike{"frequent", frequencies(false)};
  const Line causal{"causal", up_to_the_gap}, counts{"counts", counted_brackets}, words{"words", added_words};
  return {
      {"brackets", {two, counts}},
      {"brackets", {two, counts}, {{"kinds", 3.0}, {"min_length", 4.0}, {"max_length", 6.0}}},
      {"parity", {two}},
      {"majority", {{"chance", uniform(0, 3)}}},
      {"majority", {{"chance", uniform(0, 5)}}, {{"symbols", 5.0}}},
      {"temporal_order", {{"chance", uniform(0, 4)}}},
      {"temporal_order", {{"chance", uniform(0, 8)}}, {{"marks", 3.0}}},
      {"running_parity", {two}},
      {"delayed_recall", {{"chance", uniform(0, 8)}}},
      {"repeated_block", {{"chance", uniform(0, 16)}}},
      {"copy_memory", {{"memoryless", memoryless}}},
      {"copy_memory", {{"memoryless", memoryless}}, {{"pause", 3.0}, {"remembered", 4.0}}},
      {"associative_recall", {{"chance", uniform(26, 10)}, {"seen", seen(3)}}},
      {"associative_recall", {{"chance", uniform(26, 10)}, {"seen", seen(5)}}, {{"queries", 5.0}, {"max_length", 3.0}}},
      {"palindrome_gap",
       {{"chance", uniform(1, 8)}, causal},
       {{"symbols", 8.0}, {"min_length", 4.0}, {"max_length", 4.0}}},
      {"palindrome_gap",
       {{"chance", uniform(1, 6)}, causal},
       {{"symbols", 6.0}, {"min_length", 3.0}, {"max_length", 6.0}}},
      {"sentiment", {two, words}},
      {"sentiment", {two, words}, {{"labelled", 10.0}}, {}, Settings{{"max_clauses", 2.0}}},
      {"sentiment", {two, words}, {{"max_clauses", 4.0}, {"longer_clauses", 0.0}}},
      {"masked_reviews", {alike}},
      {"masked_text", {alike}, {{"corpus", std::string("own")}}, fable()},
      {"set_unique", {{"chance", frequencies(false)}}},
      {"set_unique", {{"chance", frequencies(false)}}, {{"symbols", 5.0}, {"min_size", 5.0}}},
      {"digits", {{"chance", uniform(0, 10)}}, {}, packed_digits()},
  };
}

std::vector<BaselineCase> number_cases() {
  const Line zero{"mean", always(0), Of::held_out}, naive{"naive", last_value, Of::held_out};
  return {
      {"adding", {{"mean", always(1)}}},
      {"set_maximum", {{"mean", mean}}},
      {"digit_sum", {{"mean", mean}}, {}, packed_digits()},
      {"digit_sum", {{"mean", mean}}, {{"min_size", 3.0}, {"max_size", 4.0}}, packed_digits()},
      {"sines", {zero, naive}},
      {"waveform", {{"silence", always(0), Of::held_out}}},
      {"mackey_glass", {zero, naive}},
      {"forecast_csv",
       {zero, naive},
       {{"corpus", std::string("own")}, {"column", std::string("value")}},
       numbers_table()},
      {"clustering", {{"one", one_gaussian, Of::held_out}}},
  };
}

/// Lines that take more than one example to guess, and the tests that hold them.
bool held_elsewhere(const std::string& name) {
  return name == "seasonal" /* forecast_task_test */ || name == "truth" /* number_task_test */;
}

void check_line(const BaselineCase& c, const ExampleTask& task, const TaskForm& form, const Baseline& line) {
  CAPTURE(c.kind);
  CAPTURE(int(form.form));
  CAPTURE(line.title);
  CAPTURE(line.metric);
  const auto known = std::ranges::find(c.lines, line.name, &Line::name);
  if (known == c.lines.end()) {
    CHECK(held_elsewhere(line.name));
    return;
  }
  const auto drawn = c.without.empty() ? nullptr : make_task(c.kind, c.without, c.data);
  const ExampleTask& source = drawn ? *drawn : task;
  const Guess guess = known->guess({source, form, line.metric});
  Desk desk(source, form);
  if (known->of == Of::held_out) {
    const auto next = [&](std::size_t i) { desk.held_out(i); };
    const Measured found = measure(desk, guess, line.metric, task.held_out_count(HeldOut::val), next);
    CHECK(line.value == doctest::Approx(found.score).epsilon(1e-5));
    return;
  }
  Rng rng(29, "scored");
  const Measured found = measure(desk, guess, line.metric, kScored, [&](std::size_t) { desk.sample(rng); });
  // What is counted is a sample of as many.
  CHECK(std::abs(line.value - found.score) <= 5 * std::sqrt(2.0) * found.error + 1e-6);
}

std::set<std::string> check_lines(const std::vector<BaselineCase>& cases) {
  std::set<std::string> kinds;
  for (const BaselineCase& c : cases) {
    kinds.insert(c.kind);
    const auto task = make_task(c.kind, c.settings, c.data);
    for (const TaskForm& form : task->forms()) {
      const std::vector<Baseline> lines = task->baselines(form.form);
      CHECK_FALSE(lines.empty());
      for (const Baseline& line : lines) check_line(c, *task, form, line);
    }
  }
  return kinds;
}

}  // namespace

TEST_CASE("baselines: of pairs are what a guesser reaches that knows what they claim, in every form") {
  check_lines(pair_cases());
}

TEST_CASE("baselines: of labels and positions are what a guesser reaches that knows what they claim") {
  check_lines(symbol_cases());
}

TEST_CASE("baselines: of numbers and sets are what a guesser reaches that knows what they claim") {
  check_lines(number_cases());
}

TEST_CASE("baselines: no task but the free text is without a guesser") {
  std::set<std::string> kinds{"text"};
  for (const auto& cases : {pair_cases(), symbol_cases(), number_cases()})
    for (const BaselineCase& c : cases) kinds.insert(c.kind);
  for (const TaskKind* kind : task_kinds())
    CHECK_MESSAGE(kinds.contains(std::string(kind->group.kind)), kind->group.kind);
}

// What is forgiven above goes by this error, so it must not be too large itself.
TEST_CASE("baselines: who tosses a coin has the standard error of a coin") {
  const auto task = make_task("parity");
  const TaskForm form = task->forms().front();
  Desk desk(*task, form);
  Rng rng(31, "scored");
  const Guess guess = uniform(0, 2)({*task, form, "accuracy"});
  const Measured found = measure(desk, guess, "accuracy", kScored, [&](std::size_t) { desk.sample(rng); });
  CHECK(found.error == doctest::Approx(0.5 / std::sqrt(double(kScored))).epsilon(0.01));
  CHECK(std::abs(found.score - 0.5) < 5 * found.error);
}

// Two tasks that differ in the noise alone draw the same waves and the same noise, so that both can be told apart.
TEST_CASE("baselines: the noise of waves is the error of who knows the waves") {
  const auto some = make_task("sines", {{"noise", 0.2}}), more = make_task("sines", {{"noise", 0.4}});
  double squares = 0, fourths = 0, count = 0;
  Rng rng(3), twin(3);
  for (int i = 0; i < 400; ++i) {
    Example e, f;
    some->draw(rng, 64, e), more->draw(twin, 64, f);
    for (std::size_t t = 0; t < e.numbers.size(); ++t, ++count) {
      const double wave = 2 * double(e.numbers[t]) - double(f.numbers[t]), error = double(e.numbers[t]) - wave;
      squares += error * error, fourths += error * error * error * error;
    }
  }
  const double mean = squares / count, deviation = std::sqrt((fourths / count - mean * mean) / count);
  CHECK(std::abs(baseline(*some, "noise", "loss") - mean) < 5 * deviation);
  CHECK(deviation < 0.001);
}
