#include "tasks/labels/counting.hpp"

#include <algorithm>

#include "tasks/examples/example_options.hpp"
#include "tasks/examples/ones_so_far.hpp"

namespace unrolled {
namespace {

ExampleShape whole_of(std::size_t symbols, std::size_t classes, const Options& options) {
  ExampleShape shape;
  shape.symbols = symbols, shape.width = classes;
  set_lengths(shape, options);
  set_positions(shape, {1});
  return shape;
}

ExampleShape parity_shape(const Options& options) { return whole_of(2, 2, options); }
ExampleShape majority_shape(const Options& options) {
  return whole_of(options.integer("symbols"), options.integer("symbols"), options);
}

using Kind = HiddenVariable::Kind;
constexpr HiddenVariable kMajorityHidden[] = {{"ahead", "The letter that is ahead, where one is", Kind::symbol},
                                              {"lead", "How far it is ahead of the next", Kind::number}};
constexpr Knows kMajorityKnows{kMajorityHidden};

class ParityTask final : public ExampleTask {
 public:
  ParityTask(const Options& options, std::string_view)
      : ExampleTask(parity_shape(options), Vocabulary(U"01"), {"even", "odd"}) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t size, Example& e) const override {
    std::int32_t parity = 0;
    for (std::size_t t = 0; t < size; ++t) {
      e.source.push_back(draw_symbol(rng, 2));
      parity ^= e.source[t];
    }
    e.target.push_back(parity);
  }

  std::vector<Baseline> baselines(Form) const override { return {chance(2, "answers"), chance_loss(2, "answers")}; }

  const Knows& knows() const override { return kKnowsOnes; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    know_ones(e, places, known);
  }
};

class MajorityTask final : public ExampleTask {
 public:
  MajorityTask(const Options& options, std::string_view)
      : ExampleTask(majority_shape(options), Vocabulary(letters(options.integer("symbols"))),
                    names_of(letters(options.integer("symbols")))) {
    hold_out();
  }

  /// Draws until one letter is ahead of all others.
  void draw(Rng& rng, std::size_t size, Example& e) const override {
    do {
      e.source.clear();
      for (std::size_t t = 0; t < size; ++t) e.source.push_back(draw_symbol(rng, shape().symbols));
    } while (!has_winner(e.source));
    e.target.push_back(winner(e.source));
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(double(shape().symbols), "letters"), chance_loss(double(shape().symbols), "letters")};
  }

  const Knows& knows() const override { return kMajorityKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    std::vector<std::int32_t> counts(shape().symbols);
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      ++counts[std::size_t(e.source[t])];
      const auto best = std::ranges::max_element(counts);
      std::int32_t next = 0;
      for (auto other = counts.begin(); other != counts.end(); ++other)
        if (other != best) next = std::max(next, *other);
      known.state(1, places.given(t), *best - next);
      if (*best > next) known.state(0, places.given(t), double(best - counts.begin()));
    }
  }

 private:
  std::int32_t winner(const std::vector<std::int32_t>& source) const {
    std::int32_t best = 0;
    for (std::int32_t s = 1; s < std::int32_t(shape().symbols); ++s)
      if (std::ranges::count(source, s) > std::ranges::count(source, best)) best = s;
    return best;
  }
  bool has_winner(const std::vector<std::int32_t>& source) const {
    const std::int32_t best = winner(source);
    for (std::int32_t s = 0; s < std::int32_t(shape().symbols); ++s)
      if (s != best && std::ranges::count(source, s) == std::ranges::count(source, best)) return false;
    return true;
  }
};

}  // namespace

const TaskKind& parity_kind() {
  static const TaskKind kind{
      {"parity", "Parity",
       "Read bits and say in the end whether the ones are even or odd in number: every single bit decides.",
       with_lengths({}, {2, 12, 20, 1, 200, "bits"})},
      {"labels", "bits"},
      check_lengths,
      forms_by<parity_shape>,
      false,
      make_by<ParityTask>,
      false,
      false,
      &kKnowsOnes};
  return kind;
}

const TaskKind& majority_kind() {
  static const TaskKind kind{
      {"majority", "Majority", "Say which letter came most often: easy for whoever adds up or averages.",
       with_lengths(
           {Option::integer("symbols", 3, 2, 6, "Letters", "How many different letters there are.").in("letters")},
           {5, 20, 40, 1, 200, "letters"})},
      {"labels", "letters"},
      check_lengths,
      forms_by<majority_shape>,
      false,
      make_by<MajorityTask>,
      false,
      false,
      &kMajorityKnows};
  return kind;
}

}  // namespace unrolled
