#include "tasks/pairs/numerals.hpp"

#include <string>
#include <utility>

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::int32_t kFirstDigit = 2;  // after the specials

constexpr HiddenVariable kNumeralsHidden[] = {{"value", "The number that was read so far"}};
constexpr Knows kNumeralsKnow{kNumeralsHidden};

std::uint64_t power_of_ten(std::size_t n) { return n == 0 ? 1 : 10 * power_of_ten(n - 1); }

void append_digits(std::size_t number, std::int32_t zero, std::vector<std::int32_t>& symbols) {
  for (char digit : std::to_string(number)) symbols.push_back(zero + (digit - '0'));
}

/// "0" .. "9", then the words.
const std::vector<std::string>& number_words() {
  static const std::vector<std::string> words{
      "·",       "→",       "0",         "1",        "2",        "3",        "4",      "5",        "6",
      "7",       "8",       "9",         "zero",     "one",      "two",      "three",  "four",     "five",
      "six",     "seven",   "eight",     "nine",     "ten",      "eleven",   "twelve", "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",   "thirty", "forty",    "fifty",
      "sixty",   "seventy", "eighty",    "ninety",   "hundred",  "thousand", "and"};
  return words;
}
constexpr std::int32_t kZeroWord = 12, kTwenty = 32, kHundred = 40, kThousand = 41, kAndWord = 42;

/// 1 .. 99.
void append_below_hundred(std::size_t number, std::vector<std::int32_t>& words) {
  if (number < 20) return words.push_back(kZeroWord + std::int32_t(number));
  words.push_back(kTwenty + std::int32_t(number / 10) - 2);
  if (number % 10 != 0) words.push_back(kZeroWord + std::int32_t(number % 10));
}

/// 1 .. 999, as in Britain: "two hundred and three".
void append_below_thousand(std::size_t number, std::vector<std::int32_t>& words) {
  if (number >= 100) words.insert(words.end(), {kZeroWord + std::int32_t(number / 100), kHundred});
  if (number >= 100 && number % 100 != 0) words.push_back(kAndWord);
  if (number % 100 != 0) append_below_hundred(number % 100, words);
}

/// 0 .. 999,999.
void append_words(std::size_t number, std::vector<std::int32_t>& words) {
  if (number == 0) return words.push_back(kZeroWord);
  const std::size_t thousands = number / 1000, rest = number % 1000;
  if (thousands > 0) append_below_thousand(thousands, words), words.push_back(kThousand);
  if (thousands > 0 && rest > 0 && rest < 100) words.push_back(kAndWord);
  if (rest > 0) append_below_thousand(rest, words);
}

ExampleShape words_shape(const Options& options) {
  constexpr std::size_t kLongest[] = {0, 1, 2, 5, 7, 8, 11};  // words of a number of so many digits
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = number_words().size();
  const std::size_t digits = options.integer("digits"), longer = options.integer("longer_digits");
  shape.training = {1, digits, kLongest[digits], digits};
  if (longer > digits) shape.longer = {digits + 1, longer, kLongest[longer], longer};
  return shape;
}

void check_digits(const Options& options, const std::string& where) {
  check_longer(options, where, "digits", "longer_digits");
}

class NumberWordsTask final : public ExampleTask {
 public:
  NumberWordsTask(const Options& options, std::string_view)
      : ExampleTask(words_shape(options), Vocabulary(number_words())) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t digits, Example& e) const override {
    const std::uint64_t least = digits == 1 ? 0 : power_of_ten(digits - 1);
    const std::uint64_t number = least + rng.below(power_of_ten(digits) - least);
    append_words(std::size_t(number), e.source);
    append_digits(std::size_t(number), kFirstDigit, e.target);
  }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

  const Knows& knows() const override { return kNumeralsKnow; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    std::int32_t thousands = 0, rest = 0;
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      const std::int32_t word = e.source[t];
      if (word >= kZeroWord && word < kHundred) rest += word < kTwenty ? word - kZeroWord : 10 * (word - kTwenty + 2);
      if (word == kHundred) rest *= 100;
      if (word == kThousand) thousands = rest, rest = 0;
      known.state(0, places.given(t), 1000 * thousands + rest);
    }
  }
};

constexpr std::size_t kMostRoman = 3999, kLongestRoman = 15;  // MMMDCCCLXXXVIII

bool to_roman(const Options& options) { return options.text("direction") == "to_roman"; }

ExampleShape roman_shape(const Options& options) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = kFirstDigit + 10 + 7;
  shape.training = {1, 1, 4, kLongestRoman};
  if (!to_roman(options)) std::swap(shape.training.given, shape.training.answer);
  return shape;
}

class RomanTask final : public ExampleTask {
 public:
  RomanTask(const Options& options, std::string_view)
      : ExampleTask(roman_shape(options), Vocabulary(U"·→0123456789IVXLCDM")),
        largest_(options.integer("largest")),
        to_roman_(to_roman(options)) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t, Example& e) const override {
    const std::size_t number = 1 + static_cast<std::size_t>(rng.below(largest_));
    append_digits(number, kFirstDigit, to_roman_ ? e.source : e.target);
    append_roman(number, to_roman_ ? e.target : e.source);
  }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

  const Knows& knows() const override { return kNumeralsKnow; }
  /// A smaller letter before a larger one is taken off, once that was read.
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    static constexpr std::int32_t kLetters[] = {1, 5, 10, 50, 100, 500, 1000};
    std::int32_t value = 0, last = 0;
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      const std::int32_t digit = e.source[t] - kFirstDigit;
      const std::int32_t letter = digit >= 10 ? kLetters[digit - 10] : 0;
      value = digit < 10 ? 10 * value + digit : value + letter - (letter > last ? 2 * last : 0);
      last = letter;
      known.state(0, places.given(t), value);
    }
  }

 private:
  void append_roman(std::size_t number, std::vector<std::int32_t>& symbols) const {
    static constexpr std::pair<std::size_t, const char*> kParts[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    for (const auto& [value, letters] : kParts)
      for (; number >= value; number -= value)
        for (const char* c = letters; *c != 0; ++c) symbols.push_back(vocabulary().id(static_cast<char32_t>(*c)));
  }

  std::size_t largest_;
  bool to_roman_;
};

}  // namespace

const TaskKind& number_words_kind() {
  static const TaskKind kind{
      {"number_words",
       "Number words",
       "Read a number in words, \"two hundred and three\", and write its digits, 2 0 3: the zero is nowhere in the "
       "words.",
       {
           Option::integer("digits", 4, 1, 6, "Digits", "The most digits that a number has in training.").in("digits"),
           Option::integer("longer_digits", 5, 0, 6, "Tested up to",
                           "A second test has numbers of more digits than any trained on, up to this many; 0: none.")
               .in("digits"),
       }},
      {"pairs", "words", "digits"},
      check_digits,
      forms_by<words_shape>,
      false,
      make_by<NumberWordsTask>,
      false,
      false,
      &kNumeralsKnow};
  return kind;
}

const TaskKind& roman_kind() {
  static const TaskKind kind{
      {"roman",
       "Roman numerals",
       "Turn 1990 into MCMXC, or back: a digit becomes up to four letters, and its place decides which.",
       {
           Option::choice("direction", {{"to_roman", "1990 to MCMXC"}, {"to_digits", "MCMXC to 1990"}}, "Direction",
                          "Which of the two is given and which is asked for."),
           Option::integer("largest", double(kMostRoman), 50, double(kMostRoman), "Largest number",
                           "Numbers from 1 to this one are used."),
       }},
      {"pairs", "characters"},
      nullptr,
      forms_by<roman_shape>,
      false,
      make_by<RomanTask>,
      false,
      false,
      &kNumeralsKnow};
  return kind;
}

}  // namespace unrolled
