#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/arena.hpp"
#include "session/checkpoint.hpp"

namespace unrolled {

/// What a model takes over from another that was trained before, and what it begins afresh.
struct Adoption {
  struct Piece {
    std::span<const std::byte> from;  ///< within the checkpoint
    float* to;
  };
  std::vector<std::string> adopted, fresh;
  std::vector<Piece> pieces;
  /// Copies the pieces; asks for no memory.
  void apply() const;
};

/// Says how to copy the weights of a checkpoint into `parameters` where names and shapes agree: pre-training, then fine-tuning. An
/// embedding is copied symbol by symbol, positions as far as both reach; the head only where both answer in the same
/// symbols. `header` describes the owner of the parameters. Nothing is copied yet; the checkpoint must outlive it.
Adoption plan_adoption(Arena<float>& parameters, const CheckpointHeader& header, const SafetensorsFile& file);

}  // namespace unrolled
