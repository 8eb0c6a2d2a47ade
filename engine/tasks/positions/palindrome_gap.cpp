#include "tasks/positions/palindrome_gap.hpp"

#include <algorithm>

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::int32_t kHidden = 0, kFirstLetter = 1;

constexpr HiddenVariable kPalindromeHidden[] = {
    {"hidden", "The letter that is hidden here", HiddenVariable::Kind::symbol}};
constexpr Knows kPalindromeKnows{kPalindromeHidden, true};

ExampleShape palindrome_shape(const Options& options) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = kFirstLetter + options.integer("symbols");
  set_lengths(shape, options);
  set_positions(shape, {2});
  return shape;
}

class PalindromeGapTask final : public ExampleTask {
 public:
  PalindromeGapTask(const Options& options, std::string_view)
      : ExampleTask(palindrome_shape(options), Vocabulary(U"_" + letters(options.integer("symbols")))),
        symbols_(options.integer("symbols")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t half, Example& e) const override {
    for (std::size_t i = 0; i < half; ++i) e.source.push_back(draw_symbol(rng, symbols_, kFirstLetter));
    for (std::size_t i = half; i-- > 0;) e.source.push_back(e.source[i]);
    const auto gap = static_cast<std::size_t>(rng.below(2 * half));
    e.target.assign(2 * half, kNoTarget);
    e.target[gap] = e.source[gap];
    e.source[gap] = kHidden;
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(double(symbols_), "letters"),
            {"causal", "The most that reading left to right allows", "accuracy", by_reading_on()}};
  }

  const Knows& knows() const override { return kPalindromeKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      if (e.source[t] != kHidden) continue;
      const std::size_t mirror = e.source.size() - 1 - t;
      known.state(0, places.asked(t), e.source[mirror]);
      known.need(places.given(mirror), places.asked(t));
    }
  }

 private:
  /// How often the most probable letter is right, given all that stands before a gap: averaged over the gaps of some
  /// palindromes. Where all are equally long, half of the gaps are told by what was read, and the rest is a guess.
  double by_reading_on() const {
    constexpr std::size_t kCounted = 1000;
    double right = 0;
    for_counted(*this, kCounted, [&](Example& e) {
      for (std::size_t t = 0; t < e.source.size(); ++t)
        if (e.target[t] != kNoTarget) e.source[t] = e.target[t];
      for (std::size_t gap = 0; gap < e.source.size(); ++gap)
        right += most_probable(e.source, gap) / double(kCounted * e.source.size());
    });
    return right;
  }

  /// The probability of the most probable letter at a gap. A length that the gap is beyond the middle of names the letter,
  /// if what was read agrees with it; each letter that need not be drawn twice makes it symbols_ times as likely.
  double most_probable(const std::vector<std::int32_t>& letters, std::size_t gap) const {
    std::vector<double> weight(kFirstLetter + symbols_);
    double unknown = 0, total = 0;
    for (std::size_t half = shape().training.min; half <= shape().training.max; ++half) {
      if (2 * half <= gap) continue;
      double p = 1 / double(half);
      std::size_t t = half;
      for (; t < gap && letters[t] == letters[2 * half - 1 - t]; ++t) p *= double(symbols_);
      if (t < gap) continue;
      total += p;
      (gap < half ? unknown : weight[std::size_t(letters[2 * half - 1 - gap])]) += p;
    }
    return (std::ranges::max(weight) + unknown / double(symbols_)) / total;
  }

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
      {"positions", "letters"},
      check_lengths,
      forms_by<palindrome_shape>,
      false,
      make_by<PalindromeGapTask>,
      false,
      false,
      &kPalindromeKnows};
  return kind;
}

}  // namespace unrolled
