// What tasks of texts, reviews and numerals state, against another way of reading them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "support/stated.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// The clauses of a review with the words that join them: "although" begins its own.
struct Clause {
  std::string joint;
  std::vector<std::size_t> words;
};

std::vector<Clause> clauses_of(const std::vector<std::string>& words) {
  std::vector<Clause> clauses(1);
  for (std::size_t t = 0; t < words.size(); ++t) {
    const std::string& word = words[t];
    if (word == "and" || word == "but" || word == "although") clauses.push_back({word, {}});
    clauses.back().words.push_back(t);
  }
  return clauses;
}

/// 1, -1 or 0 by the place in the list of words: "loved" to "adored", "beautifully" to "refreshingly", "good" to "subtle".
double sign_of(const Vocabulary& vocabulary, const std::string& word) {
  const auto within = [&](const char* first, const char* last) {
    const std::int32_t id = vocabulary.id(std::string_view(word));
    return id >= vocabulary.id(std::string_view(first)) && id <= vocabulary.id(std::string_view(last));
  };
  if (within("loved", "adored") || within("beautifully", "refreshingly") || within("good", "subtle")) return 1;
  return within("hated", "loathed") || within("painfully", "annoyingly") || within("bad", "wooden") ? -1 : 0;
}

Stated review_of(const ExampleTask& task, const std::vector<std::int32_t>& ids) {
  Stated s(2);
  std::vector<std::string> words;
  for (std::int32_t id : ids) words.push_back(task.vocabulary().text(id));
  double likes = kNothingStated;
  std::string weight;  // the last joint that says whether what follows counts
  for (const Clause& clause : clauses_of(words)) {
    if (clause.joint != "and" && !clause.joint.empty()) weight = clause.joint;
    for (std::size_t t : clause.words) {
      bool turned = false;
      for (std::size_t before : clause.words)
        turned = turned || (before <= t && (words[before] == "not" || words[before] == "never"));
      const double sign = sign_of(task.vocabulary(), words[t]) * (turned ? -1 : 1);
      if (sign != 0 && weight != "although") likes = sign > 0 ? 1 : 0;
      s.given[0][t] = turned ? 1 : 0;
      if (!std::isnan(likes)) s.given[1][t] = likes;
    }
  }
  return s;
}

std::u32string characters_in(const Task& task, const Batch& batch, std::size_t b) {
  std::u32string text;
  for (std::size_t t = 0; t < batch.input.dims.length; ++t) {
    const std::size_t at = position_index(batch.input.layout, batch.input.dims, b, t);
    const bool hidden = task.forms()[0].signature.causal ? false : batch.targets[at] >= 0;
    text += task.vocabulary().symbol(std::size_t(hidden ? batch.targets[at] : batch.input.tokens[at]));
  }
  return text;
}

/// Looks back from t for what decides it.
double in_quotes(const std::u32string& text, std::size_t t) {
  for (std::size_t at = t + 1; at-- > 0;) {
    const char32_t c = text[at], before = at > 0 ? text[at - 1] : 0;
    if (c == U'\n' && before == U'\n') return 0;
    if (c == U'“') return 1;
    if (c == U'”') return 0;
    if (c == U'"' && at > 0) return before == U' ' || before == U'\n' || before == U'—' || before == U'(';
  }
  return kNothingStated;
}

double in_word(const std::u32string& text, std::size_t t) {
  const std::u32string others = U" \n\".,?!—“”'()▮";
  std::size_t length = 0;
  while (length <= t && others.find(text[t - length]) == others.npos) ++length;
  return double(length);
}

}  // namespace

TEST_CASE("knowledge: reviews turn and judge, also where words are hidden") {
  check_task(*make_task("sentiment"), [](const ExampleTask& task, const Example& e) {
    Stated s = review_of(task, e.source);
    CHECK(s.given[1].rbegin()->second == e.target[0]);
    return s;
  });
  check_task(*make_task("masked_reviews", {{"mask_rate", 0.4}}), [](const ExampleTask& task, const Example& e) {
    std::vector<std::int32_t> words = e.source;
    for (std::size_t t = 0; t < words.size(); ++t)
      if (e.target[t] >= 0) words[t] = e.target[t];
    return review_of(task, words);
  });
}

TEST_CASE("knowledge: quotes and words of a text, from anywhere on") {
  std::string text;
  for (int i = 0; i < 12; ++i)
    text +=
        "He said \"well, it is so\"—\"or (\"nearly\") so\". Élan! 'Tis 42. “Curled ones,” said she, “end too.”\n\n"
        "\"A lost one\n\nends here, and don't ask why it does.";
  for (const char* kind : {"text", "masked_text"}) {
    CAPTURE(kind);
    const TaskKind& found = task_kind(kind);
    const auto task = found.make(options_of(found, {{"corpus", std::string("own")}, {"length", 24.0}}), text);
    CHECK(&task->knows() == found.knows);
    for (Layout layout : {Layout::time_major, Layout::batch_major}) {
      TaskRows rows(task->forms()[0], 12, layout);
      const Batch batch = rows.batch();
      task->held_out(HeldOut::val, 0, batch);
      Knowledge knowledge;
      std::set<double> quotes, words;
      for (std::size_t b = 0; b < std::min<std::size_t>(12, task->held_out_count(HeldOut::val)); ++b) {
        task->know(batch, b, knowledge);
        REQUIRE(knowledge.positions() == 24);
        const std::u32string read = characters_in(*task, batch, b);
        for (std::size_t t = 0; t < 24; ++t) {
          const double inside = in_quotes(read, t);
          if (std::isnan(inside)) {
            CHECK(std::isnan(knowledge.value(0, t)));
          } else {
            CHECK(double(knowledge.value(0, t)) == inside);
            quotes.insert(inside);
          }
          CHECK(double(knowledge.value(1, t)) == in_word(read, t));
          words.insert(in_word(read, t));
        }
      }
      CHECK(quotes.size() == 2);
      CHECK(words.size() > 3);
    }
  }
}

namespace {

/// What is left of each thousand and hundred, and right of it.
double spoken(const std::vector<std::string>& words) {
  for (const char* unit : {"thousand", "hundred"}) {
    const auto at = std::ranges::find(words, unit);
    if (at != words.end())
      return spoken({words.begin(), at}) * (unit[0] == 't' ? 1000 : 100) + spoken({at + 1, words.end()});
  }
  const std::vector<std::string> ones{"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
      tens{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  double sum = 0;
  for (const std::string& word : words) {
    const auto one = std::ranges::find(ones, word), ten = std::ranges::find(tens, word);
    if (one != ones.end()) sum += double(one - ones.begin());
    if (ten != tens.end()) sum += 10.0 * double(ten - tens.begin() + 2);
  }
  return sum;
}

/// From its end: a letter before a larger one is taken off.
double roman(const std::string& letters) {
  const std::map<char, double> values{{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}, {'C', 100}, {'D', 500}, {'M', 1000}};
  double sum = 0, after = 0;
  for (std::size_t i = letters.size(); i-- > 0; after = values.at(letters[i]))
    sum += values.at(letters[i]) < after ? -values.at(letters[i]) : values.at(letters[i]);
  return sum;
}

}  // namespace

TEST_CASE("knowledge: the number that was read so far, in words, letters and digits") {
  check_task(*make_task("number_words", {{"digits", 4.0}, {"longer_digits", 6.0}}),
             [](const ExampleTask& task, const Example& e) {
               Stated s(1);
               std::vector<std::string> words;
               for (std::size_t t = 0; t < e.source.size(); ++t) {
                 words.push_back(task.vocabulary().text(e.source[t]));
                 s.given[0][t] = spoken(words);
               }
               std::string digits;
               for (std::int32_t digit : e.target) digits += task.vocabulary().text(digit);
               CHECK(s.given[0].rbegin()->second == std::stod(digits));
               return s;
             });
  for (const char* direction : {"to_roman", "to_digits"})
    check_task(*make_task("roman", {{"direction", std::string(direction)}}),
               [&](const ExampleTask& task, const Example& e) {
                 Stated s(1);
                 const std::string given = text_of(task, e.source);
                 for (std::size_t t = 0; t < given.size(); ++t) {
                   const std::string read = given.substr(0, t + 1);
                   s.given[0][t] = direction[3] == 'r' ? std::stod(read) : roman(read);
                 }
                 return s;
               });
}
