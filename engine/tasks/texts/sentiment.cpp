#include "tasks/texts/sentiment.hpp"

#include "tasks/examples/example_options.hpp"
#include "tasks/texts/reviews.hpp"

namespace unrolled {
namespace {

ExampleShape shape_of(const Options& options) {
  ExampleShape shape = review_shape(options);
  shape.width = 2;
  shape.training_examples = options.integer("labelled");
  return shape;
}

class SentimentTask final : public ExampleTask {
 public:
  SentimentTask(const Options& options, std::string_view)
      : ExampleTask(shape_of(options), Vocabulary(review_words()), {"negative", "positive"}) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t clauses, Example& e) const override {
    e.target.push_back(draw_review(rng, clauses, e.source) ? 1 : 0);
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(2, "answers"),
            chance_loss(2, "answers"),
            {"words", "Adding up good and bad words", "accuracy", without_order()}};
  }

  const Knows& knows() const override { return kReviewKnows; }
  void know_example(const Example& example, const Places& places, Knowledge& known) const override {
    Example review = example;
    review.target.clear();  // says no word
    know_review(review, places, known);
  }

 private:
  /// How often the sign of good minus bad words is right; half of the ties.
  double without_order() const {
    constexpr std::size_t kCounted = 4000;
    double right = 0;
    for_counted(*this, kCounted, [&](const Example& e) {
      int sum = 0;
      for (std::int32_t word : e.source) sum += praise_of(word);
      right += sum == 0 ? 0.5 : (sum > 0) == (e.target[0] == 1) ? 1 : 0;
    });
    return right / double(kCounted);
  }
};

}  // namespace

const TaskKind& sentiment_kind() {
  static const TaskKind kind{
      {"sentiment", "Sentiment",
       "Does a short review like the film? \"not\" turns words round, and what follows \"but\" outweighs what came "
       "before.",
       review_options(
           {Option::integer(
                "labelled", 0, 0, 2000, "Labelled reviews",
                "Trains on only so many different reviews, half of them positive, again and again; 0: on ever new "
                "ones.")
                .in("reviews")
                .by(10)})},
      {"labels", "words"},
      check_reviews,
      forms_by<shape_of>,
      false,
      make_by<SentimentTask>,
      false,
      false,
      &kReviewKnows};
  return kind;
}

}  // namespace unrolled
