#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/json.hpp"

// What a run has left behind as plain numbers: the entry "curves" of a model file (docs/files.md), which the page draws
// (web/runtime/kept_record.js is its side of the same).

namespace unrolled {

inline constexpr std::size_t kMaxPoints = 4000;  ///< of one curve, as the page has it

/// Rows of numbers, "step" the first of them and ascending; NaN where there is no number.
class CurveTable {
 public:
  explicit CurveTable(std::vector<std::string> names) : names_(std::move(names)), columns_(names_.size()) {}

  std::size_t length() const { return columns_.front().size(); }
  double at(std::size_t row, std::size_t column) const { return columns_[column][row]; }
  /// One value a name.
  void append(const std::vector<double>& row);
  /// Forgets rows of later steps than this.
  void truncate(double step);
  /// Every second row goes, of two neighbours the later (`keep_first`) or the earlier one.
  void halve(bool keep_first);
  void set(std::size_t row, std::size_t column, double value) { columns_[column][row] = value; }
  /// Columns by name, null for NaN, at most ten digits.
  void write(Json& to) const;
  /// Takes the rows over that ascend up to a step; nothing where columns are missing, uneven or longer than kMaxPoints.
  void read(const Json& from, double last);

 private:
  std::vector<std::string> names_;
  std::vector<std::vector<double>> columns_;
};

class Curves {
 public:
  /// Of one step: positions with a loss, and useful operations.
  Curves(double tokens_per_step, double flops_per_step)
      : tokens_per_step_(tokens_per_step), flops_per_step_(flops_per_step) {}

  /// Goes on with the curves of a file (JSON, which may be a stranger's) up to a step. What does not fit is left out.
  void resume(const std::string& kept, std::uint64_t step);
  /// Losses of the steps up to `step`, which took so many seconds together; gradient norm and rate of the last of them.
  void train(std::uint64_t step, const std::vector<double>& losses, double seconds, double grad_norm, double lr);
  /// What evaluate() gave at the step trained to last, and what the model wrote then.
  void evaluate(const Json& scores, std::string_view sample);

  /// The held-out scores that there were last, by name; those that the task lacks are left out.
  Json scores() const;
  /// Whether the step trained to last was tested, and no test before it had as low a held-out loss.
  bool at_lowest() const;
  std::string to_text() const;

 private:
  void add_point(double step, double seconds);
  void merge();
  void add_loss(double loss);

  double tokens_per_step_, flops_per_step_;
  double step_ = 0, seconds_ = 0;
  CurveTable training_{{"step", "seconds", "loss"}};
  CurveTable held_out_{
      {"step", "seconds", "val_loss", "val_accuracy", "val_exact", "longer_loss", "longer_accuracy", "longer_exact"}};
  CurveTable signals_{{"step", "grad_norm", "lr"}};
  std::string sample_;
  std::size_t stride_ = 1, waiting_ = 0;  // steps of a point, and of the next one so far
  double sum_ = 0;                        // of these
  double mean_ = 0, weight_ = 0;          // exponential, of the last losses
};

}  // namespace unrolled
