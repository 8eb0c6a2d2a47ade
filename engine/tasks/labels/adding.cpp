#include "tasks/labels/adding.hpp"

#include "tasks/examples/longer.hpp"

namespace unrolled {
namespace {

constexpr double kTolerance = 0.04;

using Kind = HiddenVariable::Kind;
constexpr HiddenVariable kAddingHidden[] = {{"held", "Sum of the marked numbers so far", Kind::number},
                                            {"marks", "Marks so far", Kind::number},
                                            {"since", "Steps since the last mark", Kind::number}};
constexpr Knows kAddingKnows{kAddingHidden, true};

ExampleShape adding_shape(const Options& options) {
  const std::size_t length = options.integer("length"), longer = options.integer("longer_length");
  ExampleShape shape;
  shape.kind = OutputSize::Kind::numbers;
  shape.features = 2;
  shape.width = 1;
  shape.tolerance = kTolerance;
  shape.training = {length, length, length};
  shape.longer = {longer, longer, longer};
  return shape;
}

}  // namespace

AddingTask::AddingTask(const Options& options, std::string_view) : ExampleTask(adding_shape(options), Vocabulary()) {
  hold_out();
}

void AddingTask::draw(Rng& rng, std::size_t length, Example& example) const {
  const std::size_t half = length / 2;
  const auto first = static_cast<std::size_t>(rng.below(half));
  const auto second = half + static_cast<std::size_t>(rng.below(length - half));
  float sum = 0;
  for (std::size_t t = 0; t < length; ++t) {
    const auto number = static_cast<float>(rng.uniform());
    const bool marked = t == first || t == second;
    example.values.push_back(number);
    example.values.push_back(marked ? 1.0F : 0.0F);
    if (marked) sum += number;
  }
  example.numbers.push_back(sum);
}

const Knows& AddingTask::knows() const { return kAddingKnows; }

void AddingTask::know_example(const Example& example, const Places& places, Knowledge& known) const {
  double held = 0, marks = 0;
  std::size_t last = 0;
  for (std::size_t t = 0; t < places.givens(); ++t) {
    if (example.values[2 * t + 1] > 0.5F) {
      held += double(example.values[2 * t]), marks += 1, last = t;
      known.need(places.given(t), places.asked(0));
    }
    known.state(0, places.given(t), held);
    known.state(1, places.given(t), marks);
    if (marks > 0) known.state(2, places.given(t), double(t - last));
  }
}

// The sum of two uniform numbers has variance 2/12, and the density 1 - |s - 1|.
std::vector<Baseline> AddingTask::baselines(Form) const {
  return {{"mean", "Always 1: error 1/6", "loss", 1.0 / 6},
          {"mean", "Always 1", "accuracy", 2 * kTolerance - kTolerance * kTolerance}};
}

const TaskKind& adding_kind() {
  static const TaskKind kind{
      {"adding",
       "Adding two marked numbers",
       "Read a long row of random numbers, two of them marked, and say the sum of those two: the first must be "
       "remembered until the end.",
       {
           Option::integer("length", 50, 4, 400, "Length", "How many numbers a sequence has.")
               .in("numbers")
               .logarithmic(),
           longer_length_option(100, 800, "numbers"),
       }},
      {"labels", "numbers"},
      check_longer_length,
      forms_by<adding_shape>,
      false,
      make_by<AddingTask>,
      false,
      false,
      &kAddingKnows};
  return kind;
}

}  // namespace unrolled
