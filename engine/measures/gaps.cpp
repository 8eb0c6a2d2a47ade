// Right answers by gap: the positions that are read from a cue to the answer that needs it, of pairs the source first and
// then the input (Knowledge). Where an answer needs several cues it is the one farthest away; a gap below 0 has its cue after
// the answer. `accuracy` is the part of the answers that are right, `error` of numbers the mean squared error. Beside the
// held-out examples stand, where there can be some, as many that are longer than any trained on, of sizes evenly spread.
#include "measures/gaps.hpp"

#include <cmath>
#include <limits>

#include "measures/held_out_batches.hpp"
#include "train/scoring.hpp"

namespace unrolled {
namespace {

struct GapTally {
  std::size_t asked = 0, right = 0;
  double error = 0;
};

/// Answers of one kind of examples, by gap.
class ByGap {
 public:
  /// Gaps are less than `reach` in size.
  explicit ByGap(std::size_t reach) : reach_(reach), tallies_(2 * reach) {}

  std::size_t places() const { return tallies_.size(); }
  double gap_of(std::size_t place) const { return double(place) - double(reach_); }
  const GapTally& at(std::size_t place) const { return tallies_[place]; }
  GapTally& of(double gap) { return tallies_[std::size_t(gap + double(reach_))]; }

 private:
  std::size_t reach_;
  std::vector<GapTally> tallies_;
};

/// What the model answered in the last run to the rows of a batch that need cues.
class GapReader {
 public:
  explicit GapReader(const Task& task) : task_(task) {}

  void add(LossPlan<float>& plan, std::size_t known, ByGap& tallies) {
    marks_.mark(plan);
    for (std::size_t b = 0; b < known; ++b) {
      task_.know(plan.batch(), b, knowledge_);
      const auto& needs = knowledge_.needs();
      for (std::size_t i = 0; i < needs.size();) {
        double gap = 0;
        const std::size_t answer = needs[i].answer;
        for (; i < needs.size() && needs[i].answer == answer; ++i)
          if (std::abs(needs[i].gap()) >= std::abs(gap)) gap = needs[i].gap();
        add_answer(plan, row_of(plan, b, answer), tallies.of(gap));
      }
    }
  }
  bool judged() const { return marks_.judged(); }

 private:
  static std::size_t row_of(LossPlan<float>& plan, std::size_t b, std::size_t answer) {
    if (plan.signature().output.whole) return b;
    const Batch batch = plan.batch();
    const std::size_t before = batch.source.dims.length > 0 ? std::size_t(batch.source.lengths[b]) : 0;
    return position_index(plan.layout(), plan.dims(), b, answer - before);
  }

  void add_answer(LossPlan<float>& plan, std::size_t row, GapTally& tally) {
    const Batch batch = plan.batch();
    const std::size_t width = batch.width;
    const bool numbers = !batch.numbers.empty();
    if (numbers ? std::isnan(batch.numbers[row * width]) : batch.targets[row] < 0) return;
    ++tally.asked;
    if (marks_.judged()) tally.right += marks_.rows()[row] == Marks::Mark::right;
    for (std::size_t i = 0; numbers && i < width; ++i) {
      const double error = double(plan.result()[row * width + i]) - double(batch.numbers[row * width + i]);
      tally.error += error * error / double(width);
    }
  }

  const Task& task_;
  Knowledge knowledge_;
  Marks marks_;
};

std::size_t gap_reach(const Subject& subject) {
  const StreamLengths longest = subject.form.longest();
  return longest.input + longest.source;
}

/// Sizes beyond those trained on.
std::size_t longer_sizes(const Subject& subject) {
  const SizeRange sizes = subject.task.sizes();
  return sizes.greatest > sizes.trained ? sizes.greatest - sizes.trained : 0;
}

class Gaps final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    return subject.task.knows().cues && subject.form.signature.output.kind != OutputSize::Kind::mixture;
  }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    const std::size_t examples = options.integer("examples");
    MeasurePrice price = HeldOutBatches::price(subject, kRows, examples);
    if (longer_sizes(subject) == 0) return price;
    LossPlan<float> plan(subject.model, subject.form.signature, longer_size(subject));
    plan.forward_only();
    const std::size_t rows = plan.dims().batch;
    return {price.bytes + double(plan.bytes()), price.flops + plan.cost().flops * double((examples + rows - 1) / rows)};
  }

  Gaps(const Subject& subject, const Options& options)
      : task_(subject.task),
        numbers_(subject.form.signature.output.kind == OutputSize::Kind::numbers),
        examples_(options.integer("examples")),
        longer_sizes_(longer_sizes(subject)),
        batches_(subject, kRows, examples_),
        longer_plan_(subject.model, subject.form.signature, longer_size(subject)),
        reader_(subject.task),
        rng_(1, "measure.gaps"),
        val_(gap_reach(subject)),
        longer_(gap_reach(subject)) {
    longer_plan_.forward_only();
    if (longer_sizes_ > 0) longer_plan_.allocate();
  }

  bool next() override {
    if (batches_.left()) {
      const std::size_t known = batches_.read();
      reader_.add(batches_.plan(), known, val_);
      return batches_.left() || longer_sizes_ > 0;
    }
    if (const std::size_t known = lay_out_longer(); known > 0) {
      longer_plan_.forward({});
      reader_.add(longer_plan_, known, longer_);
    }
    return drawn_ < examples_;
  }

  Findings result() override {
    Axis gaps{"gap"};
    for (std::size_t place = 0; place < val_.places(); ++place)
      if (val_.at(place).asked + longer_.at(place).asked > 0) gaps.at.push_back(val_.gap_of(place));
    gaps.count = gaps.at.size();
    Findings found;
    add(found, gaps, "", val_);
    if (longer_sizes_ > 0) add(found, gaps, "longer_", longer_);
    found.add_number("examples", double(batches_.examples()));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 8;

  static BatchSize longer_size(const Subject& subject) {
    const StreamLengths longest = subject.form.longest();
    return {part_rows(subject, longest, kRows, 1), longest, subject.form.form};
  }

  /// How many examples there are.
  std::size_t lay_out_longer() {
    std::size_t known = 0;
    const std::size_t trained = task_.sizes().trained;
    const std::size_t rows = longer_plan_.dims().batch;
    const std::size_t last =
        std::min(examples_, drawn_ + 2 * rows);  // some sizes may have no example, after many tries
    for (; known < rows && drawn_ < last; ++drawn_) {
      const std::size_t size = trained + 1 + drawn_ * longer_sizes_ / examples_;
      known += task_.lay_out_of_size(rng_, size, longer_plan_.batch(), known) ? 1 : 0;
    }
    return known;
  }

  void add(Findings& found, const Axis& gaps, const std::string& prefix, ByGap& tallies) const {
    std::vector<float> accuracy, error, asked;
    for (double gap : gaps.at) {
      const GapTally& tally = tallies.of(gap);
      const double count = tally.asked > 0 ? double(tally.asked) : std::numeric_limits<double>::quiet_NaN();
      accuracy.push_back(float(double(tally.right) / count));
      error.push_back(float(tally.error / count));
      asked.push_back(float(tally.asked));
    }
    if (reader_.judged()) found.add(prefix + "accuracy", gaps, std::move(accuracy));
    if (numbers_) found.add(prefix + "error", gaps, std::move(error));
    found.add(prefix + "answers", gaps, std::move(asked));
  }

  const Task& task_;
  const bool numbers_;
  const std::size_t examples_, longer_sizes_;
  HeldOutBatches batches_;
  LossPlan<float> longer_plan_;
  GapReader reader_;
  Rng rng_;
  ByGap val_, longer_;
  std::size_t drawn_ = 0;
};

}  // namespace

const MeasureKind& gaps_kind() {
  static const MeasureKind kind =
      kind_of<Gaps>({"gaps",
                     "By gap",
                     "How many answers are right, by how long ago the model read what it needs for them: that is what "
                     "a memory is worth.",
                     {examples_option(128)}},
                    {{"accuracy", "gap", "", "Right answers"},
                     {"error", "gap", "squared", "Mean squared error of answers that are numbers"},
                     {"answers", "gap", "", "Answers that were counted"},
                     {"longer_accuracy", "gap", "", "Right answers in examples longer than any trained on"},
                     {"longer_error", "gap", "squared", "Mean squared error in those"},
                     {"longer_answers", "gap", "", "Answers that were counted in those"}},
                    "Hochreiter and Schmidhuber 1997; Arjovsky et al. 2016");
  return kind;
}

}  // namespace unrolled
