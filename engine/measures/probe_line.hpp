#pragma once
#include <optional>

#include "measures/ridge.hpp"
#include "measures/state_rows.hpp"

namespace unrolled {

/// How well something is told: R2 = 1 - sum (y - guess)^2 / sum (y - mean(y))^2 of what it is judged on, for symbols summed
/// over them (1 or 0 each); and of a yes or no the area under the ROC curve, for symbols the mean over them. NaN where all
/// labels are alike.
struct Told {
  double r2, auc;
};

/// One hidden variable, read from states by lines that are fitted to one half of the examples and judged on the other: every
/// second, since texts change from their beginning to their end. A symbol has one line each (it or another).
class ProbeLine {
 public:
  /// labels: one for each row, NaN where there is none. Nobody else changes rows or labels meanwhile. units: whether
  /// each unit is judged alone, too. ridge: see Ridge::solve.
  ProbeLine(const StateRows& rows, std::vector<float> labels, HiddenVariable::Kind kind, std::size_t positions,
            double ridge, bool units);
  /// Does the next part; false once nothing is left.
  bool next();

  Told told() const { return told_; }
  const std::vector<Told>& at_positions() const { return at_positions_; }
  const std::vector<Told>& by_units() const { return by_units_; }
  /// That whose line is nearest to what it was fitted to; NaN where there is nothing to fit.
  double best_unit() const;
  /// The symbol of each line; one that means nothing where there is but one.
  const std::vector<float>& outcomes() const { return outcomes_; }
  std::span<const double> direction(std::size_t outcome) const { return ridge_->weights(outcome); }

 private:
  void choose_rows();
  void centre();
  void add_block();
  void judge_direction();
  void judge_unit();
  void outcomes_of(std::size_t row);
  /// Of some of the judged rows, outcome by outcome.
  struct Sums {
    double missed = 0, total = 0, area = 0, areas = 0;
    std::size_t count = 0;
    Told told() const;
  };
  /// By what is in guesses_.
  void judge(std::size_t outcome, const std::vector<std::size_t>& of, Sums& sums) const;
  double auc(std::size_t outcome, const std::vector<std::size_t>& of) const;
  double label_of(std::size_t outcome, std::size_t judged) const;

  const StateRows& rows_;
  const std::vector<float> labels_;
  const HiddenVariable::Kind kind_;
  const double ridge_part_;
  const bool units_;
  std::vector<std::size_t> fitted_, judged_;  // rows
  std::vector<float> outcomes_;
  std::vector<double> y_, guesses_;  // of one row; of one outcome: [judged]
  std::vector<std::size_t> all_;     // of the judged, and those at each position
  std::vector<std::vector<std::size_t>> at_position_;
  std::optional<Ridge> ridge_;
  enum class Stage { centre, moments, direction, units, done } stage_ = Stage::centre;
  std::size_t at_ = 0, outcome_ = 0;  // within a stage
  Sums sums_;
  std::vector<Sums> position_sums_;
  Told told_{};
  std::vector<Told> at_positions_, by_units_;
};

}  // namespace unrolled
