#include "tasks/positions/associative_recall.hpp"

#include <algorithm>

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kKeys = 26, kValues = 10;

constexpr HiddenVariable kAssociativeHidden[] = {
    {"recalled", "The digit that belongs to the letter asked for", HiddenVariable::Kind::symbol}};
constexpr Knows kAssociativeKnows{kAssociativeHidden, true};

/// n pairs, then each query with its answer, except that the last answer is only asked for: 2n + 2q - 1 positions.
ExampleShape associative_shape(const Options& options) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = kKeys + kValues;
  shape.causal = true;  // the answer to a query is the next symbol
  set_lengths(shape, options);
  set_positions(shape, {2, 2 * options.integer("queries") - 1});
  return shape;
}

class AssociativeRecallTask final : public ExampleTask {
 public:
  AssociativeRecallTask(const Options& options, std::string_view)
      : ExampleTask(associative_shape(options), Vocabulary(letters(kKeys) + U"0123456789")),
        queries_(options.integer("queries")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t pairs, Example& e) const override {
    for (std::size_t i = 0; i < pairs; ++i) {
      e.source.push_back(draw_new_key(rng, e.source));
      e.source.push_back(draw_symbol(rng, kValues, kKeys));
    }
    e.target.assign(e.source.size(), kNoTarget);
    for (std::size_t q = 0; q < queries_; ++q) {
      const std::size_t pair = static_cast<std::size_t>(rng.below(pairs));
      const std::int32_t key = e.source[2 * pair], value = e.source[2 * pair + 1];
      e.source.insert(e.source.end(), {key, value});
      e.target.insert(e.target.end(), {value, kNoTarget});
    }
    e.source.pop_back();
    e.target.pop_back();
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(double(kValues), "digits"), {"seen", "Any of the digits seen", "accuracy", guess_of_seen()}};
  }

  const Knows& knows() const override { return kAssociativeKnows; }
  /// What was asked and told before tells it again, nearer.
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    for (std::size_t t = 2; t < e.source.size(); t += 2)
      for (std::size_t before = t; before > 0; before -= 2) {
        if (e.source[before - 2] != e.source[t]) continue;
        known.state(0, places.asked(t), e.source[before - 1]);
        known.need(places.given(before - 1), places.asked(t));
        break;
      }
  }

 private:
  static std::int32_t draw_new_key(Rng& rng, const std::vector<std::int32_t>& taken) {
    std::int32_t key;
    do key = draw_symbol(rng, kKeys);
    while (std::ranges::find(taken, key) != taken.end());
    return key;
  }

  /// The right one of n pairs, or else another with the same digit by chance; mean over n.
  double guess_of_seen() const {
    double sum = 0;
    const ExampleSizes& sizes = shape().training;
    for (std::size_t n = sizes.min; n <= sizes.max; ++n) sum += (1 + double(n - 1) / double(kValues)) / double(n);
    return sum / double(sizes.max - sizes.min + 1);
  }

  std::size_t queries_;
};

}  // namespace

const TaskKind& associative_recall_kind() {
  static const TaskKind kind{
      {"associative_recall", "Associative recall",
       "Read letters that each have a digit, then name the digit of a letter seen again: a lookup by content.",
       with_lengths({}, {2, 6, 10, 1, 26, "pairs"},
                    {Option::integer("queries", 3, 1, 20, "Questions", "How many letters are asked for in the end.")})},
      "positions",
      check_lengths,
      forms_by<associative_shape>,
      false,
      make_by<AssociativeRecallTask>,
      false,
      false,
      &kAssociativeKnows};
  return kind;
}

}  // namespace unrolled
