#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace unrolled {

/// Ridge regression (Hoerl and Kennard 1970) of several outcomes on the same inputs: the weights w that make
/// sum (y - mean(y) - w'(x - mean(x)))^2 + lambda |w|^2 least, so (S + lambda I) w = s with the moments S of the inputs and s
/// of inputs and outcome around their means, solved by Cholesky's method. lambda is a part of the mean of S's diagonal, so
/// that it means the same whatever unit the inputs are in, and the condition number is at most inputs / part + 1. Double
/// throughout.
class Ridge {
 public:
  Ridge(std::size_t inputs, std::size_t outcomes);
  /// All points are handed over twice in the same way: first to find their means, then for the moments around these.
  void centre(std::span<const float> x, std::span<const double> y);
  void add(std::span<const float> x, std::span<const double> y);
  /// part > 0. After that the moments of the inputs are gone.
  void solve(double part);

  std::size_t inputs() const { return inputs_; }
  std::size_t outcomes() const { return outcomes_; }
  std::span<const double> weights(std::size_t outcome) const {
    return std::span(weights_).subspan(outcome * inputs_, inputs_);
  }
  double predict(std::size_t outcome, std::span<const float> x) const;

  /// Of the straight line from one input alone, by least squares; 0 for an input that is always the same.
  double slope(std::size_t outcome, std::size_t input) const;
  double predict_by(std::size_t outcome, std::size_t input, float x) const;
  /// R2 of such lines on the points that they were drawn through, all outcomes together. NaN where these are always the same.
  double fit_of(std::size_t input) const;

 private:
  void factor(double lambda);
  void substitute(std::size_t outcome);

  std::size_t inputs_, outcomes_;
  double count_ = 0;
  std::vector<double> x_sum_, y_sum_;
  std::vector<double> x_, y_;                // one point, less the means
  std::vector<double> moments_;              // [inputs, inputs], the lower half; once solved L of S + lambda I = L L'
  std::vector<double> squares_, y_squares_;  // of each input and outcome
  std::vector<double> products_, weights_;   // [outcomes, inputs]
};

}  // namespace unrolled
