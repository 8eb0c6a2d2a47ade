#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/options.hpp"
#include "io/json.hpp"
#include "models/places/edits.hpp"
#include "train/config.hpp"

namespace unrolled {

inline constexpr std::size_t kMaxModels = 6;
inline constexpr std::size_t kMaxChanges = 1000;  ///< of one model
inline constexpr int kMaxStarts = 3;              ///< inside one another
inline constexpr int kExperimentVersion = 3;      ///< the newest that is read

struct Experiment;

/// What is done to a run after `step` updates, before the next.
struct Change {
  std::uint64_t step = 0;
  TrainingPart train;
  std::vector<Edit> edits{};  ///< of the model's places, in their order
  friend bool operator==(const Change&, const Change&) = default;
};

/// Where weights come from: a model of another experiment after a number of steps, or the hash of weights that the reader
/// supplies.
struct Start {
  std::string weights;                           ///< 64 hexadecimal digits as weights_sha256() gives them, or empty
  std::shared_ptr<const Experiment> experiment;  ///< or nullptr
  std::size_t model = 0;
  std::uint64_t step = 0;
  friend bool operator==(const Start& a, const Start& b);
};

/// A model of the race with what it has of its own.
struct Entrant : Configured {
  TrainingPart train;           ///< on top of the race's
  std::vector<Change> changes;  ///< in the order of their steps
  std::optional<Start> start;
  friend bool operator==(const Entrant&, const Entrant&) = default;
};

/// Everything that defines a run, checked. See docs/experiment.md.
struct Experiment {
  std::string name;
  Configured task;
  Options train;
  Configured optimizer;
  Configured schedule;
  std::vector<Entrant> models;
  friend bool operator==(const Experiment&, const Experiment&) = default;
};

/// Throws Error{invalid_config}; where() is the path of what is wrong, such as "models[1].hidden_size".
Experiment parse_experiment(std::string_view text);
Experiment read_experiment(const Json& json);

/// With every option, defaults too. parse_experiment gives the same experiment back. It is of version 1 where that can say
/// it all.
Json to_json(const Experiment& experiment);
Json to_json(const Entrant& model);
Json to_json(const Change& change);
Json to_json(const Start& start);

/// models[k], or an Error that says how many there are.
const Entrant& model_at(const Experiment& experiment, std::size_t k);

/// All models, tasks, optimizers, schedules and their options; the format is in docs/contracts.md.
Json describe_everything();

}  // namespace unrolled
