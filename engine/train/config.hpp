#pragma once
#include <cstdint>
#include <vector>

#include "core/options.hpp"

namespace unrolled {

/// What the "train" part of an experiment consists of, as declared to readers and to the page.
const OptionTable& train_options();
const std::vector<OptionGroup>& optimizer_groups();
const std::vector<OptionGroup>& schedule_groups();

/// How the learning rate goes: factor(step) times the optimizer's lr.
struct ScheduleConfig {
  enum class Kind { constant, cosine, linear };
  Kind kind = Kind::constant;
  std::uint64_t warmup = 0;   ///< steps over which the rate rises from lr/warmup to lr
  double final_fraction = 0;  ///< of lr, reached at the last step and kept; not for constant
};

struct TrainConfig {
  std::size_t batch_size = 16;
  std::uint64_t steps = 2000;  ///< that the schedule spans; training may go on
  std::uint64_t seed = 1;
  std::uint64_t eval_every = 100;
  double clip_norm = 1;  ///< 0: no clipping
  double label_smoothing = 0;
  double teacher_forcing = 1;  ///< part of the batches in which a decoder reads the right answers
  double lr = 0.002;
  Configured optimizer;
  ScheduleConfig schedule;
};

TrainConfig train_config(const Options& train, const Configured& optimizer, const Configured& schedule);

}  // namespace unrolled
