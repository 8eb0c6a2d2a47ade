#pragma once
#include <cstdint>

#include "io/experiment.hpp"
#include "plan/batch.hpp"
#include "session/form.hpp"
#include "session/learner.hpp"

namespace unrolled {

/// More than this for one model in training, with what it takes to save it and to look into it, is refused before
/// anything is allocated. The rest of WebAssembly's 512 MiB is for the text and for generation.
inline constexpr double kMaxBytes = 400.0 * 1024 * 1024;
inline constexpr double kMaxFlopsPerStep = 200e9;  ///< about ten seconds a step on one processor core

/// What a model of an experiment costs.
struct Estimate {
  std::size_t parameters = 0;
  double bytes = 0;           ///< of weights, gradients, optimizer and both plans: what opening it allocates
  double flops_per_step = 0;  ///< of matrix products, forward and backward
  double flops_per_token = 0;
  std::size_t position_count = 0;  ///< characters that a step reads
  Signature signature{0, 0};       ///< of the task in the form in which the model reads it
  Outline outline;
};

/// What a training step reads, source and input.
std::size_t positions_of_step(const Experiment& experiment, const TaskForm& form);

/// Builds model k without allocating it. Throws Error{too_expensive} above the limits, saying what to lower.
/// symbols: size of the vocabulary, 1 .. 256.
Estimate estimate_model(const Experiment& experiment, std::size_t k, std::size_t symbols);

/// Model k resized to within 2 % of a number of parameters, keeping its proportions as far as it can. Throws
/// Error{invalid_config} where no size in range comes near.
Configured match_model(const Experiment& experiment, std::size_t k, std::size_t parameters, std::size_t symbols);

}  // namespace unrolled
