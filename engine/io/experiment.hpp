#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/options.hpp"
#include "io/json.hpp"

namespace unrolled {

inline constexpr std::size_t kMaxModels = 6;

/// Everything that defines a run, checked. See docs/experiment.md.
struct Experiment {
  std::string name;
  Configured task;
  Options train;
  Configured optimizer;
  Configured schedule;
  std::vector<Configured> models;
  friend bool operator==(const Experiment&, const Experiment&) = default;
};

/// Throws Error{invalid_config}; where() is the path of what is wrong, such as "models[1].hidden_size".
Experiment parse_experiment(std::string_view text);
Experiment read_experiment(const Json& json);

/// With every option, defaults too. parse_experiment gives the same experiment back.
Json to_json(const Experiment& experiment);

/// models[k], or an Error that says how many there are.
const Configured& model_at(const Experiment& experiment, std::size_t k);

/// All models, tasks, optimizers, schedules and their options; the format is in docs/contracts.md.
Json describe_everything();

}  // namespace unrolled
