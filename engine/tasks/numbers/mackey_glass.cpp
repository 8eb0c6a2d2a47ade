#include "tasks/numbers/mackey_glass.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kSteps = 10;  // a unit of time
constexpr double kStep = 0.1;
constexpr std::size_t kTransient = 300;  // units, until it no longer matters how it began

/// dx/dt with the delayed value given.
double slope(double x, double delayed) {
  const double square = delayed * delayed, fourth = square * square;
  return 0.2 * delayed / (1 + fourth * fourth * square) - 0.1 * x;
}

double step_from(double x, double delayed, double delayed_next) {
  const double between = (delayed + delayed_next) / 2;
  const double k1 = slope(x, delayed);
  const double k2 = slope(x + kStep / 2 * k1, between);
  const double k3 = slope(x + kStep / 2 * k2, between);
  const double k4 = slope(x + kStep * k3, delayed_next);
  return x + kStep / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
}

}  // namespace

std::vector<double> mackey_glass(std::size_t count, std::size_t tau) {
  const std::size_t delay = tau * kSteps, steps = (kTransient + count) * kSteps;
  std::vector<double> x(delay + 1, 1.2);  // x[delay + n] is at step n
  for (std::size_t n = 0; n < steps; ++n) x.push_back(step_from(x[delay + n], x[n], x[n + 1]));
  std::vector<double> series;
  for (std::size_t t = kTransient; t < kTransient + count; ++t) series.push_back(x[delay + t * kSteps]);
  return series;
}

}  // namespace unrolled
