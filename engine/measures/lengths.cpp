// Right answers by length and by position: examples of one length after the other, made like the held-out ones, within
// the lengths that are trained on and beyond. `exact` is the part of the sequences in which every answer was right (under the
// right beginning, so what greedy decoding would write), `accuracy` the part of the answers at the i-th asked position. Where
// `ends` is 1 the last answer of every sequence is the sign that ends it.
#include "measures/lengths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measures/held_out_batches.hpp"
#include "tasks/examples/example.hpp"
#include "train/scoring.hpp"

namespace unrolled {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// The sizes that are measured: at most so many, the least and the greatest among them.
std::vector<double> measured_sizes(const SizeRange& range, std::size_t most) {
  const std::size_t span = range.greatest - range.least, count = std::min(most, span + 1);
  std::vector<double> sizes;
  for (std::size_t i = 0; i < count; ++i)
    sizes.push_back(double(range.least + (count > 1 ? i * span / (count - 1) : 0)));
  return sizes;
}

class Lengths final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    using Kind = OutputSize::Kind;
    const OutputSize& output = subject.form.signature.output;
    const SizeRange range = subject.task.sizes();
    return range.greatest > range.least &&
           (output.kind == Kind::symbols || (output.kind == Kind::numbers && output.tolerance > 0));
  }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    LossPlan<float> plan(subject.model, subject.form.signature, size_of(subject));
    plan.forward_only();
    const double batches =
        double(options.integer("lengths") * ((options.integer("examples") + part(subject) - 1) / part(subject)));
    return {double(plan.bytes()), plan.cost().flops * batches};
  }

  Lengths(const Subject& subject, const Options& options)
      : task_(subject.task),
        sizes_(measured_sizes(subject.task.sizes(), options.integer("lengths"))),
        examples_(options.integer("examples")),
        plan_(subject.model, subject.form.signature, size_of(subject)),
        whole_(subject.form.signature.output.whole),
        places_(whole_ ? 1 : subject.form.longest().input),
        rng_(1, "measure.lengths"),
        exact_(sizes_.size(), kNothing),
        accuracy_(sizes_.size() * places_, kNothing),
        ends_(subject.form.form != Form::single && subject.form.signature.output.kind == OutputSize::Kind::symbols),
        right_(places_),
        asked_(places_) {
    plan_.forward_only();
    plan_.allocate();
  }

  bool next() override {
    const std::size_t known = lay_out();
    if (known > 0) {
      plan_.forward({});
      marks_.mark(plan_);
      for (std::size_t b = 0; b < known; ++b) add(b);
    }
    if (known == 0 || drawn_ >= examples_) close_length();
    return at_ < sizes_.size();
  }

  Findings result() override {
    std::size_t used = places_;  // positions that no length asks for are left out
    const auto asked = [&](std::size_t place) {
      for (std::size_t i = 0; i < sizes_.size(); ++i)
        if (!std::isnan(accuracy_[i * places_ + place])) return true;
      return false;
    };
    while (used > 1 && !asked(used - 1)) --used;
    std::vector<float> shown;
    for (std::size_t i = 0; i < sizes_.size(); ++i)
      shown.insert(shown.end(), accuracy_.begin() + std::ptrdiff_t(i * places_),
                   accuracy_.begin() + std::ptrdiff_t(i * places_ + used));
    const Axis lengths{"length", sizes_.size(), sizes_};
    Findings found;
    found.add("exact", lengths, exact_);
    found.add("accuracy", lengths, {"place", used}, std::move(shown));
    found.add_number("examples", double(examples_));
    found.add_number("trained_to", double(task_.sizes().trained));
    found.add_number("ends", ends_ ? 1 : 0);
    return found;
  }

 private:
  static std::size_t part(const Subject& subject) { return part_rows(subject, subject.form.longest(), 8, 1); }
  static BatchSize size_of(const Subject& subject) {
    return {part(subject), subject.form.longest(), subject.form.form};
  }

  /// Fills the batch with examples of the length at hand; how many there are.
  std::size_t lay_out() {
    const Batch batch = plan_.batch();
    std::size_t known = 0;
    for (; known < plan_.dims().batch && drawn_ < examples_; ++known, ++drawn_)
      if (!task_.lay_out_of_size(rng_, std::size_t(sizes_[at_]), batch, known)) break;
    return known;
  }

  void add(std::size_t b) {
    using Mark = Marks::Mark;
    std::size_t place = 0, last = 0;
    bool all = true;
    for (std::size_t t = 0; t < places_; ++t) {
      const std::size_t row = whole_ ? b : position_index(plan_.layout(), plan_.dims(), b, t);
      const Mark mark = marks_.rows()[row];
      if (mark == Mark::not_asked) continue;
      last = row;
      ++asked_[place];
      if (mark == Mark::right) ++right_[place];
      all = all && mark == Mark::right;
      ++place;
    }
    if (place == 0) return;
    ends_ = ends_ && plan_.batch().targets[last] == kEndSymbol;
    ++sequences_;
    if (all) ++whole_right_;
  }

  void close_length() {
    if (sequences_ > 0) exact_[at_] = float(double(whole_right_) / double(sequences_));
    for (std::size_t place = 0; place < places_; ++place)
      if (asked_[place] > 0) accuracy_[at_ * places_ + place] = float(double(right_[place]) / double(asked_[place]));
    std::ranges::fill(right_, 0), std::ranges::fill(asked_, 0);
    sequences_ = whole_right_ = drawn_ = 0;
    ++at_;
  }

  const Task& task_;
  const std::vector<double> sizes_;
  const std::size_t examples_;
  LossPlan<float> plan_;
  const bool whole_;
  const std::size_t places_;
  Rng rng_;
  Marks marks_;
  std::size_t at_ = 0, drawn_ = 0;  // the length at hand, and its examples so far
  std::vector<float> exact_, accuracy_;
  bool ends_;
  std::vector<std::size_t> right_, asked_;
  std::size_t sequences_ = 0, whole_right_ = 0;
};

}  // namespace

const MeasureKind& lengths_kind() {
  static const MeasureKind kind = kind_of<Lengths>(
      {"lengths",
       "By length",
       "How many answers are right, by the length of the example and by the place of the answer, also beyond the "
       "lengths that were trained on.",
       {Option::integer("lengths", 24, 1, 64, "Lengths", "How many different lengths are tried, evenly spread."),
        examples_option(24)}},
      {{"exact", "length", "", "Sequences with every answer right"},
       {"accuracy", "length, place", "", "Right answers, first, second and so on"}},
      "Lake and Baroni 2018");
  return kind;
}

}  // namespace unrolled
