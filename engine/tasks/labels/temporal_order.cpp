#include "tasks/labels/temporal_order.hpp"

#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

// E begins and B ends a sequence, a to d mean nothing, X and Y are the marks.
constexpr std::int32_t kBegin = 0, kEnd = 1, kDistractor = 2, kMark = 6;

using Kind = HiddenVariable::Kind;
constexpr HiddenVariable kOrderHidden[] = {{"marks", "Marks so far", Kind::number},
                                           {"first", "The first mark was a Y", Kind::yes_no},
                                           {"last", "The last mark was a Y", Kind::yes_no}};
constexpr Knows kOrderKnows{kOrderHidden, true};

ExampleShape order_shape(const Options& options) {
  ExampleShape shape;
  shape.symbols = 8;
  shape.width = std::size_t{1} << options.integer("marks");
  set_lengths(shape, options);
  set_positions(shape, {1});
  return shape;
}

/// "XX", "XY", ... in the order of their numbers.
std::vector<std::string> orders(std::size_t marks) {
  std::vector<std::string> names(std::size_t{1} << marks);
  for (std::size_t c = 0; c < names.size(); ++c)
    for (std::size_t m = marks; m-- > 0;) names[c] += (c >> m & 1) != 0 ? 'Y' : 'X';
  return names;
}

class TemporalOrderTask final : public ExampleTask {
 public:
  TemporalOrderTask(const Options& options, std::string_view)
      : ExampleTask(order_shape(options), Vocabulary(U"EBabcdXY"), orders(options.integer("marks"))),
        marks_(options.integer("marks")) {
    hold_out();
  }

  /// Marks stand in the second tenth, the sixth, and, where there are three, at a third: t1 in 10..20, t2 in 50..60 of
  /// 100 (6a); t1 in 10..20, t2 in 33..43, t3 in 66..76 (6b).
  void draw(Rng& rng, std::size_t size, Example& e) const override {
    e.source.push_back(kBegin);
    while (e.source.size() + 1 < size) e.source.push_back(draw_symbol(rng, 4, kDistractor));
    e.source.push_back(kEnd);
    std::int32_t order = 0;
    for (std::size_t m = 0; m < marks_; ++m) {
      const std::int32_t mark = draw_symbol(rng, 2);
      const std::size_t first = 1 + (size - 2) * start_percent(m) / 100;
      e.source[first + static_cast<std::size_t>(rng.below((size - 2) / 10 + 1))] = kMark + mark;
      order = 2 * order + mark;
    }
    e.target.push_back(order);
  }

  std::vector<Baseline> baselines(Form) const override {
    return {chance(double(shape().width), "orders"), chance_loss(double(shape().width), "orders")};
  }

  const Knows& knows() const override { return kOrderKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    std::size_t marks = 0;
    std::int32_t first = 0, last = 0;
    for (std::size_t t = 0; t < e.source.size(); ++t) {
      if (e.source[t] >= kMark) {
        last = e.source[t] - kMark;
        if (marks++ == 0) first = last;
        known.need(places.given(t), places.asked(0));
      }
      known.state(0, places.given(t), double(marks));
      if (marks == 0) continue;
      known.state(1, places.given(t), first);
      known.state(2, places.given(t), last);
    }
  }

 private:
  std::size_t start_percent(std::size_t mark) const {
    static constexpr std::size_t two[] = {10, 50}, three[] = {10, 33, 66};
    return marks_ == 2 ? two[mark] : three[mark];
  }

  std::size_t marks_;
};

}  // namespace

const TaskKind& temporal_order_kind() {
  static const TaskKind kind{
      {"temporal_order", "Temporal order",
       "Among letters that mean nothing two or three marks appear, each X or Y: in which order did they come?",
       with_lengths(
           {Option::integer("marks", 2, 2, 3, "Marks", "How many marks have to be remembered in order.").in("marks")},
           {30, 30, 60, 12, 400, "steps"})},
      {"labels", "letters"},
      check_lengths,
      forms_by<order_shape>,
      false,
      make_by<TemporalOrderTask>,
      false,
      false,
      &kOrderKnows};
  return kind;
}

}  // namespace unrolled
