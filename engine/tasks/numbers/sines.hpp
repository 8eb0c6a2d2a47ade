#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

/// Sums of sine waves of random periods, strengths and phases, of variance 1, and noise on top: whoever forecasts must find
/// out while reading which waves there are.
class SinesTask final : public ExampleTask {
 public:
  explicit SinesTask(const Options& options, std::string_view data = {});
  void draw(Rng& rng, std::size_t length, Example& example) const override;
  std::vector<Baseline> baselines(Form) const override;

 private:
  std::size_t ahead_, components_;
  double log_least_, log_most_;  // of the periods
  double noise_;
  mutable std::vector<double> wave_;
};

/// "sines".
const TaskKind& sines_kind();

}  // namespace unrolled
