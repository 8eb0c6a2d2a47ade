#pragma once
#include <cstdint>
#include <map>
#include <string>
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
  double final_fraction = 0;  ///< of lr, reached at the last step of the span and kept; not for constant
  std::uint64_t span = 0;     ///< steps from the first to that one; not for constant
  friend bool operator==(const ScheduleConfig&, const ScheduleConfig&) = default;
};

/// How models learn: the "train" of an experiment.
struct Training {
  Options options;  ///< of train_options()
  Configured optimizer, schedule;
  friend bool operator==(const Training&, const Training&) = default;
};

/// Options of a table without those that are left out.
using SomeOptions = std::map<std::string, OptionValue, std::less<>>;

/// Of a kind; an empty one says that the kind stays.
struct SomeConfigured {
  std::string kind;
  SomeOptions options;
  bool empty() const { return kind.empty() && options.empty(); }
  friend bool operator==(const SomeConfigured&, const SomeConfigured&) = default;
};

/// Some values of a Training: what a model has of its own, or what changes on the way.
struct TrainingPart {
  SomeOptions options;
  SomeConfigured optimizer, schedule;
  bool empty() const { return options.empty() && optimizer.empty() && schedule.empty(); }
  friend bool operator==(const TrainingPart&, const TrainingPart&) = default;
};

/// What `part` says takes the place of what was; where it names another kind, what it does not say is that kind's default.
void apply(const TrainingPart& part, Training& whole);

/// What decides the bits of a step, besides the model and its task.
struct TrainConfig {
  std::size_t batch_size = 16;
  std::uint64_t batch_seed = 1;  ///< of the stream of batches, which all models of a race share
  std::uint64_t seed = 1;        ///< of initial weights, dropout and the coins of teacher forcing
  double clip_norm = 1;          ///< 0: no clipping
  double label_smoothing = 0;
  double teacher_forcing = 1;  ///< part of the batches in which a decoder reads the right answers
  double lr = 0.002;
  Configured optimizer;
  ScheduleConfig schedule;
  friend bool operator==(const TrainConfig&, const TrainConfig&) = default;
};

/// steps: over which the schedule falls where its span does not say. batch_seed: the race's seed.
TrainConfig train_config(const Training& training, std::uint64_t steps, std::uint64_t batch_seed);
/// Of a model that has nothing of its own.
TrainConfig train_config(const Options& train, const Configured& optimizer, const Configured& schedule);

}  // namespace unrolled
