#pragma once
#include <string>

#include "io/experiment.hpp"
#include "tasks/task.hpp"

namespace unrolled {

/// Of model k in an experiment: "models[k]".
std::string model_path(std::size_t k);

/// In which form model k reads the experiment's task: the first of the model's that the task offers and that fits.
/// symbols: size of the vocabulary where it comes from data. Throws Error{invalid_config} at "models[k]" with a plain
/// reason where the model cannot do the task.
TaskForm form_for(const Experiment& experiment, std::size_t k, std::size_t symbols);

/// "single", "pairs", "prefix", "aligned".
const char* to_string(Form form);

}  // namespace unrolled
