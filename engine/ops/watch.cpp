#include "ops/watch.hpp"

#include <utility>

#include "ops/check.hpp"

namespace unrolled {

template <class Real>
WatchOp<Real>::WatchOp(Arena<Real>&, std::string tap_name, std::vector<std::string> axes, Shape shape,
                       const Tensor<Real>& x)
    : tap_name_(std::move(tap_name)), axes_(std::move(axes)), shape_(std::move(shape)), x_(x) {
  require(tap_name_, shape_.count() == x.shape.count() && shape_.rank() == axes_.size(), "all of " + to_string(x.shape),
          to_string(shape_));
}

template <class Real>
std::vector<Tap<Real>> WatchOp<Real>::taps() const {
  return {{tap_name_, axes_, shape_, x_.value}};
}

template class WatchOp<float>;
template class WatchOp<double>;

}  // namespace unrolled
