#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/tensor.hpp"

namespace unrolled {

/// What differs between one run of a plan and the next.
struct Pass {
  bool training = false;   ///< dropout is active
  std::uint64_t seed = 0;  ///< of the experiment
  std::uint64_t step = 0;  ///< with the seed, decides dropout masks
  /// False promises that no parameter changed since the last forward run of this plan, so that ops may keep
  /// their rearranged copies of weights: what makes generation, one token a run, worth its arithmetic.
  bool weights_changed = true;
};

/// Work of one forward run. Backward counts as twice as much. Multiply and add are two operations;
/// only matrix products count (the convention of docs/performance.md).
struct Cost {
  double flops = 0;
};

/// Of `count` matrix products [m,k] x [k,n].
inline Cost product_cost(std::size_t m, std::size_t n, std::size_t k, std::size_t count = 1) {
  return {2.0 * static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(k) * static_cast<double>(count)};
}

/// A window into a buffer that an op keeps anyway. `axes` names each dimension of `shape`, from
/// {"time", "query", "key", "batch", "head", "gate", "unit", "feature", "token"}.
template <class Real>
struct Tap {
  std::string name;  ///< "lstm.0.gates": stable, it is part of the page's contract
  std::vector<std::string> axes;
  Shape shape;
  std::span<const Real> data;
};

/// One step of a plan. Tensors and workspace are given to the constructor, which checks shapes, so that
/// forward and backward never allocate and never fail.
template <class Real>
class Op {
 public:
  virtual ~Op() = default;
  virtual std::string_view kind() const = 0;
  /// Reads the inputs' values and the parameters, writes the outputs' values.
  virtual void forward(const Pass& pass) = 0;
  /// Reads the outputs' gradients; adds to the inputs' and the parameters' gradients. The plan has
  /// cleared them. May change the outputs' gradients (a recurrent op leaves the total dL/dh there).
  virtual void backward(const Pass& pass) = 0;
  virtual Cost cost() const { return {}; }
  /// Tensors that it reads and that may be a model's parameters, in any order.
  virtual std::vector<const Tensor<Real>*> parameters() const { return {}; }
  /// Known before the plan is allocated, but for the data; then as if the plan ran backward too.
  virtual std::vector<Tap<Real>> taps() const { return {}; }
};

}  // namespace unrolled
