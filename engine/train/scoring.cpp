#include "train/scoring.hpp"

#include <cmath>
#include <limits>

#include "train/greedy.hpp"

namespace unrolled {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool within(std::span<const float> answer, std::span<const float> target, double tolerance) {
  for (std::size_t i = 0; i < answer.size(); ++i)
    if (!(std::abs(double(answer[i]) - double(target[i])) <= tolerance)) return false;
  return true;
}

}  // namespace

Scores Scores::none() { return {kNone, kNone, kNone}; }

void Marks::mark(LossPlan<float>& plan) {
  const Batch batch = plan.batch();
  const OutputSize& output = plan.signature().output;
  judged_ =
      output.kind == OutputSize::Kind::symbols || (output.kind == OutputSize::Kind::numbers && output.tolerance > 0);
  marks_.assign(plan.rows(), Mark::not_asked);
  if (!judged_) return;
  for (std::size_t row = 0; row < marks_.size(); ++row) {
    const auto answer = plan.result().subspan(row * output.width, output.width);
    bool right = false;
    if (output.kind == OutputSize::Kind::symbols) {
      if (batch.targets[row] < 0) continue;
      right = largest_column(answer) == batch.targets[row];
    } else {
      const auto target = std::span<const float>(batch.numbers).subspan(row * output.width, output.width);
      if (std::isnan(target[0])) continue;
      right = within(answer, target, output.tolerance);
    }
    marks_[row] = right ? Mark::right : Mark::wrong;
  }
}

void Scorer::add_batch() {
  loss_ += plan_.forward({}) * double(plan_.counted());
  counted_ += plan_.counted();
  marks_.mark(plan_);
  if (!marks_.judged()) return;
  for (std::size_t b = 0; b < plan_.dims().batch; ++b) add_sequence(b);
}

void Scorer::add_sequence(std::size_t b) {
  using Mark = Marks::Mark;
  const BatchDims dims = plan_.dims();
  const bool whole = plan_.signature().output.whole;
  std::size_t asked = 0, right = 0;
  for (std::size_t t = 0; t < (whole ? 1 : dims.length); ++t) {
    const Mark mark = marks_.rows()[whole ? b : position_index(plan_.layout(), dims, b, t)];
    asked += mark != Mark::not_asked;
    right += mark == Mark::right;
  }
  if (asked == 0) return;
  asked_ += asked, right_ += right, ++sequences_, exact_ += asked == right;
}

Scores Scorer::scores() const {
  Scores scores = Scores::none();
  if (counted_ > 0) scores.loss = loss_ / double(counted_);
  if (asked_ > 0) scores.accuracy = double(right_) / double(asked_), scores.exact = double(exact_) / double(sequences_);
  return scores;
}

NetworkExamination::NetworkExamination(const Task& task, LossPlan<float>& val, LossPlan<float>* longer) : task_(task) {
  parts_.push_back({HeldOut::val, &val, Scorer(val)});
  if (longer != nullptr) parts_.push_back({HeldOut::longer, longer, Scorer(*longer)});
}

bool NetworkExamination::next() {
  if (part_ == parts_.size()) return false;
  auto& [set, plan, scorer] = parts_[part_];
  task_.held_out(set, first_, plan->batch());
  scorer.add_batch();
  first_ += plan->dims().batch;
  if (first_ >= task_.held_out_count(set)) ++part_, first_ = 0;
  return part_ < parts_.size();
}

Evaluation NetworkExamination::result() const {
  return {parts_.front().scorer.scores(), parts_.size() > 1 ? parts_.back().scorer.scores() : Scores::none()};
}

}  // namespace unrolled
