// Tasks of reviews, of hidden symbols, and of data that a reader brings.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/error.hpp"
#include "support/task_examples.hpp"
#include "tasks/data/utf8.hpp"
#include "tasks/texts/masking.hpp"
#include "tasks/texts/reviews.hpp"

using namespace unrolled;
using test::baseline, test::for_each_example, test::make_task, test::text_of;
using Ints = std::vector<std::int32_t>;

namespace {

std::string message_of(const std::string& kind, const test::Settings& settings, std::string_view data = {}) {
  try {
    make_task(kind, settings, data);
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (char c : text)
    if (c == ' ')
      words.emplace_back();
    else
      words.back() += c;
  return words;
}

bool among(const std::string& word, const std::string& list) {
  return (" " + list + " ").find(" " + word + " ") != std::string::npos;
}

/// The last clause after a "but", or the first, turned round by "not" or "never".
bool likes(const std::string& review) {
  const std::string good =
      "loved liked enjoyed admired praised adored beautifully wonderfully delightfully refreshingly good great "
      "brilliant "
      "charming clever delightful elegant excellent fresh funny gripping lovely memorable moving perfect splendid "
      "superb "
      "tender warm witty bold bright crisp graceful honest lively original rich sharp smart stunning subtle";
  const std::string neutral =
      "the i is was not never very really but film story acting music ending plot cast camera script dialogue pace "
      "humour";
  std::size_t start = review.rfind(" but ");
  start = start == std::string::npos ? 0 : start + 5;
  bool turned = false;
  for (const std::string& word : words_of(review.substr(start))) {
    if (among(word, "and although")) break;
    if (among(word, "not never")) turned = true;
    if (among(word, good)) return !turned;
    if (!among(word, neutral)) return turned;
  }
  return turned;
}

std::string pairs_table(std::size_t pairs, const std::string& separator = ",") {
  std::string table;
  for (std::size_t i = 0; i < pairs; ++i) table += "a" + std::to_string(i) + separator + std::to_string(i * i) + "\n";
  return table;
}

std::string some_text(std::size_t characters) {
  std::string text;
  Rng rng(4);
  while (text.size() < characters) text += static_cast<char>('a' + rng.below(20));
  return text;
}

}  // namespace

TEST_CASE("sentiment: the verdict follows from the last clause after \"but\"") {
  const auto task = make_task("sentiment", {{"max_clauses", 3.0}, {"longer_clauses", 6.0}});
  std::size_t positive = 0, all = 0, longest = 0;
  for_each_example(*task, 4000, [&](const Example& e) {
    CAPTURE(text_of(*task, e.source));
    CHECK(likes(text_of(*task, e.source)) == (task->classes()[std::size_t(e.target[0])] == "positive"));
    positive += e.target[0], ++all;
    longest = std::max(longest, e.source.size());
  });
  CHECK(double(positive) / double(all) == doctest::Approx(0.5).epsilon(0.06));
  CHECK(longest <= 47);
  CHECK(longest > 35);
}

TEST_CASE("sentiment: words are different, and praise or blame as they should") {
  const auto& words = review_words();
  CHECK(std::set<std::string>(words.begin(), words.end()).size() == words.size());
  std::map<std::string, int> praise;
  for (std::size_t i = 0; i < words.size(); ++i) praise[words[i]] = praise_of(std::int32_t(i));
  for (const char* good : {"loved", "adored", "beautifully", "good", "subtle"}) CHECK(praise.at(good) == 1);
  for (const char* bad : {"hated", "loathed", "painfully", "annoyingly", "bad", "wooden"}) CHECK(praise.at(bad) == -1);
  for (const char* neither : {"▮", "not", "film", "humour", "but", "really"}) CHECK(praise.at(neither) == 0);
}

TEST_CASE("sentiment: of 100 labelled reviews no more than 100 are seen, and words without order tell little") {
  const auto task = make_task("sentiment", {{"labelled", 100.0}});
  std::set<Ints> seen;
  Rng rng(3);
  Example e;
  for (int i = 0; i < 3000; ++i) {
    task->sample_one(rng, e);
    seen.insert(e.source);
  }
  CHECK(seen.size() == 100);
  const double words = baseline(*make_task("sentiment"), "words", "accuracy");
  CHECK(words > 0.45);
  CHECK(words < 0.6);
}

TEST_CASE("sentiment: of a few labelled reviews half are positive, however few") {
  for (double labelled : {2.0, 10.0, 11.0, 100.0}) {
    CAPTURE(labelled);
    const auto task = make_task("sentiment", {{"labelled", labelled}});
    std::map<Ints, std::int32_t> seen;
    Rng rng(3);
    Example e;
    for (int i = 0; i < 3000; ++i) {
      task->sample_one(rng, e);
      seen[e.source] = e.target[0];
    }
    double positive = 0;
    for (const auto& [review, good] : seen) positive += good;
    CHECK(double(seen.size()) == labelled);
    CHECK(std::abs(2 * positive - labelled) <= 1);
  }
}

TEST_CASE("masking: of short reviews no more words are chosen than the rate says, but for the one that must be") {
  const auto task = make_task("masked_reviews");
  double chosen = 0, wanted = 0, words = 0;
  Rng rng(3);
  Example e;
  for (int i = 0; i < 4000; ++i) {
    task->sample_one(rng, e);
    chosen += double(std::ranges::count_if(e.target, [](std::int32_t t) { return t != kNoTarget; }));
    wanted += std::max(1.0, 0.15 * double(e.source.size()));
    words += double(e.source.size());
  }
  CHECK(chosen == doctest::Approx(wanted).epsilon(0.01));
  CHECK(chosen / words < 0.165);
}

TEST_CASE("masking: fifteen in a hundred are chosen; of those 80 % are hidden, 10 % replaced, 10 % left") {
  const Masking masking(0.15, 7, 8);
  std::size_t chosen = 0, hidden = 0, same = 0, other = 0, all = 0;
  Rng rng(2);
  for (int i = 0; i < 4000; ++i) {
    Example e;
    e.source.assign(40, 3);
    masking.hide(rng, e);
    for (std::size_t t = 0; t < 40; ++t, ++all) {
      if (e.target[t] == kNoTarget) {
        CHECK(e.source[t] == 3);
        continue;
      }
      CHECK(e.target[t] == 3);
      ++chosen;
      e.source[t] == 7 ? ++hidden : e.source[t] == 3 ? ++same : ++other;
    }
  }
  CHECK(double(chosen) / double(all) == doctest::Approx(0.15).epsilon(0.03));
  CHECK(double(hidden) / double(chosen) == doctest::Approx(0.8).epsilon(0.02));
  CHECK(double(same) / double(chosen) == doctest::Approx(0.1 + 0.1 / 7).epsilon(0.06));
  CHECK(other > 0);
  Example e;
  e.source = {3};
  for (int i = 0; i < 100; ++i) {
    e.source[0] = 3;
    masking.hide(rng, e);
    CHECK(e.target[0] == 3);  // something is always asked for
  }
}

TEST_CASE("hidden words: the reviews of \"sentiment\", the same of them held out") {
  const auto sentiment = make_task("sentiment"), masked = make_task("masked_reviews");
  CHECK(sentiment->vocabulary() == masked->vocabulary());
  CHECK(sentiment->forms()[0].signature.input == masked->forms()[0].signature.input);
  CHECK_FALSE(masked->forms()[0].signature.causal);
  const auto restored = [](Example e) {
    for (std::size_t t = 0; t < e.source.size(); ++t)
      if (e.target[t] != kNoTarget) e.source[t] = e.target[t];
    return e.source;
  };
  std::set<Ints> tested;
  for (const Example& e : sentiment->examples(HeldOut::val)) tested.insert(e.source);
  for (const Example& e : masked->examples(HeldOut::val)) CHECK(tested.contains(restored(e)));
  Rng rng(8);
  Example e;
  for (int i = 0; i < 20000; ++i) {
    masked->sample_one(rng, e);
    CHECK_FALSE(tested.contains(restored(e)));
    CHECK(std::ranges::any_of(e.target, [](std::int32_t t) { return t != kNoTarget; }));
  }
}

TEST_CASE("hidden characters: windows of the text, trained on in its first nine tenths only") {
  std::string text = some_text(900) + std::string(100, 'Z');
  const auto task = make_task("masked_text", {{"length", 16.0}}, text);
  CHECK(task->vocabulary().text(Ints{std::int32_t(task->vocabulary().size()) - 1}) == "▮");
  CHECK(
      task->forms()[0].signature ==
      task_kind("masked_text").forms(test::options_of(task_kind("masked_text"), {{"length", 16.0}}), 21)[0].signature);
  CHECK(make_task("masked_text", {{"length", 16.0}}, text + "▮")->vocabulary().symbols().ends_with(U"▮▯"));
  const std::int32_t held = task->vocabulary().id(U'Z');
  Rng rng(1);
  Example e;
  for (int i = 0; i < 2000; ++i) {
    task->sample_one(rng, e);
    std::string window;
    for (std::size_t t = 0; t < 16; ++t) {
      const std::int32_t s = e.target[t] == kNoTarget ? e.source[t] : e.target[t];
      CHECK(s != held);
      window += task->vocabulary().text(s);
    }
    CHECK(text.find(window) != std::string::npos);
  }
  for (const Example& v : task->examples(HeldOut::val))
    for (std::int32_t t : v.target) CHECK((t == kNoTarget || t == held));
}

TEST_CASE("hidden characters: too short a text and a vocabulary without room are refused") {
  CHECK(message_of("masked_text", {{"length", 32.0}}, some_text(300))
            .starts_with("text: The text has 300 characters, and sequences of 32 need 311."));
  std::string many;
  for (int i = 0; i < 20; ++i)
    for (char32_t c = 0; c < 256; ++c) append_utf8(many, U'\u4E00' + c);
  CHECK(message_of("masked_text", {}, many).find("at most 255") != std::string::npos);
  for (char32_t c = 0; c < 50; ++c) append_utf8(many, U'\U0001F600' + c);
  const auto full = make_task("masked_text", {}, many);
  CHECK(full->vocabulary().size() == kMaxSymbols);
  bool hidden = false;
  for (const Example& e : full->examples(HeldOut::val))
    for (std::int32_t s : e.source) hidden |= s == full->vocabulary().id(kReplacement);
  CHECK(hidden);
  CHECK(message_of("masked_text", {{"text", std::string("abc")}}, some_text(900)).starts_with("task.text: "));
}

TEST_CASE("own pairs: what is given and the answer, a tenth of the different ones held out") {
  for (const char* separator : {",", ";", "\t"}) {
    const auto task = make_task("pairs_csv", {}, pairs_table(200, separator));
    CHECK(task->held_out_count(HeldOut::val) == 20);
    CHECK(task->forms().size() == 3);
    std::set<Ints> seen;
    for_each_example(*task, 4000, [&](const Example& e) {
      const std::string given = text_of(*task, e.source);
      const std::uint64_t n = std::stoull(given.substr(1));
      CHECK(text_of(*task, e.target) == std::to_string(n * n));
      seen.insert(e.source);
    });
    CHECK(seen.size() == 200);
  }
}

TEST_CASE("own pairs: header, quotes, and the same thing given twice") {
  std::string table = "\xEF\xBB\xBF\"from, or so\",to\r\n";
  for (int i = 0; i < 60; ++i)
    for (const char* answer : {"one", "t\"\"wo"}) table += "\"x," + std::to_string(i) + "\",\"" + answer + "\"\r\n";
  const auto task = make_task("pairs_csv", {{"header", true}}, table);
  CHECK(task->held_out_count(HeldOut::val) == 6);
  std::set<std::string> answers;
  for_each_example(*task, 1000, [&](const Example& e) {
    CHECK(text_of(*task, e.source).starts_with("x,"));
    answers.insert(text_of(*task, e.target));
  });
  CHECK(answers == std::set<std::string>{"one", "t\"wo"});
  CHECK(task->vocabulary().text(Ints{kEndSymbol, kStartSymbol}) == "·→");
}

TEST_CASE("own pairs: mistakes are named with their line") {
  const std::string good = pairs_table(60);
  CHECK(message_of("pairs_csv", {}, good + "only one\n").starts_with("table, line 61: There are 1 cells where two"));
  CHECK(message_of("pairs_csv", {}, good + "a,b,c\n").starts_with("table, line 61: There are 3 cells where two"));
  CHECK(message_of("pairs_csv", {}, good + "a,\n").starts_with("table, line 61: The cell in column 2 is empty."));
  CHECK(message_of("pairs_csv", {}, good + "\n,b\n").starts_with("table, line 62: The cell in column 1 is empty."));
  CHECK(message_of("pairs_csv", {}, good + "a,→\n").starts_with("table, line 61: → is used to begin"));
  CHECK(
      message_of("pairs_csv", {}, good + "\"a,b\n").starts_with("table, line 61: A quote is opened and never closed."));
  CHECK(message_of("pairs_csv", {{"longest_answer", 3.0}}, good)
            .starts_with("table, line 33: The cell in column 2 has 4 characters, more than 3."));
  CHECK(message_of("pairs_csv", {}, pairs_table(39))
            .starts_with("table: Only 39 pairs differ in what is given, and 40 are needed"));
  CHECK(message_of("pairs_csv", {}, "").find("The table is empty.") != std::string::npos);
  std::string many;
  for (char32_t c = 0; c < 255; ++c) many += to_utf8(U'\u4E00' + c) + ",x\n";
  CHECK(message_of("pairs_csv", {}, many).starts_with("table: There are 256 different characters, more than 254."));
}

TEST_CASE("naming: names have what is given, and are held out one by one") {
  std::string names;
  Rng draw(6);
  for (int i = 0; i < 2000; ++i) {
    for (std::uint64_t n = 2 + draw.below(10); n > 0; --n) names += static_cast<char>('a' + draw.below(26));
    names += '\n';
  }
  const auto task = make_task("naming", {}, names);
  CHECK(task->held_out_count(HeldOut::val) >= 150);
  std::set<Ints> tested;
  for (const Example& e : task->examples(HeldOut::val)) CHECK(tested.insert(e.target).second);
  Rng rng(1);
  Example e;
  for (int i = 0; i < 5000; ++i) {
    task->sample_one(rng, e);
    CHECK_FALSE(tested.contains(e.target));
    const std::string given = text_of(*task, e.source), name = text_of(*task, e.target);
    CHECK(("\n" + names).find("\n" + name + "\n") != std::string::npos);
    CHECK(given == name.substr(0, 1) + std::to_string(std::min<std::size_t>(9, name.size())) + name.back());
  }
  CHECK(message_of("naming", {}, "anna\nbert2\n").starts_with("text, line 2: A name has only letters from a to z"));
  CHECK(message_of("naming", {}, "anna\n\nabcdefghijklmnopq\n")
            .starts_with("text, line 3: A name has more than 16 letters."));
  CHECK(message_of("naming", {}, "\n").starts_with("text: There are no names."));
  CHECK(message_of("naming", {}, "anna\nbert\n").find("different examples") != std::string::npos);
}
