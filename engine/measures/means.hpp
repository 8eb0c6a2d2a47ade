#pragma once
#include <cstddef>
#include <vector>

namespace unrolled {

/// Means by place, of places that not every example has.
class Means {
 public:
  explicit Means(std::size_t places) : sum_(places), count_(places) {}
  void add(std::size_t place, double value) { sum_[place] += value, ++count_[place]; }
  /// Whether nothing was added.
  bool empty() const;
  /// NaN where nothing was added.
  std::vector<float> values() const;

 private:
  std::vector<double> sum_;
  std::vector<std::size_t> count_;
};

}  // namespace unrolled
