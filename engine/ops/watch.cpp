#include "ops/watch.hpp"

#include <utility>

#include "ops/check.hpp"

namespace unrolled {

template <class Real>
WatchOp<Real>::WatchOp(Arena<Real>&, std::string tap_name, const Tensor<Real>& x)
    : tap_name_(std::move(tap_name)), x_(x) {
  require_rank(x.name, x.shape, 3);
}

template <class Real>
std::vector<Tap<Real>> WatchOp<Real>::taps() const {
  if (x_.shape[0] != 1) return {};
  return {{tap_name_, {"time", "batch", "unit"}, {x_.shape[1], 1, x_.shape[2]}, x_.value}};
}

template class WatchOp<float>;
template class WatchOp<double>;

}  // namespace unrolled
