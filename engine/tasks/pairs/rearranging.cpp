#include "tasks/pairs/rearranging.hpp"

#include <algorithm>

#include "core/sort.hpp"
#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::int32_t kFirstLetter = 2;  // after the specials

ExampleShape rearranging_shape(const Options& options) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = kFirstLetter + options.integer("symbols");
  shape.equally_long = true;
  set_lengths(shape, options);
  set_positions(shape, {1}, {1});
  return shape;
}

constexpr HiddenVariable kRearrangedHidden[] = {
    {"next", "The letter to be written next", HiddenVariable::Kind::symbol}};
constexpr Knows kRearrangedKnows{kRearrangedHidden, true}, kSortedKnows{kRearrangedHidden};

enum class Order { same, reversed, sorted };

template <Order order>
class RearrangingTask final : public ExampleTask {
 public:
  RearrangingTask(const Options& options, std::string_view)
      : ExampleTask(rearranging_shape(options), Vocabulary(U"·→" + letters(options.integer("symbols")))),
        symbols_(options.integer("symbols")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t size, Example& e) const override {
    for (std::size_t i = 0; i < size; ++i) e.source.push_back(draw_symbol(rng, symbols_, kFirstLetter));
    e.target = e.source;
    if (order == Order::reversed) std::ranges::reverse(e.target);
    if (order == Order::sorted) sort_short(e.target);
  }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

  const Knows& knows() const override { return order == Order::sorted ? kSortedKnows : kRearrangedKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    for (std::size_t i = 0; i < e.target.size(); ++i) {
      known.state(0, places.asked(i), e.target[i]);
      if (order == Order::same) known.need(places.given(i), places.asked(i));
      if (order == Order::reversed) known.need(places.given(e.target.size() - 1 - i), places.asked(i));
    }
  }

 private:
  std::size_t symbols_;
};

template <Order order>
TaskKind kind_of(const char* name, const char* title, const char* summary) {
  OptionTable options = with_lengths(
      {Option::integer("symbols", 10, 2, 26, "Letters", "How many different letters there are.").in("letters")},
      {3, 12, 18, 1, 100, "letters"});
  return {{name, title, summary, std::move(options)},
          {"pairs", "letters"},
          check_lengths,
          forms_by<rearranging_shape>,
          false,
          make_by<RearrangingTask<order>>,
          false,
          false,
          order == Order::sorted ? &kSortedKnows : &kRearrangedKnows};
}

}  // namespace

const TaskKind& copy_kind() {
  static const TaskKind kind = kind_of<Order::same>(
      "copy", "Copy", "Read random letters to the end and write them down again: can one vector hold them all?");
  return kind;
}

const TaskKind& reverse_kind() {
  static const TaskKind kind = kind_of<Order::reversed>(
      "reverse", "Reverse", "Read random letters and write them down backwards: what was read last comes first.");
  return kind;
}

const TaskKind& sort_kind() {
  static const TaskKind kind = kind_of<Order::sorted>(
      "sort", "Sort", "Read random letters and write them down in order: every answer depends on all that was read.");
  return kind;
}

}  // namespace unrolled
