#pragma once
#include <string>
#include <vector>

#include "core/arena.hpp"
#include "session/checkpoint.hpp"

namespace unrolled {

/// What a model took over from another that was trained before, and what it begins afresh.
struct Adoption {
  std::vector<std::string> adopted, fresh;
};

/// Copies the weights of a checkpoint into `parameters` where names and shapes agree: pre-training, then fine-tuning. An
/// embedding is copied symbol by symbol, positions as far as both reach; the head only where both answer in the same
/// symbols. `header` describes the owner of the parameters.
Adoption adopt_weights(Arena<float>& parameters, const CheckpointHeader& header, const SafetensorsFile& file);

}  // namespace unrolled
