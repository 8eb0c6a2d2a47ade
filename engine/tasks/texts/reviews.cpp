#include "tasks/texts/reviews.hpp"

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

// Of each kind of verb, adverb and adjective there are as many that praise as that blame.
constexpr std::size_t kNouns = 12, kVerbs = 6, kAdverbs = 4, kAdjectives = 32;

// The order of the words in review_words().
constexpr std::int32_t kThe = 1, kI = 2, kIs = 3, kNot = 5, kNever = 6, kVery = 7, kReally = 8, kAnd = 9, kBut = 10,
                       kAlthough = 11, kNoun = 12, kLoved = kNoun + kNouns, kHated = kLoved + kVerbs,
                       kHappily = kHated + kVerbs, kSadly = kHappily + kAdverbs, kGood = kSadly + kAdverbs,
                       kBad = kGood + kAdjectives, kWords = kBad + kAdjectives;

using Words = std::vector<std::int32_t>;

bool one_in(Rng& rng, std::size_t n) { return rng.below(n) == 0; }

std::int32_t draw_adjective(Rng& rng, bool good) { return draw_symbol(rng, kAdjectives, good ? kGood : kBad); }

/// "the music was beautifully tender and warm", "the plot is not very bad"
void append_description(Rng& rng, bool good, bool turned, Words& words) {
  words.insert(words.end(), {kThe, draw_symbol(rng, kNouns, kNoun), draw_symbol(rng, 2, kIs)});
  if (turned) {
    words.push_back(kNot);
    if (one_in(rng, 2)) words.push_back(draw_symbol(rng, 2, kVery));
    return words.push_back(draw_adjective(rng, !good));
  }
  if (one_in(rng, 2)) words.push_back(draw_symbol(rng, kAdverbs, good ? kHappily : kSadly));
  words.push_back(draw_adjective(rng, good));
  if (one_in(rng, 2)) words.insert(words.end(), {kAnd, draw_adjective(rng, good)});
}

/// "i really loved the witty script", "i never liked the pace"
void append_opinion(Rng& rng, bool good, bool turned, Words& words) {
  words.push_back(kI);
  if (turned) words.push_back(kNever);
  if (one_in(rng, 2)) words.push_back(kReally);
  words.push_back(draw_symbol(rng, kVerbs, good != turned ? kLoved : kHated));
  words.push_back(kThe);
  if (!turned && one_in(rng, 2)) words.push_back(draw_adjective(rng, good));
  words.push_back(draw_symbol(rng, kNouns, kNoun));
}

void append_clause(Rng& rng, bool good, Words& words) {
  const bool turned = one_in(rng, 2);  // so that good and bad words alone tell little
  if (one_in(rng, 3))
    append_opinion(rng, good, turned, words);
  else
    append_description(rng, good, turned, words);
}

/// Half of the clauses go on, a quarter each turn with "but" or "although".
std::int32_t draw_joint(Rng& rng) {
  if (one_in(rng, 2)) return kAnd;
  return one_in(rng, 2) ? kBut : kAlthough;
}

}  // namespace

const std::vector<std::string>& review_words() {
  static const std::vector<std::string> words{
      "▮", "the", "i", "is", "was", "not", "never", "very", "really", "and", "but", "although",
      // what is spoken of
      "film", "story", "acting", "music", "ending", "plot", "cast", "camera", "script", "dialogue", "pace", "humour",
      // what is done
      "loved", "liked", "enjoyed", "admired", "praised", "adored", "hated", "disliked", "regretted", "despised",
      "dreaded", "loathed",
      // how
      "beautifully", "wonderfully", "delightfully", "refreshingly", "painfully", "hopelessly", "dreadfully",
      "annoyingly",
      // good
      "good", "great", "brilliant", "charming", "clever", "delightful", "elegant", "excellent", "fresh", "funny",
      "gripping", "lovely", "memorable", "moving", "perfect", "splendid", "superb", "tender", "warm", "witty", "bold",
      "bright", "crisp", "graceful", "honest", "lively", "original", "rich", "sharp", "smart", "stunning", "subtle",
      // bad
      "bad", "awful", "boring", "clumsy", "cold", "dreadful", "dull", "empty", "feeble", "flat", "horrible", "lazy",
      "messy", "poor", "sloppy", "stale", "tedious", "terrible", "ugly", "weak", "bland", "childish", "confused",
      "crude", "dreary", "forced", "hollow", "noisy", "pale", "shallow", "silly", "wooden"};
  return words;
}

int praise_of(std::int32_t word) {
  if (word < kLoved || word >= kWords) return 0;
  return word < kHated || (word >= kHappily && word < kSadly) || (word >= kGood && word < kBad) ? 1 : -1;
}

bool draw_review(Rng& rng, std::size_t clauses, Words& words) {
  bool good = one_in(rng, 2), verdict = good;
  for (std::size_t i = 0; i < clauses; ++i) {
    if (i > 0) {
      const std::int32_t joint = draw_joint(rng);
      words.push_back(joint);
      if (joint != kAnd) good = !good;
      if (joint == kBut) verdict = good;
    }
    append_clause(rng, good, words);
  }
  return verdict;
}

constexpr HiddenVariable kReviewHidden[] = {
    {"turned", "\"not\" or \"never\" turns words round", HiddenVariable::Kind::yes_no},
    {"likes", "The review likes the film, as far as it was read", HiddenVariable::Kind::yes_no}};
const Knows kReviewKnows{kReviewHidden};

void know_review(const Example& example, const Places& places, Knowledge& known) {
  bool turned = false, counts = true, judged = false, likes = false;
  for (std::size_t t = 0; t < example.source.size(); ++t) {
    const bool asked = example.target.size() == example.source.size() && example.target[t] != kNoTarget;
    const std::int32_t word = asked ? example.target[t] : example.source[t];
    if (word == kNot || word == kNever) turned = true;
    if (word >= kAnd && word <= kAlthough) turned = false;
    if (word == kBut || word == kAlthough) counts = word == kBut;
    if (counts && praise_of(word) != 0) judged = true, likes = (praise_of(word) > 0) != turned;
    known.state(0, places.given(t), turned);
    if (judged) known.state(1, places.given(t), likes);
  }
}

OptionTable review_options(OptionTable after) {
  OptionTable table{
      Option::integer("max_clauses", 2, 1, 6, "Clauses", "The most clauses that a review has in training.")
          .in("clauses"),
      Option::integer("longer_clauses", 4, 0, 8, "Tested up to",
                      "A second test has reviews of more clauses than any trained on, up to this many; 0: none.")
          .in("clauses")};
  for (Option& option : after) table.push_back(std::move(option));
  return table;
}

void check_reviews(const Options& options, const std::string& where) {
  check_longer(options, where, "max_clauses", "longer_clauses");
}

ExampleShape review_shape(const Options& options) {
  const std::size_t most = options.integer("max_clauses"), longer = options.integer("longer_clauses");
  const auto sizes = [](std::size_t min, std::size_t max) { return ExampleSizes{min, max, 8 * max - 1, 0}; };
  ExampleShape shape;
  shape.symbols = kWords;
  shape.training = sizes(1, most);
  if (longer > most) shape.longer = sizes(most + 1, longer);
  return shape;
}

}  // namespace unrolled
