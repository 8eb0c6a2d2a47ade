#pragma once
#include <vector>

#include "models/model.hpp"

namespace unrolled {

/// Decodes with any model that predicts next symbols, by running it over the last `context` symbols again for each new
/// one. Exact where the model sees no farther back than `context`; a model that learned positions finds the oldest
/// symbol of the window at position 0, as in training.
template <class Real>
class WindowDecoder final : public Decoder<Real> {
 public:
  WindowDecoder(Model<Real>& model, std::size_t context);
  void restart() override;
  std::span<const Real> feed(std::int32_t token) override;

 private:
  Plan<Real> plan_;
  Indices& tokens_;   // [1,context], or [context,1]: the same order
  Indices& lengths_;  // [1]
  Tensor<Real>& logits_;
  std::size_t count_ = 0;
  bool weights_changed_ = true;
};

}  // namespace unrolled
