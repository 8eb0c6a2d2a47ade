#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/rng.hpp"
#include "models/model.hpp"

namespace unrolled {

struct SamplingOptions {
  double temperature = 1;  ///< 0: always the most probable symbol
  std::size_t top_k = 0;   ///< draw from the k most probable only; 0: from all
};

/// Draws from softmax(logits / temperature), limited to the top_k largest; of equal logits the lower symbol counts as
/// larger. Draws one number from `rng` unless temperature is 0.
std::int32_t sample_symbol(std::span<const float> logits, const SamplingOptions& options, Rng& rng);

/// Feeds the prompt, at least one symbol, then `count` times what was drawn.
std::vector<std::int32_t> continue_prompt(Decoder<float>& decoder, std::span<const std::int32_t> prompt,
                                          std::size_t count, const SamplingOptions& options, Rng& rng);

}  // namespace unrolled
