#include "tasks/texts/masked.hpp"

#include "core/error.hpp"
#include "tasks/data/held_out_part.hpp"
#include "tasks/data/utf8.hpp"
#include "tasks/examples/example_options.hpp"
#include "tasks/texts/masking.hpp"
#include "tasks/texts/reviews.hpp"
#include "tasks/texts/text_place.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMaskedParts = 10;  // of which one is held out

/// One symbol more than the text has; where there is no room for it, that for unknown characters serves.
std::size_t with_mask(std::size_t symbols) {
  return symbols == 0 || symbols == kMaxSymbols ? kMaxSymbols : symbols + 1;
}

Vocabulary with_mask(const Vocabulary& text) {
  char32_t mask = U'▮';
  while (text.symbols().find(mask) != std::u32string::npos) ++mask;
  if (text.size() < kMaxSymbols) return Vocabulary(text.symbols() + mask);
  if (text.symbols().find(kReplacement) != std::u32string::npos) return text;
  throw Error(ErrorCode::invalid_text, "text.symbols", "text", {{"found", kMaxSymbols}, {"most", kMaxSymbols - 1}});
}

std::int32_t mask_of(const Vocabulary& text) {
  return text.size() < kMaxSymbols ? std::int32_t(text.size()) : text.id(kReplacement);
}

ExampleShape text_shape(const Options& options, std::size_t symbols) {
  const std::size_t length = options.integer("length");
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = symbols;
  shape.training = {length, length, length, 0};
  shape.least_held_out = 1;
  return shape;
}

std::vector<TaskForm> text_forms(const Options& options, std::size_t symbols) {
  return forms_of(text_shape(options, with_mask(symbols)));
}

void check_text(const Options& options, const std::string& where) {
  if (options.text("corpus") != "own" && !options.text("text").empty())
    throw Error(ErrorCode::invalid_config, "option.not_own", where + ".text");
}

/// Windows of the first nine tenths of a text in training, of the last tenth when held out.
class MaskedTextTask final : public ExampleTask {
 public:
  MaskedTextTask(const Options& options, std::string_view text) : MaskedTextTask(options, encode_text(text)) {}

  void draw(Rng& rng, std::size_t size, Example& e) const override { draw_part(rng, Part::training, {size, size}, e); }
  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }
  const Knows& knows() const override { return kTextKnows; }
  /// Of the text itself, whatever is hidden.
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    TextPlace place;
    for (std::size_t t = 0; t < e.source.size(); ++t)
      place.state(vocabulary().symbol(std::size_t(e.target[t] == kNoTarget ? e.source[t] : e.target[t])),
                  places.given(t), known);
  }

 protected:
  void draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& e) const override {
    const std::size_t first = part == Part::training ? 0 : split_, end = part == Part::training ? split_ : text_.size(),
                      length = sizes.max;
    const auto start = text_.begin() + std::ptrdiff_t(first + rng.below(end - first - length + 1));
    e.clear();
    e.source.insert(e.source.end(), start, start + std::ptrdiff_t(length));
  }
  void finish(Rng& rng, Example& e) const override { masking_.hide(rng, e); }

 private:
  MaskedTextTask(const Options& options, EncodedText encoded)
      : ExampleTask(text_shape(options, with_mask(encoded.vocabulary.size())), with_mask(encoded.vocabulary)),
        text_(std::move(encoded.ids)),
        split_(text_.size() / kMaskedParts * (kMaskedParts - 1)),
        masking_(options.number("mask_rate"), mask_of(encoded.vocabulary), shape().symbols) {
    const std::size_t length = options.integer("length");
    if (text_.size() < least_size(kMaskedParts, length))
      throw Error(ErrorCode::invalid_text, "text.short", "text",
                  {{"found", text_.size()}, {"length", length}, {"least", least_size(kMaskedParts, length)}});
    hold_out();
  }

  std::vector<std::uint8_t> text_;
  std::size_t split_;
  Masking masking_;
};

ExampleShape reviews_shape(const Options& options) {
  ExampleShape shape = review_shape(options);
  shape.answer = ExampleShape::Answer::each;
  shape.width = shape.symbols;
  return shape;
}

/// The reviews that the task "sentiment" holds out are held out here, too: an example is known by its words alone.
class MaskedReviewsTask final : public ExampleTask {
 public:
  MaskedReviewsTask(const Options& options, std::string_view)
      : ExampleTask(reviews_shape(options), Vocabulary(review_words())),
        masking_(options.number("mask_rate"), kHiddenWord, shape().symbols) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t clauses, Example& e) const override { draw_review(rng, clauses, e.source); }
  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }
  const Knows& knows() const override { return kReviewKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    know_review(e, places, known);
  }

 protected:
  void finish(Rng& rng, Example& e) const override { masking_.hide(rng, e); }

 private:
  Masking masking_;
};

}  // namespace

const TaskKind& masked_text_kind() {
  static const TaskKind kind{
      {"masked_text",
       "Hidden characters",
       "Fill in characters that were hidden in a text: unlike in writing, what follows may be read as well.",
       {
           Option::choice("corpus", {{"moby-dick", "Moby Dick"}, {"names", "Names"}, {"own", "Your own text"}}, "Text",
                          "What the models learn to complete."),
           Option::integer("length", 32, 8, 512, "Sequence length", "How many characters a model sees at once.")
               .in("characters")
               .by(8)
               .logarithmic(),
           mask_rate_option(),
           Option::free_text("text", 20000, "Own text", "A text of your own, kept inside the experiment.")
               .only_if("corpus", {"own"}),
       }},
      {"positions", "characters"},
      check_text,
      text_forms,
      true,
      make_by<MaskedTextTask>,
      false,
      true,
      &kTextKnows};
  return kind;
}

const TaskKind& masked_reviews_kind() {
  static const TaskKind kind{{"masked_reviews", "Hidden words",
                              "Fill in words that were hidden in short reviews: nobody has to label them, and "
                              "\"sentiment\" can start from it.",
                              review_options({mask_rate_option()})},
                             {"positions", "words"},
                             check_reviews,
                             forms_by<reviews_shape>,
                             false,
                             make_by<MaskedReviewsTask>,
                             false,
                             false,
                             &kReviewKnows};
  return kind;
}

}  // namespace unrolled
