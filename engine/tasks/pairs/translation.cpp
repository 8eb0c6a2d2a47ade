#include "tasks/pairs/translation.hpp"

#include <array>
#include <string>

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

// English words with the roots of the other language. Nouns are of two classes, in turn: endings -o and -a, in the plural
// -on and -an. Adjectives and articles take the ending of their noun, verbs -e or -en after their subject, -u or -un in
// the past.
struct Noun {
  const char *one, *many, *root;
};
constexpr Noun kNouns[] = {{"dog", "dogs", "mil"},   {"cat", "cats", "tar"},         {"girl", "girls", "sen"},
                           {"boy", "boys", "bor"},   {"bird", "birds", "zan"},       {"horse", "horses", "kav"},
                           {"king", "kings", "rop"}, {"teacher", "teachers", "lun"}, {"house", "houses", "dom"},
                           {"tree", "trees", "fel"}};
struct Adjective {
  const char *word, *root;
};
constexpr Adjective kAdjectives[] = {{"small", "pit"}, {"red", "gut"},   {"old", "vet"},
                                     {"happy", "hap"}, {"young", "nev"}, {"quiet", "sil"}};
struct Verb {
  const char *he, *they, *past, *root;
};
constexpr Verb kVerbs[] = {{"sees", "see", "saw", "vid"},      {"loves", "love", "loved", "kor"},
                           {"hears", "hear", "heard", "sud"},  {"follows", "follow", "followed", "seg"},
                           {"helps", "help", "helped", "jut"}, {"finds", "find", "found", "ret"}};
struct Preposition {
  const char *word, *other;
};
constexpr Preposition kPrepositions[] = {{"near", "ap"}, {"behind", "pos"}, {"with", "kum"}};

constexpr const char* kEndings[] = {"o", "a", "on", "an"};      // of class + 2*plural
constexpr const char* kVerbEndings[] = {"e", "en", "u", "un"};  // of plural + 2*past
constexpr const char* kArticles[] = {"l", "un"};                // the, a

template <class T, std::size_t n>
constexpr std::size_t size_of(const T (&)[n]) {
  return n;
}

// Where each kind of word begins among the symbols.
constexpr std::int32_t kThe = 2, kA = 3, kSome = 4, kAnd = 5, kOften = 6, kNever = 7, kNoun = 8,
                       kAdjective = kNoun + 2 * size_of(kNouns), kVerb = kAdjective + size_of(kAdjectives),
                       kPreposition = kVerb + 3 * size_of(kVerbs), kI = kPreposition + size_of(kPrepositions),
                       kOft = kI + 1, kNe = kI + 2, kPa = kI + 3, kTheirNoun = kI + 4,
                       kTheirAdjective = kTheirNoun + 4 * size_of(kNouns),
                       kTheirArticle = kTheirAdjective + 4 * size_of(kAdjectives), kTheirVerb = kTheirArticle + 8,
                       kTheirPreposition = kTheirVerb + 4 * size_of(kVerbs),
                       kWords = kTheirPreposition + size_of(kPrepositions);

std::vector<std::string> vocabulary_words() {
  std::vector<std::string> words{"·", "→", "the", "a", "some", "and", "often", "never"};
  for (const Noun& noun : kNouns) words.insert(words.end(), {noun.one, noun.many});
  for (const Adjective& adjective : kAdjectives) words.push_back(adjective.word);
  for (const Verb& verb : kVerbs) words.insert(words.end(), {verb.he, verb.they, verb.past});
  for (const Preposition& preposition : kPrepositions) words.push_back(preposition.word);
  words.insert(words.end(), {"i", "oft", "ne", "pa"});
  const auto inflect = [&](const std::string& root, const auto& endings, std::size_t first, std::size_t step) {
    for (std::size_t i = first; i < 4; i += step) words.push_back(root + endings[i]);
  };
  for (const Noun& noun : kNouns) inflect(noun.root, kEndings, 0, 1);
  for (const Adjective& adjective : kAdjectives) inflect(adjective.root, kEndings, 0, 1);
  for (const char* article : kArticles) inflect(article, kEndings, 0, 1);
  for (const Verb& verb : kVerbs) inflect(verb.root, kVerbEndings, 0, 1);
  for (const Preposition& preposition : kPrepositions) words.push_back(preposition.other);
  return words;
}

/// "the small dog": which words, and what they agree in.
struct Phrase {
  std::size_t noun, adjective;  ///< adjective: its number, or beyond the last for none
  bool many, definite;
  std::int32_t ending() const { return std::int32_t(noun % 2) + (many ? 2 : 0); }
};

/// At most one of subject and object has a phrase with a preposition.
struct Clause {
  Phrase subject, object, place;
  std::size_t verb, preposition;
  enum class Place { none, of_subject, of_object } where;
  enum class Adverb { none, often, never } adverb;
  bool past;
};

std::size_t draw_below(Rng& rng, std::size_t n) { return static_cast<std::size_t>(rng.below(n)); }

Phrase draw_phrase(Rng& rng) {
  const std::size_t noun = draw_below(rng, size_of(kNouns)), adjective = draw_below(rng, 2 * size_of(kAdjectives));
  const bool many = rng.below(2) == 1;
  return {noun, adjective, many, rng.below(2) == 1};
}

Clause draw_clause(Rng& rng) {
  Clause c{draw_phrase(rng), draw_phrase(rng), draw_phrase(rng), 0, 0, {}, {}, false};
  c.verb = draw_below(rng, size_of(kVerbs));
  c.preposition = draw_below(rng, size_of(kPrepositions));
  c.where = static_cast<Clause::Place>(std::array{0, 0, 1, 2}[draw_below(rng, 4)]);
  c.adverb = static_cast<Clause::Adverb>(std::array{0, 0, 1, 2}[draw_below(rng, 4)]);
  c.past = rng.below(2) == 1;
  return c;
}

using Words = std::vector<std::int32_t>;

void append_english(const Phrase& p, Words& words) {
  words.push_back(p.definite ? kThe : p.many ? kSome : kA);
  if (p.adjective < size_of(kAdjectives)) words.push_back(kAdjective + std::int32_t(p.adjective));
  words.push_back(kNoun + 2 * std::int32_t(p.noun) + (p.many ? 1 : 0));
}

void append_english(const Clause& c, Words& words) {
  const auto place = [&](Clause::Place where) {
    if (c.where != where) return;
    words.push_back(kPreposition + std::int32_t(c.preposition));
    append_english(c.place, words);
  };
  append_english(c.subject, words);
  place(Clause::Place::of_subject);
  if (c.adverb == Clause::Adverb::often) words.push_back(kOften);
  if (c.adverb == Clause::Adverb::never) words.push_back(kNever);
  words.push_back(kVerb + 3 * std::int32_t(c.verb) + (c.past ? 2 : c.subject.many ? 1 : 0));
  append_english(c.object, words);
  place(Clause::Place::of_object);
}

/// Writes the other language, as its own grammar has it or word by word in the English order.
class Translator {
 public:
  Translator(bool reordered, bool agreeing) : reordered_(reordered), agreeing_(agreeing) {}

  void append(const Clause& c, Words& words) const {
    if (!reordered_) return append_in_order(c, words);
    if (c.adverb == Clause::Adverb::often) words.push_back(kOft);
    append_placed(c.subject, c, Clause::Place::of_subject, words);
    append_placed(c.object, c, Clause::Place::of_object, words);
    if (c.adverb == Clause::Adverb::never) words.push_back(kNe);
    words.push_back(verb(c));
    if (c.adverb == Clause::Adverb::never) words.push_back(kPa);
  }

 private:
  std::int32_t noun(const Phrase& p) const { return kTheirNoun + 4 * std::int32_t(p.noun) + p.ending(); }
  std::int32_t ending(const Phrase& p) const { return agreeing_ ? p.ending() : 0; }
  std::int32_t article(const Phrase& p) const { return kTheirArticle + (p.definite ? 0 : 4) + ending(p); }
  std::int32_t verb(const Clause& c) const {
    return kTheirVerb + 4 * std::int32_t(c.verb) + (agreeing_ && c.subject.many ? 1 : 0) + (c.past ? 2 : 0);
  }
  void append_adjective(const Phrase& p, Words& words) const {
    if (p.adjective < size_of(kAdjectives))
      words.push_back(kTheirAdjective + 4 * std::int32_t(p.adjective) + ending(p));
  }

  void append_phrase(const Phrase& p, Words& words) const {
    words.push_back(reordered_ ? noun(p) : article(p));
    append_adjective(p, words);
    words.push_back(reordered_ ? article(p) : noun(p));
  }

  void append_placed(const Phrase& p, const Clause& c, Clause::Place where, Words& words) const {
    if (c.where == where) {
      append_phrase(c.place, words);
      words.push_back(kTheirPreposition + std::int32_t(c.preposition));
    }
    append_phrase(p, words);
  }

  void append_in_order(const Clause& c, Words& words) const {
    const auto place = [&](Clause::Place where) {
      if (c.where != where) return;
      words.push_back(kTheirPreposition + std::int32_t(c.preposition));
      append_phrase(c.place, words);
    };
    append_phrase(c.subject, words);
    place(Clause::Place::of_subject);
    if (c.adverb == Clause::Adverb::often) words.push_back(kOft);
    if (c.adverb == Clause::Adverb::never) words.push_back(kNe);
    words.push_back(verb(c));
    append_phrase(c.object, words);
    place(Clause::Place::of_object);
  }

  bool reordered_, agreeing_;
};

ExampleShape translation_shape(const Options& options) {
  const std::size_t clauses = options.integer("clauses"), longer = options.integer("longer_clauses");
  const auto sizes = [](std::size_t min, std::size_t max) {
    return ExampleSizes{min, max, 13 * max - 1, 14 * max - 1};  // twelve English words a clause, thirteen others; "and"
  };
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = kWords;
  shape.training = sizes(1, clauses);
  if (longer > clauses) shape.longer = sizes(clauses + 1, longer);
  return shape;
}

void check_translation(const Options& options, const std::string& where) {
  check_longer(options, where, "clauses", "longer_clauses");
}

class TranslationTask final : public ExampleTask {
 public:
  TranslationTask(const Options& options, std::string_view)
      : ExampleTask(translation_shape(options), Vocabulary(vocabulary_words())),
        translator_(options.boolean("reordered"), options.boolean("agreement")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t clauses, Example& e) const override {
    for (std::size_t i = 0; i < clauses; ++i) {
      const Clause clause = draw_clause(rng);
      if (i > 0) e.source.push_back(kAnd), e.target.push_back(kI);
      append_english(clause, e.source);
      translator_.append(clause, e.target);
    }
  }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

 private:
  Translator translator_;
};

}  // namespace

const TaskKind& translation_kind() {
  static const TaskKind kind{
      {"translation",
       "Translation",
       "Translate small English sentences into a made-up language whose verbs come last and whose words agree in "
       "number.",
       {
           Option::boolean("reordered", true, "Its own word order",
                           "Puts verbs last and nouns first; off: the words stand in the order of the English ones."),
           Option::boolean("agreement", true, "Agreement",
                           "Articles and adjectives take the ending of their noun, verbs that of their subject."),
           Option::integer("clauses", 1, 1, 3, "Clauses", "The most clauses that a sentence has in training."),
           Option::integer("longer_clauses", 2, 0, 4, "Tested up to",
                           "A second test has sentences of more clauses than any trained on, up to this many; 0: none.")
               .in("clauses"),
       }},
      {"pairs", "words"},
      check_translation,
      forms_by<translation_shape>,
      false,
      make_by<TranslationTask>};
  return kind;
}

}  // namespace unrolled
