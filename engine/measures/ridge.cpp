#include "measures/ridge.hpp"

#include <cmath>
#include <limits>

namespace unrolled {

Ridge::Ridge(std::size_t inputs, std::size_t outcomes)
    : inputs_(inputs),
      outcomes_(outcomes),
      x_sum_(inputs),
      y_sum_(outcomes),
      x_(inputs),
      y_(outcomes),
      moments_(inputs * inputs),
      squares_(inputs),
      y_squares_(outcomes),
      products_(outcomes * inputs),
      weights_(outcomes * inputs) {}

void Ridge::centre(std::span<const float> x, std::span<const double> y) {
  count_ += 1;
  for (std::size_t i = 0; i < inputs_; ++i) x_sum_[i] += double(x[i]);
  for (std::size_t k = 0; k < outcomes_; ++k) y_sum_[k] += y[k];
}

void Ridge::add(std::span<const float> x, std::span<const double> y) {
  for (std::size_t i = 0; i < inputs_; ++i) x_[i] = double(x[i]) - x_sum_[i] / count_;
  for (std::size_t k = 0; k < outcomes_; ++k) y_[k] = y[k] - y_sum_[k] / count_;
  for (std::size_t i = 0; i < inputs_; ++i) {
    double* row = &moments_[i * inputs_];
    for (std::size_t j = 0; j <= i; ++j) row[j] += x_[i] * x_[j];
    squares_[i] += x_[i] * x_[i];
  }
  for (std::size_t k = 0; k < outcomes_; ++k) {
    for (std::size_t i = 0; i < inputs_; ++i) products_[k * inputs_ + i] += x_[i] * y_[k];
    y_squares_[k] += y_[k] * y_[k];
  }
}

void Ridge::solve(double part) {
  double trace = 0;
  for (double square : squares_) trace += square;
  if (!(trace > 0)) return;  // nothing ever changed: all weights are 0
  factor(part * trace / double(inputs_));
  for (std::size_t k = 0; k < outcomes_; ++k) substitute(k);
}

/// L row by row, in place.
void Ridge::factor(double lambda) {
  for (std::size_t i = 0; i < inputs_; ++i) {
    double* row = &moments_[i * inputs_];
    row[i] += lambda;
    for (std::size_t j = 0; j <= i; ++j) {
      const double* other = &moments_[j * inputs_];
      double rest = row[j];
      for (std::size_t n = 0; n < j; ++n) rest -= row[n] * other[n];
      row[j] = i == j ? std::sqrt(rest) : rest / other[j];
    }
  }
}

/// L z = s, then L' w = z.
void Ridge::substitute(std::size_t outcome) {
  double* w = &weights_[outcome * inputs_];
  for (std::size_t i = 0; i < inputs_; ++i) {
    double rest = products_[outcome * inputs_ + i];
    for (std::size_t n = 0; n < i; ++n) rest -= moments_[i * inputs_ + n] * w[n];
    w[i] = rest / moments_[i * inputs_ + i];
  }
  for (std::size_t i = inputs_; i-- > 0;) {
    w[i] /= moments_[i * inputs_ + i];
    for (std::size_t n = 0; n < i; ++n) w[n] -= moments_[i * inputs_ + n] * w[i];
  }
}

double Ridge::predict(std::size_t outcome, std::span<const float> x) const {
  double sum = y_sum_[outcome] / count_;
  for (std::size_t i = 0; i < inputs_; ++i)
    sum += weights_[outcome * inputs_ + i] * (double(x[i]) - x_sum_[i] / count_);
  return sum;
}

double Ridge::slope(std::size_t outcome, std::size_t input) const {
  return squares_[input] > 0 ? products_[outcome * inputs_ + input] / squares_[input] : 0;
}

double Ridge::predict_by(std::size_t outcome, std::size_t input, float x) const {
  return y_sum_[outcome] / count_ + slope(outcome, input) * (double(x) - x_sum_[input] / count_);
}

double Ridge::fit_of(std::size_t input) const {
  double explained = 0, total = 0;
  for (std::size_t k = 0; k < outcomes_; ++k) {
    explained += slope(k, input) * products_[k * inputs_ + input];
    total += y_squares_[k];
  }
  return total > 0 ? explained / total : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace unrolled
