// Which symbol is answered where which one is asked (a confusion matrix; Miller and Nicely 1955), counted over held-out examples at
// every place that asks, under the right beginning, as accuracy is. Symbols that are neither asked nor answered are left out. Of
// more than "symbols" those asked most often have a row and a column of their own (of equally frequent ones those answered more
// often, then the lower number); the others share the last row and the last column, at -1 and without a name, so that no answer is
// left out. `right` is the part of an example's answers that are right: the same examples for every model and step.
#include "measures/confusion.hpp"

#include <algorithm>
#include <limits>

#include "core/sort.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/symbol_axis.hpp"
#include "train/greedy.hpp"

namespace unrolled {
namespace {

class Confusion final : public Measuring {
 public:
  /// Of two symbols the share of right answers says nearly all.
  static bool applies(const Subject& subject) {
    const OutputSize& output = subject.form.signature.output;
    return output.kind == OutputSize::Kind::symbols && output.width > 2;
  }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    return HeldOutBatches::price(subject, kRows, options.integer("examples"));
  }

  Confusion(const Subject& subject, const Options& options)
      : task_(subject.task),
        width_(subject.form.signature.output.width),
        whole_(subject.form.signature.output.whole),
        most_(options.integer("symbols")),
        batches_(subject, kRows, options.integer("examples")),
        counts_(width_ * width_),
        asked_(width_),
        answered_(width_) {}

  bool next() override {
    const std::size_t known = batches_.read();
    for (std::size_t b = 0; b < known; ++b) add(b);
    return batches_.left();
  }

  Findings result() override {
    const std::vector<std::size_t> shown = symbols_shown();
    std::size_t answers = 0, right = 0;
    for (std::size_t symbol = 0; symbol < width_; ++symbol) {
      answers += asked_[symbol];
      right += counts_[symbol * width_ + symbol];
    }
    Findings found;
    found.add("count", axis("asked", shown), axis("answered", shown), counted(shown));
    found.add("right", "example", std::move(right_));
    found.add_number("examples", double(batches_.examples()));
    found.add_number("answers", double(answers));
    found.add_number("accuracy", double(right) / double(answers));
    found.add_number("others", double(others_));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 8;

  void add(std::size_t b) {
    LossPlan<float>& plan = batches_.plan();
    const Batch batch = plan.batch();
    const auto rows = counting_rows(batch, plan.layout(), whole_, b);
    std::size_t right = 0;
    for (std::size_t row : rows) {
      const auto asked = std::size_t(batch.targets[row]);
      const auto answered = std::size_t(largest_column(plan.result().subspan(row * width_, width_)));
      ++counts_[asked * width_ + answered], ++asked_[asked], ++answered_[answered];
      right += asked == answered;
    }
    right_.push_back(rows.empty() ? std::numeric_limits<float>::quiet_NaN() : float(right) / float(rows.size()));
  }

  /// Those with a row and a column of their own, in order; counts the others.
  std::vector<std::size_t> symbols_shown() {
    std::vector<std::size_t> shown;
    for (std::size_t symbol = 0; symbol < width_; ++symbol)
      if (asked_[symbol] + answered_[symbol] > 0) shown.push_back(symbol);
    others_ = shown.size() - std::min(shown.size(), most_);
    if (others_ == 0) return shown;
    sort_short(shown, [&](std::size_t a, std::size_t b) {
      if (asked_[a] != asked_[b]) return asked_[a] > asked_[b];
      return answered_[a] != answered_[b] ? answered_[a] > answered_[b] : a < b;
    });
    shown.resize(most_);
    sort_short(shown);
    return shown;
  }

  Axis axis(const char* name, const std::vector<std::size_t>& shown) const {
    Axis axis = symbol_axis(name, task_, shown);
    if (others_ == 0) return axis;
    ++axis.count;
    axis.at.push_back(-1);
    axis.names.emplace_back();
    return axis;
  }

  std::vector<float> counted(const std::vector<std::size_t>& shown) const {
    const std::size_t size = shown.size() + (others_ > 0);
    std::vector<std::size_t> place(width_, shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) place[shown[i]] = i;
    std::vector<float> counted(size * size);
    for (std::size_t i = 0; i < counts_.size(); ++i)
      if (counts_[i] > 0) counted[place[i / width_] * size + place[i % width_]] += float(counts_[i]);
    return counted;
  }

  const Task& task_;
  const std::size_t width_;
  const bool whole_;
  const std::size_t most_;
  HeldOutBatches batches_;
  std::vector<std::size_t> counts_;  // [asked, answered]
  std::vector<std::size_t> asked_, answered_;
  std::vector<float> right_;
  std::size_t others_ = 0;
};

}  // namespace

const MeasureKind& confusion_kind() {
  static const MeasureKind kind = kind_of<Confusion>(
      {"confusion",
       "Confusion",
       "Which symbol the model answers where which one was asked for: what it takes for what.",
       {Option::integer("symbols", 40, 2, 256, "Symbols",
                        "How many have a row and a column of their own, those asked most often; the others share one."),
        examples_option(128)}},
      {{"count", "asked, answered", "", "Answers, by what was asked and what was answered"},
       {"right", "example", "", "Right answers in each example"}},
      "Miller and Nicely 1955");
  return kind;
}

}  // namespace unrolled
