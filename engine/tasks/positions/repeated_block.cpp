#include "tasks/positions/repeated_block.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

using Kind = HiddenVariable::Kind;
constexpr HiddenVariable kBlockHidden[] = {{"repeats", "The block has begun again", Kind::yes_no},
                                           {"next", "The letter that follows in the block", Kind::symbol}};
constexpr Knows kBlockKnows{kBlockHidden, true};

ExampleShape block_shape(const Options& options) {
  const std::size_t length = options.integer("length"), longer = options.integer("longer_length");
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = options.integer("symbols");
  shape.causal = true;  // an answer is the next letter
  shape.training = {length, length};
  if (longer > length) shape.longer = {longer, longer};
  set_positions(shape, {1});
  return shape;
}

void check_block(const Options& options, const std::string& where) {
  const std::size_t min = options.integer("min_period"), max = options.integer("max_period"),
                    offset = options.integer("max_offset"), length = options.integer("length");
  if (min > max)
    throw Error(ErrorCode::invalid_config, "option.least", where + ".max_period",
                {{"found", max}, {"other", "min_period"}, {"limit", min}});
  if (offset + max >= length)
    throw Error(ErrorCode::invalid_config, "option.repeats", where + ".length",
                {{"found", length}, {"limit", offset + max}});
  check_longer(options, where, "length", "longer_length");
}

class RepeatedBlockTask final : public ExampleTask {
 public:
  RepeatedBlockTask(const Options& options, std::string_view)
      : ExampleTask(block_shape(options), Vocabulary(letters(options.integer("symbols")))),
        min_period_(options.integer("min_period")),
        periods_(options.integer("max_period") - min_period_ + 1),
        offsets_(options.integer("max_offset") + 1) {
    hold_out();
  }

  /// Asked for is every letter of a repetition but the first, which nothing announces.
  void draw(Rng& rng, std::size_t size, Example& e) const override {
    const std::size_t period = min_period_ + static_cast<std::size_t>(rng.below(periods_)),
                      known = static_cast<std::size_t>(rng.below(offsets_)) + period;
    while (e.source.size() <= size)
      e.source.push_back(e.source.size() < known ? draw_symbol(rng, shape().symbols)
                                                 : e.source[e.source.size() - period]);
    for (std::size_t t = 0; t < size; ++t) e.target.push_back(t < known ? kNoTarget : e.source[t + 1]);
    e.source.pop_back();
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(double(shape().symbols), "letters"), chance_loss(double(shape().symbols), "letters")};
  }

  const Knows& knows() const override { return kBlockKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    const std::size_t size = e.source.size(), period = period_of(e);
    const auto asked = [&](std::size_t t) { return t < e.target.size() && e.target[t] != kNoTarget; };
    for (std::size_t t = 0; t < size; ++t) {
      known.state(0, places.given(t), asked(t));
      if (!asked(t) || period == 0) continue;
      known.state(1, places.asked(t), e.target[t]);
      known.need(places.given(t + 1 - period), places.asked(t));
    }
  }

 private:
  /// The shortest that agrees with all letters from the first repeated one on; 0 where nothing is asked.
  std::size_t period_of(const Example& e) const {
    const auto first = std::ranges::find_if(e.target, [](std::int32_t t) { return t != kNoTarget; });
    if (first == e.target.end()) return 0;
    const auto known = std::size_t(first - e.target.begin());
    for (std::size_t period = min_period_; period < min_period_ + periods_ && period <= known; ++period)
      if (std::equal(e.source.begin() + std::ptrdiff_t(known), e.source.end(),
                     e.source.begin() + std::ptrdiff_t(known - period)) &&
          e.target.back() == e.source[e.source.size() - period])
        return period;
    return 0;
  }

  std::size_t min_period_, periods_, offsets_;
};

}  // namespace

const TaskKind& repeated_block_kind() {
  static const TaskKind kind{
      {"repeated_block",
       "Repeated block",
       "Random letters that begin to repeat: to go on, find where the last letter stood before and look what followed.",
       {
           Option::integer("length", 32, 4, 400, "Length", "Letters in a sequence.").in("letters"),
           Option::integer("longer_length", 0, 0, 400, "Tested up to",
                           "A second test has sequences of this greater length; 0: none.")
               .in("letters"),
           Option::integer("symbols", 16, 2, 26, "Letters", "How many different letters there are.").in("letters"),
           Option::integer("min_period", 5, 1, 100, "Shortest block", "The fewest letters that are repeated.")
               .in("letters"),
           Option::integer("max_period", 12, 1, 100, "Longest block",
                           "The most letters that are repeated; with one length only, positions give the answer away.")
               .in("letters"),
           Option::integer("max_offset", 8, 0, 100, "Letters before",
                           "At most so many other letters come before the block.")
               .in("letters"),
       }},
      {"positions", "letters"},
      check_block,
      forms_by<block_shape>,
      false,
      make_by<RepeatedBlockTask>,
      false,
      false,
      &kBlockKnows};
  return kind;
}

}  // namespace unrolled
