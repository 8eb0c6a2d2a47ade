#include "measures/probe_line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/sort.hpp"
#include "measures/auc.hpp"

namespace unrolled {
namespace {

constexpr double kBlockProducts = 4e6;  // at once
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

ProbeLine::ProbeLine(const StateRows& rows, std::vector<float> labels, HiddenVariable::Kind kind, std::size_t positions,
                     double ridge, bool units)
    : rows_(rows),
      labels_(std::move(labels)),
      kind_(kind),
      ridge_part_(ridge),
      units_(units),
      at_positions_(positions, Told{kUnknown, kUnknown}) {
  choose_rows();
  y_.resize(outcomes_.size());
  guesses_.resize(judged_.size());
  at_position_.resize(positions), position_sums_.resize(positions);
  for (std::size_t i = 0; i < judged_.size(); ++i) {
    all_.push_back(i);
    at_position_[rows_.place(judged_[i]).position].push_back(i);
  }
  ridge_.emplace(rows.units(), outcomes_.size());
}

void ProbeLine::choose_rows() {
  for (std::size_t row = 0; row < labels_.size(); ++row)
    if (!std::isnan(labels_[row])) (rows_.place(row).example % 2 == 0 ? fitted_ : judged_).push_back(row);
  if (kind_ == HiddenVariable::Kind::symbol) {
    for (std::size_t row : fitted_) outcomes_.push_back(labels_[row]);
    sort_short(outcomes_);
    outcomes_.erase(std::unique(outcomes_.begin(), outcomes_.end()), outcomes_.end());
  }
  if (outcomes_.empty()) outcomes_.push_back(1);
}

bool ProbeLine::next() {
  switch (stage_) {
    case Stage::centre: centre(); break;
    case Stage::moments: add_block(); break;
    case Stage::direction: judge_direction(); break;
    case Stage::units: judge_unit(); break;
    case Stage::done: break;
  }
  return stage_ != Stage::done;
}

double ProbeLine::label_of(std::size_t outcome, std::size_t judged) const {
  const float label = labels_[judged_[judged]];
  return kind_ == HiddenVariable::Kind::symbol ? (label == outcomes_[outcome] ? 1 : 0) : double(label);
}

void ProbeLine::outcomes_of(std::size_t row) {
  for (std::size_t k = 0; k < y_.size(); ++k)
    y_[k] = kind_ == HiddenVariable::Kind::symbol ? (labels_[row] == outcomes_[k] ? 1 : 0) : double(labels_[row]);
}

void ProbeLine::centre() {
  for (std::size_t row : fitted_) {
    outcomes_of(row);
    ridge_->centre(rows_.state(row), y_);
  }
  stage_ = Stage::moments;
}

void ProbeLine::add_block() {
  const double products = double(rows_.units()) * double(rows_.units()) / 2;
  const auto block = std::size_t(std::max(1.0, kBlockProducts / products));
  const std::size_t end = std::min(at_ + block, fitted_.size());
  for (; at_ < end; ++at_) {
    outcomes_of(fitted_[at_]);
    ridge_->add(rows_.state(fitted_[at_]), y_);
  }
  if (at_ < fitted_.size()) return;
  ridge_->solve(ridge_part_);
  stage_ = Stage::direction;
}

/// One outcome.
void ProbeLine::judge_direction() {
  for (std::size_t i = 0; i < judged_.size(); ++i) guesses_[i] = ridge_->predict(outcome_, rows_.state(judged_[i]));
  judge(outcome_, all_, sums_);
  for (std::size_t t = 0; t < at_position_.size(); ++t) judge(outcome_, at_position_[t], position_sums_[t]);
  if (++outcome_ < outcomes_.size()) return;
  told_ = sums_.told();
  for (std::size_t t = 0; t < at_position_.size(); ++t) at_positions_[t] = position_sums_[t].told();
  at_ = outcome_ = 0, sums_ = {};
  stage_ = units_ && rows_.units() > 0 ? Stage::units : Stage::done;
}

/// One outcome of one unit.
void ProbeLine::judge_unit() {
  for (std::size_t i = 0; i < judged_.size(); ++i)
    guesses_[i] = ridge_->predict_by(outcome_, at_, rows_.state(judged_[i])[at_]);
  judge(outcome_, all_, sums_);
  if (++outcome_ < outcomes_.size()) return;
  by_units_.push_back(sums_.told());
  outcome_ = 0, sums_ = {};
  if (++at_ == rows_.units()) stage_ = Stage::done;
}

void ProbeLine::judge(std::size_t outcome, const std::vector<std::size_t>& of, Sums& sums) const {
  double mean = 0;
  for (std::size_t i : of) mean += label_of(outcome, i) / double(of.size());
  for (std::size_t i : of) {
    const double error = label_of(outcome, i) - guesses_[i], away = label_of(outcome, i) - mean;
    sums.missed += error * error, sums.total += away * away;
  }
  if (const double own = auc(outcome, of); !std::isnan(own)) sums.area += own, sums.areas += 1;
  sums.count = of.size();
}

Told ProbeLine::Sums::told() const {
  // Labels that are all alike are so only up to the rounding of their mean.
  constexpr double kAlike = 1e-12;
  return {total > kAlike * double(count) ? 1 - missed / total : kUnknown, areas > 0 ? area / areas : kUnknown};
}

double ProbeLine::auc(std::size_t outcome, const std::vector<std::size_t>& of) const {
  if (kind_ == HiddenVariable::Kind::number) return kUnknown;
  std::vector<double> scores;
  std::vector<std::uint32_t> classes;
  for (std::size_t i : of) {
    scores.push_back(guesses_[i]);
    classes.push_back(label_of(outcome, i) == 1 ? 0 : 1);
  }
  return class_aucs(scores, classes, 1)[0];
}

double ProbeLine::best_unit() const {
  double best = kUnknown, best_fit = 0;
  for (std::size_t unit = 0; unit < rows_.units(); ++unit)
    if (const double fit = ridge_->fit_of(unit); fit > best_fit) best = double(unit), best_fit = fit;
  return best;
}

}  // namespace unrolled
