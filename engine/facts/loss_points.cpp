#include "facts/loss_points.hpp"

#include <algorithm>
#include <cmath>

namespace unrolled {
namespace {

constexpr std::size_t kPoints = 4000;

/// Each the mean of `stride` steps, which doubles when there are too many.
class LossPoints {
 public:
  void append(double step, double loss) {
    sum_ += loss;
    if (++count_ < stride_) return;
    points_.step.push_back(step), points_.value.push_back(sum_ / double(count_));
    sum_ = 0, count_ = 0;
    if (points_.step.size() == kPoints) merge();
  }
  const Curve& points() const { return points_; }

 private:
  void merge() {
    for (std::size_t i = 0; i < kPoints / 2; ++i) {
      points_.step[i] = points_.step[2 * i + 1];
      points_.value[i] = (points_.value[2 * i] + points_.value[2 * i + 1]) / 2;
    }
    points_.step.resize(kPoints / 2), points_.value.resize(kPoints / 2);
    stride_ *= 2;
  }

  Curve points_;
  std::size_t stride_ = 1, count_ = 0;
  double sum_ = 0;
};

/// What is collected until the next point of the means.
struct Sum {
  double sum = 0, count = 0;
  void close(double at, Curve& means) {
    if (count > 0) means.step.push_back(at), means.value.push_back(sum / count);
    sum = count = 0;
  }
};

}  // namespace

Curve loss_means(const std::vector<double>& losses, std::uint64_t steps, double every, bool over) {
  LossPoints all;
  const std::size_t count = std::min(losses.size(), static_cast<std::size_t>(steps));
  for (std::size_t i = 0; i < count; ++i)
    if (std::isfinite(losses[i])) all.append(double(i + 1), losses[i]);
  Curve means;
  Sum sum;
  double end = every;
  const auto& [step, value] = all.points();
  for (std::size_t i = 0; i < step.size(); ++i) {
    if (step[i] > end) sum.close(end, means), end = std::ceil(step[i] / every) * every;
    sum.sum += value[i], ++sum.count;
  }
  if (!step.empty() && (step.back() == end || over)) sum.close(step.back(), means);
  return means;
}

}  // namespace unrolled
