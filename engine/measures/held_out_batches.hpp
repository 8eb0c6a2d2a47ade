#pragma once
#include "measures/measure.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// Held-out examples as training has them, one batch after the other, for who looks at what a forward run keeps.
class HeldOutBatches {
 public:
  /// At most `most` at once, `examples` in all (or as many as there are). Allocates.
  HeldOutBatches(const Subject& subject, std::size_t most, std::size_t examples);
  static MeasurePrice price(const Subject& subject, std::size_t most, std::size_t examples);
  /// Reads the next batch; how many of its rows are examples.
  std::size_t read();
  bool left() const { return first_ < last_; }
  std::size_t examples() const { return last_; }
  LossPlan<float>& plan() { return plan_; }

 private:
  const Task& task_;
  LossPlan<float> plan_;
  std::size_t first_ = 0;
  const std::size_t last_;
};

/// Sequences of a part that takes about ten milliseconds, of `most`: so long nobody else is heard. passes: 1 forward, 3
/// forward and backward.
std::size_t part_rows(const Subject& subject, StreamLengths lengths, std::size_t most, double passes);

/// What a model would show of one example, without data.
std::vector<Tap<float>> taps_of(const Subject& subject);

}  // namespace unrolled
