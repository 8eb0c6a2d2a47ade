#pragma once
#include <functional>
#include <vector>

#include "models/model.hpp"

namespace unrolled {

/// Keeps the keys and values of what was fed, so that one more symbol costs one position. When the context is full,
/// the older half is dropped and the newer one fed again at positions 0, 1, ...: positions are learned for one
/// context only, and this costs less than moving the window at every symbol.
template <class Real>
class CacheDecoder final : public Decoder<Real> {
 public:
  /// Appends a model of one position, which finds its place in the sequence in {1} and keeps caches of the earlier ones.
  using Build = std::function<Tensor<Real>&(Plan<Real>&, const Inputs&, const Indices& place)>;

  CacheDecoder(std::size_t context, const Build& build);
  void restart() override;
  std::span<const Real> feed(std::int32_t token) override;

 private:
  void append(std::int32_t token);

  const std::size_t context_;
  Plan<Real> plan_;
  Indices& token_;
  Indices& place_;
  Tensor<Real>& logits_;
  std::vector<std::int32_t> history_;
  bool weights_changed_ = true;
};

}  // namespace unrolled
