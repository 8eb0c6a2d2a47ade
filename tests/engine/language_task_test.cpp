// Tasks of dates, numbers and words, checked by reading them with other rules than those that wrote them.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "support/task_examples.hpp"

using namespace unrolled;
using test::baseline, test::for_each_example, test::make_task, test::text_of;

namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& text, const std::string& separators = " ") {
  Words words;
  std::string word;
  for (char c : text + separators[0]) {
    if (separators.find(c) == std::string::npos) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

int month_of(const std::string& word) {
  static const std::string brief = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t at = brief.find(word.substr(0, 3));
  return at == std::string::npos ? 0 : int(at / 3) + 1;
}

/// Reads any of the spellings: a month by name, or the order that the separator says.
std::string iso(const std::string& text) {
  int day = 0, month = 0, year = 0;
  std::vector<int> numbers;
  for (const std::string& word : words_of(text, " ,./")) {
    if (std::isdigit(static_cast<unsigned char>(word[0])) != 0)
      numbers.push_back(std::stoi(word));
    else if (const int m = month_of(word); m > 0)
      month = m;
  }
  if (month > 0) {
    day = numbers[0], year = numbers[1];
  } else if (text.find('.') != std::string::npos) {
    day = numbers[0], month = numbers[1], year = numbers[2];
  } else if (numbers[0] > 1000) {
    year = numbers[0], month = numbers[1], day = numbers[2];
  } else {
    month = numbers[0], day = numbers[1], year = numbers[2];
  }
  if (year < 100) year += year < 50 ? 2000 : 1900;
  char result[40];
  std::snprintf(result, sizeof result, "%04d-%02d-%02d", year, month, day);
  return result;
}

std::uint64_t value_of(const Words& words) {
  static const Words ones{"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                          "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const Words tens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  std::uint64_t total = 0, part = 0;
  for (const std::string& word : words) {
    if (word == "and") continue;
    if (word == "hundred")
      part *= 100;
    else if (word == "thousand")
      total += 1000 * part, part = 0;
    else if (auto at = std::ranges::find(ones, word); at != ones.end())
      part += std::uint64_t(at - ones.begin());
    else if (at = std::ranges::find(tens, word); at != tens.end())
      part += 10 * std::uint64_t(at - tens.begin());
    else
      FAIL("no word of a number: " << word);
  }
  return total + part;
}

int roman_value(const std::string& roman) {
  const std::map<char, int> values{{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}, {'C', 100}, {'D', 500}, {'M', 1000}};
  int sum = 0;
  for (std::size_t i = 0; i < roman.size(); ++i) {
    const int here = values.at(roman[i]), next = i + 1 < roman.size() ? values.at(roman[i + 1]) : 0;
    sum += here < next ? -here : here;
  }
  return sum;
}

bool among(const std::string& word, const std::string& list) {
  return (" " + list + " ").find(" " + word + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("dates: any spelling means the ISO date") {
  const auto task = make_task("dates");
  std::size_t longest = 0;
  for_each_example(*task, 5000, [&](const Example& e) {
    CAPTURE(text_of(*task, e.source));
    CHECK(iso(text_of(*task, e.source)) == text_of(*task, e.target));
    longest = std::max(longest, e.source.size());
  });
  CHECK(longest == task->shape().training.given);
}

TEST_CASE("dates: weekdays are right, and one date is held out in all its spellings") {
  const auto task = make_task("dates");
  std::set<std::vector<std::int32_t>> tested;
  bool moon = false;
  for (const Example& e : task->examples(HeldOut::val)) CHECK(tested.insert(e.target).second);
  Rng rng(1);
  Example e;
  for (int i = 0; i < 50000; ++i) {
    task->sample_one(rng, e);
    CHECK_FALSE(tested.contains(e.target));
    const std::string date = text_of(*task, e.target), text = text_of(*task, e.source);
    if (text.find("day, ") == std::string::npos) continue;
    if (date == "1969-07-20") CHECK(text == "Sunday, 20 July 1969");
    if (date.starts_with("2000-02")) {  // 2000-02-01 was a Tuesday
      static const char* days[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
      CHECK(text.starts_with(days[std::stoi(date.substr(8)) % 7]));
      moon = true;
    }
  }
  CHECK(moon);
}

TEST_CASE("number words: read word by word they are the number") {
  const auto task = make_task("number_words", {{"longer_digits", 6.0}});
  for_each_example(*task, 1000, [&](const Example& e) {
    std::string digits = text_of(*task, e.target);
    std::erase(digits, ' ');
    CAPTURE(text_of(*task, e.source));
    CHECK(std::to_string(value_of(words_of(text_of(*task, e.source)))) == digits);
  });
  CHECK(text_of(*task, task->vocabulary().encode("two hundred and three").ids) == "two hundred and three");
  CHECK_THROWS_AS(make_task("number_words", {{"digits", 2.0}, {"longer_digits", 0.0}}), Error);
}

TEST_CASE("number words: the longest are as long as said") {
  for (double digits : {3.0, 4.0, 5.0, 6.0}) {
    const auto task = make_task("number_words", {{"digits", digits}, {"longer_digits", 0.0}});
    std::size_t longest = 0;
    for_each_example(*task, 5000, [&](const Example& e) { longest = std::max(longest, e.source.size()); });
    CHECK(longest == task->shape().training.given);
  }
}

TEST_CASE("roman numerals: their letters add up to the number, either way round") {
  for (const char* direction : {"to_roman", "to_digits"}) {
    const auto task = make_task("roman", {{"direction", std::string(direction)}});
    for_each_example(*task, 2000, [&](const Example& e) {
      const std::string given = text_of(*task, e.source), answer = text_of(*task, e.target);
      const bool to_roman = std::string(direction) == "to_roman";
      CHECK(roman_value(to_roman ? answer : given) == std::stoi(to_roman ? given : answer));
      CHECK((to_roman ? answer : given).find("IIII") == std::string::npos);
    });
  }
  CHECK_THROWS_AS(make_task("roman", {{"largest", 60.0}}), Error);
}

namespace {

/// English read from left to right into the parts of a sentence, then written by the rules of the other language.
class Interpreter {
 public:
  explicit Interpreter(const std::string& english) : words_(words_of(english)) {}

  std::string sentence() {
    std::string result = clause();
    while (at_ < words_.size()) {
      CHECK(words_[at_++] == "and");
      result += " i " + clause();
    }
    return result;
  }

 private:
  struct Phrase {
    std::string text;
    bool many;
  };

  std::string next() { return words_.at(at_++); }
  bool see(const std::string& list) const { return at_ < words_.size() && among(words_[at_], list); }

  Phrase simple() {
    static const std::map<std::string, std::string> nouns{
        {"dog", "mil o"},   {"cat", "tar a"},  {"girl", "sen o"},    {"boy", "bor a"},   {"bird", "zan o"},
        {"horse", "kav a"}, {"king", "rop o"}, {"teacher", "lun a"}, {"house", "dom o"}, {"tree", "fel a"}};
    static const std::map<std::string, std::string> adjectives{{"small", "pit"}, {"red", "gut"},   {"old", "vet"},
                                                               {"happy", "hap"}, {"young", "nev"}, {"quiet", "sil"}};
    const std::string article = next();
    std::string word = next(), adjective;
    if (adjectives.contains(word)) adjective = adjectives.at(word), word = next();
    const bool many = !nouns.contains(word);
    if (many) word.pop_back();
    if (article == "a") CHECK_FALSE(many);
    if (article == "some") CHECK(many);
    const Words noun = words_of(nouns.at(word));
    const std::string ending = noun[1] + (many ? "n" : "");
    std::string text = noun[0] + ending;
    if (!adjective.empty()) text += " " + adjective + ending;
    return {text + (article == "the" ? " l" : " un") + ending, many};
  }

  Phrase phrase() {
    static const std::map<std::string, std::string> places{{"near", "ap"}, {"behind", "pos"}, {"with", "kum"}};
    Phrase head = simple();
    if (see("near behind with")) {
      const std::string place = places.at(next());
      head.text = simple().text + " " + place + " " + head.text;
    }
    return head;
  }

  std::string clause() {
    static const std::map<std::string, std::string> verbs{
        {"sees", "vide"},    {"see", "viden"},     {"saw", "vidu"},   {"loves", "kore"}, {"love", "koren"},
        {"loved", "koru"},   {"hears", "sude"},    {"hear", "suden"}, {"heard", "sudu"}, {"follows", "sege"},
        {"follow", "segen"}, {"followed", "segu"}, {"helps", "jute"}, {"help", "juten"}, {"helped", "jutu"},
        {"finds", "rete"},   {"find", "reten"},    {"found", "retu"}};
    const Phrase subject = phrase();
    std::string adverb;
    if (see("often never")) adverb = next();
    const std::string english = next();
    std::string verb = verbs.at(english);
    if (verb.back() == 'u' && subject.many) verb += 'n';
    if (verb.find('u', 3) == std::string::npos) CHECK((verb.back() == 'n') == subject.many);
    const Phrase object = phrase();
    if (adverb == "never") verb = "ne " + verb + " pa";
    return (adverb == "often" ? "oft " : "") + subject.text + " " + object.text + " " + verb;
  }

  Words words_;
  std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("translation: another translator agrees") {
  const auto task = make_task("translation", {{"clauses", 2.0}, {"longer_clauses", 3.0}});
  for_each_example(*task, 2000, [&](const Example& e) {
    CAPTURE(text_of(*task, e.source));
    CHECK(Interpreter(text_of(*task, e.source)).sentence() == text_of(*task, e.target));
  });
}

TEST_CASE("translation: in the English order each word stands under its own, and without agreement endings are one") {
  const auto task = make_task("translation", {{"reordered", false}, {"agreement", false}});
  std::map<std::string, std::string> dictionary;
  for_each_example(*task, 3000, [&](const Example& e) {
    const Words english = words_of(text_of(*task, e.source)), other = words_of(text_of(*task, e.target));
    REQUIRE(english.size() == other.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
      if (among(english[i], "sees see loves love hears hear follows follow helps help finds find a some")) continue;
      CHECK(dictionary.emplace(english[i], other[i]).first->second == other[i]);
    }
  });
  CHECK(dictionary.at("the") == "lo");
}

TEST_CASE("translation: words are different, and the vocabulary is not too large") {
  const Words words = make_task("translation")->vocabulary().words();
  CHECK(std::set<std::string>(words.begin(), words.end()).size() == words.size());
  CHECK(words.size() <= kMaxSymbols);
  std::size_t english = 0, other = 0;
  const auto task = make_task("translation", {{"clauses", 3.0}, {"longer_clauses", 0.0}});
  Rng rng(2);
  Example e;
  for (int i = 0; i < 100000; ++i) {
    task->sample_one(rng, e);
    english = std::max(english, e.source.size()), other = std::max(other, e.target.size());
  }
  CHECK(english <= task->shape().training.given);
  CHECK(other <= task->shape().training.answer);
  CHECK(english + 3 >= task->shape().training.given);
}

TEST_CASE("frequency baselines: counted at each place, the end included") {
  const auto task = make_task("roman", {{"direction", std::string("to_digits")}});
  // Of 1 .. 3999 each number has four digits in three of four cases: places 1 to 4, then the end.
  CHECK(baseline(*task, "frequent", "accuracy") == doctest::Approx(0.35).epsilon(0.2));
  CHECK(baseline(*task, "frequent", "loss") > 1);
}
