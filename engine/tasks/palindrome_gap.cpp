#include "tasks/palindrome_gap.hpp"

#include "tasks/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::int32_t kHidden = 0, kFirst = 1;

ExampleShape shape_of(const Options& options) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = kFirst + options.integer("symbols");
  set_lengths(shape, options);
  set_positions(shape, {2});
  return shape;
}

class PalindromeGapTask final : public ExampleTask {
 public:
  PalindromeGapTask(const Options& options, std::string_view)
      : ExampleTask(shape_of(options), Vocabulary(U"_" + letters(options.integer("symbols")))),
        symbols_(options.integer("symbols")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t half, Example& e) const override {
    for (std::size_t i = 0; i < half; ++i) e.source.push_back(draw_symbol(rng, symbols_, kFirst));
    for (std::size_t i = half; i-- > 0;) e.source.push_back(e.source[i]);
    const auto gap = static_cast<std::size_t>(rng.below(2 * half));
    e.target.assign(2 * half, kNoTarget);
    e.target[gap] = e.source[gap];
    e.source[gap] = kHidden;
  }

  /// What comes later tells half of the gaps: a model that has not read it can only guess those.
  std::vector<Baseline> baselines() const override {
    const double guess = 1 / double(symbols_);
    return {chance(double(symbols_)),
            {"causal", "The most that reading left to right allows", "accuracy", 0.5 + 0.5 * guess}};
  }

 private:
  std::size_t symbols_;
};

}  // namespace

const TaskKind& palindrome_gap_kind() {
  static const TaskKind kind{
      {"palindrome_gap", "Palindrome with a gap",
       "Fill the gap in a palindrome: half of the gaps can only be filled by who reads in both directions.",
       with_lengths(
           {Option::integer("symbols", 16, 2, 26, "Letters", "How many different letters there are.").in("letters")},
           {6, 6, 8, 1, 100, "letters a half"})},
      "positions",
      check_lengths,
      forms_by<shape_of>,
      false,
      make_by<PalindromeGapTask>};
  return kind;
}

}  // namespace unrolled
