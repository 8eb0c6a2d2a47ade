#include "tasks/labels/brackets.hpp"

#include <algorithm>
#include <utility>

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

// Symbols 2k and 2k+1 open and close kind k.
constexpr char32_t kBrackets[] = U"()[]{}<>";

using Kind = HiddenVariable::Kind;
constexpr HiddenVariable kBracketsHidden[] = {
    {"depth", "Brackets opened less brackets closed, as long as all fit", Kind::number},
    {"open", "The bracket that has to be closed next, as long as all fit", Kind::symbol},
    {"broken", "One was closed that did not fit", Kind::yes_no}};
constexpr Knows kBracketsKnow{kBracketsHidden};

using Symbols = std::vector<std::int32_t>;

ExampleShape brackets_shape(const Options& options) {
  ExampleShape shape;
  shape.symbols = 2 * options.integer("kinds"), shape.width = 2;
  set_lengths(shape, options);
  set_positions(shape, {2});
  return shape;
}

bool balanced(const Symbols& brackets, Symbols& open) {
  open.clear();
  for (std::int32_t bracket : brackets) {
    if (bracket % 2 == 0) {
      open.push_back(bracket);
    } else {
      if (open.empty() || open.back() != bracket - 1) return false;
      open.pop_back();
    }
  }
  return open.empty();
}

class BracketsTask final : public ExampleTask {
 public:
  BracketsTask(const Options& options, std::string_view)
      : ExampleTask(brackets_shape(options), Vocabulary(std::u32string(kBrackets, 2 * options.integer("kinds"))),
                    {"not balanced", "balanced"}),
        kinds_(options.integer("kinds")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t pairs, Example& e) const override {
    const bool good = rng.below(2) == 1;
    draw_balanced(rng, pairs, e.source);
    while (!good && balanced(e.source, open_)) spoil(rng, e.source);
    e.target.push_back(good ? 1 : 0);
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(2, "answers"),
            chance_loss(2, "answers"),
            {"counts", "Counting brackets, whatever their order", "accuracy", by_counts()}};
  }

  const Knows& knows() const override { return kBracketsKnow; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    Symbols open;
    std::int32_t depth = 0;
    bool broken = false;
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      const bool opens = e.source[t] % 2 == 0, fits = !open.empty() && open.back() == e.source[t] - 1;
      depth += opens ? 1 : -1;
      broken = broken || (!opens && !fits);
      if (opens)
        open.push_back(e.source[t]);
      else if (fits)
        open.pop_back();
      if (!broken) known.state(0, places.given(t), depth);  // after a fault the answer hangs on it no more
      if (!broken && !open.empty()) known.state(1, places.given(t), open.back());
      known.state(2, places.given(t), broken);
    }
  }

 private:
  /// How often "balanced if as many of each kind open as close" is right.
  double by_counts() const {
    constexpr std::size_t kCounted = 4000;
    double right = 0;
    for_counted(*this, kCounted, [&](const Example& e) {
      bool even = true;
      for (std::int32_t k = 0; k < std::int32_t(kinds_); ++k)
        even = even && std::ranges::count(e.source, 2 * k) == std::ranges::count(e.source, 2 * k + 1);
      right += even == (e.target[0] == 1) ? 1 : 0;
    });
    return right / double(kCounted);
  }

  /// Opens and closes by the toss of a coin where both are possible.
  void draw_balanced(Rng& rng, std::size_t pairs, Symbols& brackets) const {
    open_.clear();
    for (std::size_t opened = 0; brackets.size() < 2 * pairs;) {
      if (open_.empty() || (opened < pairs && rng.below(2) == 0)) {
        open_.push_back(2 * draw_symbol(rng, kinds_));
        brackets.push_back(open_.back());
        ++opened;
      } else {
        brackets.push_back(open_.back() + 1);
        open_.pop_back();
      }
    }
  }

  /// One small fault: mostly two brackets change places, which counting does not notice; else one changes its kind or is
  /// turned round.
  void spoil(Rng& rng, Symbols& brackets) const {
    std::int32_t& one = brackets[static_cast<std::size_t>(rng.below(brackets.size()))];
    std::int32_t& other = brackets[static_cast<std::size_t>(rng.below(brackets.size()))];
    switch (rng.below(6)) {
      case 0: one ^= 1; return;
      case 1: one = one % 2 + 2 * draw_symbol(rng, kinds_); return;
      default: std::swap(one, other);
    }
  }

  std::size_t kinds_;
  mutable Symbols open_;  // what a reader would have to remember
};

}  // namespace

const TaskKind& brackets_kind() {
  static const TaskKind kind{
      {"brackets", "Balanced brackets",
       "Is every bracket closed by its like, in the right order? What is not balanced has a small fault only.",
       with_lengths({Option::integer("kinds", 2, 1, 4, "Kinds", "How many kinds of brackets there are.").in("kinds")},
                    {2, 8, 14, 1, 100, "pairs"})},
      "labels",
      check_lengths,
      forms_by<brackets_shape>,
      false,
      make_by<BracketsTask>,
      false,
      false,
      &kBracketsKnow};
  return kind;
}

}  // namespace unrolled
