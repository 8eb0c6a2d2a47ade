#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "io/experiment.hpp"

namespace unrolled {

/// How one model of an experiment trains at each step: what the experiment states for it, and from its step on each change.
///
///   Course course(experiment, k);                       // as stated
///   if (course.reach(steps_done, changes)) configure(course.config());
class Course {
 public:
  Course() = default;
  Course(const Experiment& experiment, std::size_t k);

  /// Whether the step of the next change of the list has come: after `done` updates.
  bool due(std::uint64_t done, const std::vector<Change>& changes) const {
    return reached_ < changes.size() && changes[reached_].step <= done;
  }
  /// Applies the next change if it is due. Whether it was.
  bool reach_next(std::uint64_t done, const std::vector<Change>& changes);
  /// The same for all of them.
  bool reach(std::uint64_t done, const std::vector<Change>& changes);
  /// A rate that no change accounts for, as old checkpoints may have.
  void keep_rate(double lr) { now_.optimizer.options.set("lr", lr); }
  /// How many were applied.
  std::size_t reached() const { return reached_; }

  const Training& now() const { return now_; }
  TrainConfig config() const { return train_config(now_, stated_steps_, batch_seed_); }
  /// The step at which the run ends as of now.
  std::uint64_t end() const { return now_.options.integer("steps"); }

 private:
  Training now_;
  std::uint64_t stated_steps_ = 0, batch_seed_ = 0;
  std::size_t reached_ = 0;
};

/// The step at which the run of model k ends, with what its list changes until then.
std::uint64_t end_of_run(const Experiment& experiment, std::size_t k);

/// All that decides the weights of a model after a number of updates, apart from the data. Two runs with equal recipes
/// have equal weights, whatever their experiments are called, who else is in the race and what comes later.
struct Recipe {
  Configured task, model;
  std::string tier;
  std::vector<std::pair<std::uint64_t, TrainConfig>> configs;      ///< from which step on
  std::vector<std::pair<std::uint64_t, std::vector<Edit>>> edits;  ///< at which step
  std::string weights;                                             ///< to begin with: their hash,
  std::vector<Recipe> start;                                       ///< or whence they come
  friend bool operator==(const Recipe&, const Recipe&) = default;
};
Recipe recipe(const Experiment& experiment, std::size_t k, std::uint64_t steps);

}  // namespace unrolled
