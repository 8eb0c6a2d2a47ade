#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

/// A vector to a sequence: what kind of wave is wanted, and how fast, strong and far along, the same at every position; the
/// answer is the wave. Whoever answers must count the time himself.
class WaveformTask final : public ExampleTask {
 public:
  /// Of each position given: one of four kinds, then frequency, amplitude and phase, each in [0,1).
  static constexpr std::size_t kKinds = 4, kFeatures = kKinds + 3;

  explicit WaveformTask(const Options& options, std::string_view data = {});
  void draw(Rng& rng, std::size_t length, Example& example) const override;
  std::vector<Baseline> baselines(Form) const override;

 private:
  std::size_t period_;  ///< positions of a training example: frequencies are in waves per so many positions
  double least_, most_;
  bool phases_;
};

/// "waveform".
const TaskKind& waveform_kind();

}  // namespace unrolled
