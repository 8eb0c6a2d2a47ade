#pragma once
#include <memory>
#include <vector>

#include "models/model.hpp"

namespace unrolled {

/// A part of a model's state: read before a symbol, written after it. Both of one shape.
template <class Real>
struct CarriedState {
  Tensor<Real>*before, *after;
};

/// What a StateDecoder runs: `once` whenever the weights changed, `step`, of one position, for every symbol.
template <class Real>
struct StatePlans {
  Plan<Real> once, step;
  Indices& token;  ///< of `step`
  std::vector<CarriedState<Real>> states;
  Tensor<Real>* logits = nullptr;

  StatePlans() : token(step.indices("token", {1, 1})) {}
  Stream input() const { return {{1, 1}, Layout::time_major, &token}; }
  /// A new state of this shape, carried from symbol to symbol.
  CarriedState<Real> carry(const std::string& name, const Shape& shape);
};

/// Carries the state from symbol to symbol: what a step leaves is what the next one begins with.
template <class Real>
class StateDecoder final : public Decoder<Real> {
 public:
  explicit StateDecoder(std::unique_ptr<StatePlans<Real>> plans);
  void restart() override;
  std::span<const Real> feed(std::int32_t token) override;

 private:
  std::unique_ptr<StatePlans<Real>> plans_;
  bool weights_changed_ = true;
};

}  // namespace unrolled
