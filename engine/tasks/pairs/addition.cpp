#include "tasks/pairs/addition.hpp"

#include <algorithm>
#include <string>

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::int32_t kPlus = 2, kZero = 3;

constexpr HiddenVariable kAdditionHidden[] = {
    {"carry", "What is carried to the digit to be written", HiddenVariable::Kind::yes_no}};
constexpr Knows kAdditionKnows{kAdditionHidden};

ExampleShape addition_shape(const Options& options) {
  const std::size_t digits = options.integer("digits"), longer = options.integer("longer_digits");
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = kZero + 10;
  shape.training = {digits, digits};
  if (longer > digits) shape.longer = {digits + 1, longer};
  set_positions(shape, {2, 1}, {1, 1});
  shape.training_examples = options.integer("training_examples");
  return shape;
}

void check_addition(const Options& options, const std::string& where) {
  check_longer(options, where, "digits", "longer_digits");
}

/// A number of 1 to `digits` digits, each count as likely as the other: small numbers are not rare.
std::uint64_t draw_number(Rng& rng, std::size_t digits) {
  std::uint64_t bound = 1;
  for (std::uint64_t d = 1 + rng.below(digits); d > 0; --d) bound *= 10;
  return rng.below(bound);
}

class AdditionTask final : public ExampleTask {
 public:
  AdditionTask(const Options& options, std::string_view)
      : ExampleTask(addition_shape(options), Vocabulary(U"·→+0123456789")),
        reversed_source_(options.boolean("reversed_source")),
        reversed_answer_(options.boolean("reversed_answer")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t digits, Example& e) const override {
    const std::uint64_t a = draw_number(rng, digits), b = draw_number(rng, digits);
    append(a, e.source);
    e.source.push_back(kPlus);
    append(b, e.source);
    append(a + b, e.target);
    if (reversed_source_) std::ranges::reverse(e.source);
    if (reversed_answer_) std::ranges::reverse(e.target);
  }

  Backwards backwards() const override { return {reversed_source_, reversed_answer_}; }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

 protected:
  /// Longer sums have at least one number that is longer than any trained on.
  void draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& e) const override {
    const std::size_t known = 2 * shape().training.max + 1;
    do ExampleTask::draw_part(rng, part, sizes, e);
    while (sizes.min > shape().training.max && e.source.size() <= known);
  }

  const Knows& knows() const override { return kAdditionKnows; }
  /// To a place is carried where the digits below it add up to more than they have room for.
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    std::vector<std::int32_t> sum = e.source;
    if (reversed_source_) std::ranges::reverse(sum);
    const auto plus = std::ranges::find(sum, kPlus);
    std::int32_t carry = 0;
    for (std::size_t place = 0; place < e.target.size(); ++place) {
      known.state(0, places.asked(reversed_answer_ ? place : e.target.size() - 1 - place), carry);
      const auto digit = [&](auto from, auto to) {
        return std::size_t(to - from) > place ? *(to - 1 - std::ptrdiff_t(place)) - kZero : 0;
      };
      carry = (digit(sum.begin(), plus) + digit(plus == sum.end() ? plus : plus + 1, sum.end()) + carry) / 10;
    }
  }

 private:
  static void append(std::uint64_t number, std::vector<std::int32_t>& symbols) {
    const std::size_t first = symbols.size();
    do symbols.push_back(kZero + static_cast<std::int32_t>(number % 10));
    while ((number /= 10) > 0);
    std::reverse(symbols.begin() + std::ptrdiff_t(first), symbols.end());
  }

  bool reversed_source_, reversed_answer_;
};

}  // namespace

const TaskKind& addition_kind() {
  static const TaskKind kind{
      {"addition",
       "Addition",
       "Read a sum such as 12+45, digit by digit, and write the result: carries must be kept in mind.",
       {
           Option::integer("digits", 2, 1, 8, "Digits", "The most digits that a number has in training.").in("digits"),
           Option::integer("longer_digits", 3, 0, 12, "Tested up to",
                           "A second test has sums longer than any trained on, up to this many digits; 0: none.")
               .in("digits"),
           Option::boolean("reversed_source", false, "Read backwards",
                           "Gives the sum last digit first, so that what is written first was read last."),
           Option::boolean("reversed_answer", false, "Answer backwards",
                           "Asks for the last digit first, as one adds on paper: carries then go with the writing."),
           Option::integer("training_examples", 0, 0, 8000, "Examples to learn from",
                           "Trains on only so many different sums, again and again; 0: on ever new ones.")
               .in("examples")
               .by(100),
       }},
      {"pairs", "characters"},
      check_addition,
      forms_by<addition_shape>,
      false,
      make_by<AdditionTask>,
      false,
      false,
      &kAdditionKnows};
  return kind;
}

}  // namespace unrolled
