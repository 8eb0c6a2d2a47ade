#include "measures/means.hpp"

#include <limits>

namespace unrolled {

bool Means::empty() const {
  for (std::size_t count : count_)
    if (count > 0) return false;
  return true;
}

std::vector<float> Means::values() const {
  std::vector<float> means(sum_.size(), std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < means.size(); ++i)
    if (count_[i] > 0) means[i] = float(sum_[i] / double(count_[i]));
  return means;
}

}  // namespace unrolled
