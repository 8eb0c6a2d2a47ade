#include "tasks/positions/copy_memory.hpp"

#include "core/elementary.hpp"
#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kDigits = 8;
constexpr std::int32_t kBlank = 0, kFirst = 1, kRecall = 9;

constexpr HiddenVariable kCopyHidden[] = {{"recalled", "The digit to be recalled", HiddenVariable::Kind::symbol}};
constexpr Knows kCopyKnows{kCopyHidden, true};

/// n digits, a pause of T-1 blanks, then n+1 times the sign to recall: T + 2n positions.
ExampleShape copy_shape(const Options& options) {
  const std::size_t pause = options.integer("pause"), longer = options.integer("longer_pause");
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.symbols = shape.width = 10;
  shape.training = {pause, pause};
  if (longer > pause) shape.longer = {longer, longer};
  set_positions(shape, {1, 2 * options.integer("remembered")});
  return shape;
}

void check_copy(const Options& options, const std::string& where) {
  check_longer(options, where, "pause", "longer_pause");
}

class CopyMemoryTask final : public ExampleTask {
 public:
  CopyMemoryTask(const Options& options, std::string_view)
      : ExampleTask(copy_shape(options), Vocabulary(U"·12345678?")), remembered_(options.integer("remembered")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t pause, Example& e) const override {
    for (std::size_t i = 0; i < remembered_; ++i) e.source.push_back(draw_symbol(rng, kDigits, kFirst));
    e.target.assign(remembered_ + pause, kBlank);
    e.target.insert(e.target.end(), e.source.begin(), e.source.end());
    e.source.insert(e.source.end(), pause - 1, kBlank);
    e.source.insert(e.source.end(), remembered_ + 1, kRecall);
  }

  /// Who knows when to answer, but not what: blanks, then guesses.
  std::vector<Baseline> baselines(Form) const override {
    const double n = double(remembered_), length = double(shape().training.given);
    return {{"memoryless",
             "Without memory of the digits: " + std::to_string(remembered_) + " ln 8 / " + std::to_string(int(length)),
             "loss", n * elementary::log(double(kDigits)) / length},
            {"memoryless", "Without memory of the digits", "accuracy", (length - n + n / double(kDigits)) / length}};
  }

  const Knows& knows() const override { return kCopyKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    if (e.source.size() < 2 * remembered_) return;
    for (std::size_t i = 0; i < remembered_; ++i) {
      const std::size_t at = e.source.size() - remembered_ + i;
      known.state(0, places.asked(at), e.source[i]);
      known.need(places.given(i), places.asked(at));
    }
  }

 private:
  std::size_t remembered_;
};

}  // namespace

const TaskKind& copy_memory_kind() {
  static const TaskKind kind{
      {"copy_memory",
       "Copy memory",
       "See a few digits, then nothing for a long time, then repeat them: what a plain RNN forgets.",
       {
           Option::integer("pause", 20, 1, 500, "Pause", "How long the digits have to be remembered.")
               .in("steps")
               .logarithmic(),
           Option::integer("longer_pause", 0, 0, 1000, "Tested with a pause of",
                           "A second test has this longer pause; 0: none.")
               .in("steps"),
           Option::integer("remembered", 10, 1, 20, "Digits", "How many digits have to be remembered.").in("digits"),
       }},
      "positions",
      check_copy,
      forms_by<copy_shape>,
      false,
      make_by<CopyMemoryTask>,
      false,
      false,
      &kCopyKnows};
  return kind;
}

}  // namespace unrolled
