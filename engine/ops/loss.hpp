#pragma once
#include <cstddef>

#include "ops/op.hpp"

namespace unrolled {

/// Ends a plan: writes the mean loss over the answers that count to a tensor {1}, and starts backward by itself.
template <class Real>
class LossOp : public Op<Real> {
 public:
  /// Of the last forward run: the number of answers the loss is a mean of.
  virtual std::size_t counted() const = 0;
  /// In [0,1), of the runs to come; only a loss of symbols has such a thing.
  virtual void set_label_smoothing(double) {}
};

}  // namespace unrolled
