#pragma once
#include <cstddef>

namespace unrolled {

/// B sequences of at most T positions.
struct BatchDims {
  std::size_t batch, length;
  std::size_t positions() const { return batch * length; }
};

/// The order in which a model wants the positions of a batch, and gives its answers.
enum class Layout {
  time_major,   ///< index t*B + b
  batch_major,  ///< index b*T + t
};

inline std::size_t position_index(Layout layout, BatchDims dims, std::size_t b, std::size_t t) {
  return layout == Layout::time_major ? t * dims.batch + b : b * dims.length + t;
}

}  // namespace unrolled
