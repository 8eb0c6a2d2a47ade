#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

/// What a task asks of a model: the sizes of its first and last layer, and the longest sequence.
struct Signature {
  std::size_t symbols;  ///< token ids are 0 .. symbols-1, and logits have `symbols` columns
  std::size_t length;   ///< positions of a training sequence; a model with a fixed context has this one
};

/// B sequences of T positions.
struct BatchDims {
  std::size_t batch, length;
  std::size_t positions() const { return batch * length; }
};

/// The order in which a model wants the positions of a token batch, and gives its logits.
enum class Layout {
  time_major,   ///< index t*B + b
  batch_major,  ///< index b*T + t
};

inline std::size_t position_index(Layout layout, BatchDims dims, std::size_t b, std::size_t t) {
  return layout == Layout::time_major ? t * dims.batch + b : b * dims.length + t;
}

inline constexpr std::int32_t kNoTarget = -1;  ///< a position that the loss leaves out

/// What a task fills: at every position the symbol that is read, and the one to predict.
struct TokenBatch {
  BatchDims dims;
  Layout layout;
  std::span<std::int32_t> tokens;
  std::span<std::int32_t> targets;
};

}  // namespace unrolled
