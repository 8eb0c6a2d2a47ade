#pragma once
#include <cstdint>
#include <memory>
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

/// A text that goes on, symbol by symbol: the prompt is fed, at least one symbol, then what was drawn `count` times.
class Continuation {
 public:
  Continuation(std::unique_ptr<Decoder<float>> decoder, std::vector<std::int32_t> prompt, std::size_t count,
               const SamplingOptions& options, Rng rng);
  /// Feeds or draws up to `symbols` more; false once all is drawn.
  bool next(std::size_t symbols);
  std::span<const std::int32_t> drawn() const { return std::span(ids_).subspan(prompt_); }

 private:
  std::unique_ptr<Decoder<float>> decoder_;
  std::vector<std::int32_t> ids_;
  const std::size_t prompt_, end_;
  std::size_t fed_ = 0;
  const SamplingOptions options_;
  Rng rng_;
};

}  // namespace unrolled
