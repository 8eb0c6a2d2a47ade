#include "measures/singular_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/elementary.hpp"
#include "core/sort.hpp"

namespace unrolled {
namespace {

constexpr double kOrthogonal = 1e-15;    // cosine of two rows that need no turn
constexpr double kVanishing = 1e-17;     // a row's length over that of all
constexpr std::size_t kMostSweeps = 40;  // ten as a rule
constexpr std::size_t kSquarings = 20;
constexpr double kPartWork = 3e6;  // operations of a part
constexpr double kProductWorth =
    4;  // operations of a product in the time of one here, which has no registers of its own
constexpr double kUsualSweeps = 9.0;  // half of their pairs are turned

/// Over four lanes, added up in one order.
double dot(const double* a, const double* b, std::size_t n) {
  double lane[4] = {0, 0, 0, 0};
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4)
    for (std::size_t k = 0; k < 4; ++k) lane[k] += a[i + k] * b[i + k];
  for (; i < n; ++i) lane[0] += a[i] * b[i];
  return (lane[0] + lane[1]) + (lane[2] + lane[3]);
}

double norm_of(const std::vector<double>& x) { return std::sqrt(dot(x.data(), x.data(), x.size())); }

}  // namespace

SingularValues::SingularValues(std::vector<double> matrix, std::size_t width)
    : width_(width), rows_(std::move(matrix)), squares_(width) {
  const double all = norm_of(rows_);
  least_ = all * kVanishing * all * kVanishing;
  finite_ = std::isfinite(all);
}

/// Whether rows p and q had to be turned. The longer one becomes the first.
bool SingularValues::turn(std::size_t p, std::size_t q) {
  double *x = &rows_[p * width_], *y = &rows_[q * width_];
  if (squares_[p] < squares_[q]) {
    std::swap_ranges(x, x + width_, y);
    std::swap(squares_[p], squares_[q]);
  }
  if (squares_[q] <= least_) return false;
  const double together = dot(x, y, width_);
  if (std::abs(together) <= kOrthogonal * std::sqrt(squares_[p]) * std::sqrt(squares_[q])) return false;
  const double cot2 = (squares_[q] - squares_[p]) / (2 * together);
  const double tan = (cot2 < 0 ? -1 : 1) / (std::abs(cot2) + std::sqrt(1 + cot2 * cot2));
  const double cos = 1 / std::sqrt(1 + tan * tan), sin = cos * tan;
  for (std::size_t i = 0; i < width_; ++i) {
    const double a = x[i], b = y[i];
    x[i] = cos * a - sin * b;
    y[i] = sin * a + cos * b;
  }
  squares_[p] -= tan * together;
  squares_[q] = std::max(0.0, squares_[q] + tan * together);
  return true;
}

bool SingularValues::next() {
  if (!finite_ || sweep_ == kMostSweeps) return false;
  for (double work = 0; work < kPartWork; work += 5 * double((width_ - first_) * width_), ++first_) {
    if (first_ == width_) {
      first_ = 0, ++sweep_;
      return std::exchange(turned_, false) && sweep_ < kMostSweeps;
    }
    if (first_ == 0)
      for (std::size_t i = 0; i < width_; ++i) squares_[i] = dot(&rows_[i * width_], &rows_[i * width_], width_);
    for (std::size_t q = first_ + 1; q < width_; ++q) turned_ |= turn(first_, q);
  }
  return true;
}

std::vector<std::size_t> SingularValues::order() const {
  std::vector<std::size_t> order(width_);
  std::iota(order.begin(), order.end(), 0);
  sort_short(order, [&](std::size_t a, std::size_t b) {
    return squares_[a] != squares_[b] ? squares_[a] > squares_[b] : a < b;
  });
  return order;
}

std::vector<double> SingularValues::values() const {
  if (!finite_) return std::vector<double>(width_, std::numeric_limits<double>::quiet_NaN());
  std::vector<double> values;
  for (std::size_t i : order()) values.push_back(std::sqrt(dot(row(i).data(), row(i).data(), width_)));
  return values;
}

std::vector<double> SingularValues::direction(std::size_t k) const {
  const auto found = row(order()[k]);
  std::vector<double> direction(found.begin(), found.end());
  const double length = norm_of(direction);
  for (double& x : direction) x = length > 0 ? x / length : 0;
  return direction;
}

double SingularValues::flops(std::size_t width) {
  const double n = double(width);
  return kProductWorth * kUsualSweeps * (n * n / 2) * (2 + 3) * n;
}

SpectralRadius::SpectralRadius(std::vector<double> matrix, std::size_t width)
    : width_(width), power_(std::move(matrix)), square_(power_.size()) {
  const double norm = norm_of(power_);
  done_ = !(norm > 0) || !std::isfinite(norm);
  if (done_) radius_ = norm == 0 ? 0 : std::numeric_limits<double>::quiet_NaN();
  log_ = elementary::log(norm);
  for (double& x : power_) x /= norm;
}

void SpectralRadius::square_row(std::size_t i) {
  double* to = &square_[i * width_];
  std::fill(to, to + width_, 0.0);
  for (std::size_t k = 0; k < width_; ++k) {
    const double part = power_[i * width_ + k];
    const double* from = &power_[k * width_];
    for (std::size_t j = 0; j < width_; ++j) to[j] += part * from[j];
  }
}

/// Of A^m with norm 1 before the squaring, whose square has `norm`: |A^2m| = |A^m|^2 norm.
void SpectralRadius::end_squaring() {
  const double norm = norm_of(square_);
  const double share = elementary::log(norm) / double(std::size_t(2) << squarings_);
  log_ += share;
  row_ = 0, ++squarings_;
  done_ = squarings_ == kSquarings || !(norm > 0);
  if (done_) radius_ = norm > 0 ? elementary::exp(log_ + share) : 0;
  power_.swap(square_);
  for (double& x : power_) x /= norm;
}

bool SpectralRadius::next() {
  if (done_) return false;
  const double row = 2 * double(width_) * double(width_);
  for (double work = 0; work < kPartWork && row_ < width_; work += row) square_row(row_++);
  if (row_ == width_) end_squaring();
  return !done_;
}

double SpectralRadius::flops(std::size_t width) {
  const double n = double(width);
  return kProductWorth * kSquarings * 2 * n * n * n;
}

}  // namespace unrolled
