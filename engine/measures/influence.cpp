// What an answer depends on: the norm of the gradient of the answer with respect to what comes in at each position, for
// one held-out example. The answer is the logit of the symbol that the model holds to be most probable, above the mean of
// all logits (which a sure answer does not make vanish, as it does a loss); or, where numbers are answered, their sum.
// Row a is the a-th answer asked for, column t what came in at position t; where a causal model reads, or a convolution
// does not reach, it is exactly zero.
//
// Beside it stands the path: over how many connections the shortest way leads, whatever the weights (Paths).
#include "measures/influence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measures/input_probe.hpp"
#include "measures/paths.hpp"
#include "train/greedy.hpp"

namespace unrolled {
namespace {

class Influence final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    return subject.form.signature.output.kind != OutputSize::Kind::mixture;
  }
  static MeasurePrice price(const Subject& subject, const Options&) {
    const std::size_t answers = subject.form.signature.output.whole ? 1 : subject.form.lengths.input;
    return InputProbe(subject, kRows).price(answers);
  }

  Influence(const Subject& subject, const Options& options)
      : task_(subject.task),
        output_(subject.form.signature.output),
        example_(std::min(options.integer("example"), subject.task.held_out_count(HeldOut::val) - 1)),
        probe_(subject, kRows) {
    probe_.allocate();
    lay_out();
    const Batch batch = probe_.batch();
    rows_ = counting_rows(batch, probe_.plan().layout(), output_.whole, 0);
    for (std::size_t row : rows_)
      asked_.push_back(double(position_of(batch, probe_.plan().layout(), output_.whole, 0, row)));
    input_ = length_of(batch.input, 0);
    source_ = batch.source.dims.length > 0 ? length_of(batch.source, 0) : 0;
  }

  bool next() override {
    lay_out();
    probe_.read();
    const std::size_t count = std::min(probe_.rows(), rows_.size() - done_);
    std::vector<float> gradient(probe_.plan().rows() * output_.width);
    for (std::size_t b = 0; b < count; ++b) ask(gradient, row_in(b, done_ + b));
    probe_.backward_from(gradient);
    for (std::size_t b = 0; b < count; ++b) {
      for (std::size_t t = 0; t < input_; ++t) found_.push_back(float(probe_.input_norm(b, t)));
      for (std::size_t t = 0; t < source_; ++t) found_source_.push_back(float(probe_.source_norm(b, t)));
    }
    done_ += count;
    return done_ < rows_.size();
  }

  Findings result() override {
    const Axis answers{"answer", rows_.size(), asked_};
    Findings found;
    found.add("influence", answers, {"position", input_}, std::move(found_));
    found.add("path", answers, {"position", input_}, paths(false));
    if (source_ > 0) {
      found.add("influence_source", answers, {"position", source_}, std::move(found_source_));
      found.add("path_source", answers, {"position", source_}, paths(true));
    }
    found.add_number("example", double(example_));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 4;  // answers of a part, at most: copies of the example, each asked for another

  /// [answer,position]: NaN where no way leads.
  std::vector<float> paths(bool source) {
    const Paths ways(probe_.plan().plan().parts(), input_, source_);
    const std::size_t positions = source ? source_ : input_;
    std::vector<float> steps(asked_.size() * positions);
    for (std::size_t t = 0; t < positions; ++t) {
      const std::vector<double> from = ways.from(t, source);
      for (std::size_t a = 0; a < asked_.size(); ++a) {
        const double least = from[std::size_t(asked_[a])];
        steps[a * positions + t] = float(std::isfinite(least) ? least : std::numeric_limits<double>::quiet_NaN());
      }
    }
    return steps;
  }

  void lay_out() {
    const Batch batch = probe_.batch();
    task_.held_out(HeldOut::val, example_, batch);
    repeat_first_row(batch, probe_.plan().layout(), output_.whole);
  }

  /// The row of copy b that is answer number a of the example.
  std::size_t row_in(std::size_t b, std::size_t a) {
    if (output_.whole) return b;
    return position_index(probe_.plan().layout(), probe_.plan().dims(), b, std::size_t(asked_[a]));
  }

  void ask(std::span<float> gradient, std::size_t row) {
    const std::size_t width = output_.width;
    const auto to = gradient.subspan(row * width, width);
    const bool symbols = output_.kind == OutputSize::Kind::symbols;
    std::ranges::fill(to, symbols ? -1 / float(width) : 1);
    if (symbols) to[std::size_t(largest_column(probe_.plan().result().subspan(row * width, width)))] += 1;
  }

  const Task& task_;
  const OutputSize output_;
  const std::size_t example_;
  InputProbe probe_;
  std::vector<std::size_t> rows_;  // of the example, as row 0
  std::vector<double> asked_;      // where they stand
  std::size_t input_ = 0, source_ = 0, done_ = 0;
  std::vector<float> found_, found_source_;
};

}  // namespace

const MeasureKind& influence_kind() {
  static const MeasureKind kind = kind_of<Influence>(
      {"influence",
       "Influence",
       "What each answer depends on, position by position: zero where the model cannot know.",
       {Option::integer("example", 0, 0, 1e6, "Example", "Number of the held-out example.")}},
      {{"influence", "answer, position", "answer per unit of input", "Of what came in at each position"},
       {"influence_source", "answer, position", "answer per unit of input", "Of each position of the source"},
       {"path", "answer, position", "steps", "Least number of connections from a position to an answer"},
       {"path_source", "answer, position", "steps", "The same from each position of the source"}},
      "Simonyan, Vedaldi and Zisserman 2013, by positions");
  return kind;
}

}  // namespace unrolled
