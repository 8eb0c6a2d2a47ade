#include "tasks/positions/recall.hpp"

#include "core/error.hpp"
#include "tasks/examples/example_options.hpp"
#include "tasks/examples/ones_so_far.hpp"

namespace unrolled {
namespace {

ExampleShape each_of(std::size_t symbols, const Options& options) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = symbols;
  set_lengths(shape, options);
  set_positions(shape, {1});
  return shape;
}

ExampleShape recall_shape(const Options& options) { return each_of(options.integer("symbols"), options); }
ExampleShape parity_shape(const Options& options) { return each_of(2, options); }

void check_recall(const Options& options, const std::string& where) {
  check_lengths(options, where);
  if (options.integer("delay") >= options.integer("min_length"))
    throw Error(
        ErrorCode::invalid_config, "option.below", where + ".delay",
        {{"found", options.integer("delay")}, {"other", "min_length"}, {"limit", options.integer("min_length")}});
}

using Kind = HiddenVariable::Kind;
constexpr HiddenVariable kRecallHidden[] = {{"recalled", "The letter to be recalled", Kind::symbol}};
constexpr Knows kRecallKnows{kRecallHidden, true};

class DelayedRecallTask final : public ExampleTask {
 public:
  DelayedRecallTask(const Options& options, std::string_view)
      : ExampleTask(recall_shape(options), Vocabulary(letters(options.integer("symbols")))),
        delay_(options.integer("delay")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t size, Example& e) const override {
    for (std::size_t t = 0; t < size; ++t) {
      e.source.push_back(draw_symbol(rng, shape().symbols));
      e.target.push_back(t < delay_ ? kNoTarget : e.source[t - delay_]);
    }
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(double(shape().symbols), "letters"), chance_loss(double(shape().symbols), "letters")};
  }

  const Knows& knows() const override { return kRecallKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    for (std::size_t t = delay_; t < e.source.size(); ++t) {
      known.state(0, places.asked(t), e.source[t - delay_]);
      known.need(places.given(t - delay_), places.asked(t));
    }
  }

 private:
  std::size_t delay_;
};

class RunningParityTask final : public ExampleTask {
 public:
  RunningParityTask(const Options& options, std::string_view) : ExampleTask(parity_shape(options), Vocabulary(U"01")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t size, Example& e) const override {
    std::int32_t parity = 0;
    for (std::size_t t = 0; t < size; ++t) {
      e.source.push_back(draw_symbol(rng, 2));
      e.target.push_back(parity ^= e.source[t]);
    }
  }

  std::vector<Baseline> baselines(Form) const override { return {chance(2, "answers"), chance_loss(2, "answers")}; }

  const Knows& knows() const override { return kKnowsOnes; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    know_ones(e, places, known);
  }
};

}  // namespace

const TaskKind& delayed_recall_kind() {
  static const TaskKind kind{
      {"delayed_recall", "Delayed recall",
       "Say at every step which letter was read n steps ago: a convolution can exactly as far as it sees.",
       with_lengths(
           {
               Option::integer("delay", 8, 0, 200, "Steps back", "How many steps ago the wanted letter was read.")
                   .in("steps"),
               Option::integer("symbols", 8, 2, 26, "Letters", "How many different letters there are.").in("letters"),
           },
           {32, 32, 64, 2, 400, "steps"})},
      {"positions", "letters"},
      check_recall,
      forms_by<recall_shape>,
      false,
      make_by<DelayedRecallTask>,
      false,
      false,
      &kRecallKnows};
  return kind;
}

const TaskKind& running_parity_kind() {
  static const TaskKind kind{
      {"running_parity", "Running parity",
       "Say after every bit whether the ones so far are odd in number: one bit of memory that must never be lost.",
       with_lengths({}, {16, 16, 32, 1, 400, "bits"})},
      {"positions", "bits"},
      check_lengths,
      forms_by<parity_shape>,
      false,
      make_by<RunningParityTask>,
      false,
      false,
      &kKnowsOnes};
  return kind;
}

}  // namespace unrolled
