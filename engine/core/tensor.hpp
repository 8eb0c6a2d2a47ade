#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/shape.hpp"

namespace unrolled {

/// A named row-major array in an Arena. The spans are empty until the arena is allocated, and `grad`
/// stays empty for a tensor that needs none.
template <class Real>
struct Tensor {
  std::string name;  ///< PyTorch's name for a parameter, "lstm.0.output" for an activation
  Shape shape;
  std::span<Real> value{};
  std::span<Real> grad{};

  bool has_grad() const { return !grad.empty(); }
};

/// A named array of token ids (or other class numbers).
struct Indices {
  std::string name;
  Shape shape;
  std::vector<std::int32_t> value;
};

/// A named array of numbers that a plan reads and never changes, filled by the caller before each run.
struct Values {
  std::string name;
  Shape shape;
  std::vector<float> value;
};

}  // namespace unrolled
