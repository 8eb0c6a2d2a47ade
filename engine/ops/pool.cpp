#include "ops/pool.hpp"

#include <algorithm>
#include <utility>

#include "ops/check.hpp"

namespace unrolled {
template <class Real>
PoolOp<Real>::PoolOp(Arena<Real>& arena, PoolKind kind, const PoolDims& d, Tensor<Real>& x, const Indices* widths,
                     Tensor<Real>& y, std::string tap_name)
    : kind_(kind),
      dims_(d),
      x_(x),
      widths_(widths),
      y_(y),
      winners_(arena.add(y.name + ".winners", y.shape, Grad::no)),
      tap_name_(std::move(tap_name)) {
  require(y.name, d.kernel_h > 0 && d.kernel_w > 0, "a window", "none");
  require_count(x.name, x.shape, d.batch * d.height * d.width * d.channels);
  require_count(y.name, y.shape, d.batch * d.out_height() * d.out_width() * d.channels);
  if (widths != nullptr) require_shape(widths->name, widths->shape, {d.batch});
  if (tap_name_.empty()) return;
  require(tap_name_, d.kernel_h == 1 && d.kernel_w == d.width, "windows of whole lines", "others");
  shares_ = &arena.add(tap_name_, {d.batch, d.height, d.width}, Grad::no);
}

template <class Real>
std::span<const std::int32_t> PoolOp<Real>::widths() const {
  return widths_ == nullptr ? std::span<const std::int32_t>() : std::span<const std::int32_t>(widths_->value);
}

template <class Real>
void PoolOp<Real>::forward(const Pass&) {
  pool_forward<Real>(kind_, dims_, widths(), x_.value, winners_.value, y_.value);
  if (shares_ != nullptr) count_winners();
}

template <class Real>
void PoolOp<Real>::count_winners() {
  std::ranges::fill(shares_->value, Real(0));
  const Real part = 1 / static_cast<Real>(dims_.channels);
  for (std::size_t line = 0; line < dims_.batch * dims_.height; ++line) {
    Real* share = &shares_->value[line * dims_.width];
    const std::size_t width =
        widths_ == nullptr ? dims_.width : static_cast<std::size_t>(widths_->value[line / dims_.height]);
    if (kind_ == PoolKind::mean)
      std::fill_n(share, width, 1 / static_cast<Real>(width));
    else
      for (Real winner : winners_.value.subspan(line * dims_.channels, dims_.channels))
        share[static_cast<std::size_t>(winner)] += part;
  }
}

template <class Real>
void PoolOp<Real>::backward(const Pass&) {
  if (x_.has_grad()) pool_backward<Real>(kind_, dims_, widths(), winners_.value, y_.grad, x_.grad);
}

template <class Real>
std::vector<Tap<Real>> PoolOp<Real>::taps() const {
  if (shares_ == nullptr) return {};
  return {{tap_name_, {"batch", "query", "key"}, shares_->shape, shares_->value}};
}

template class PoolOp<float>;
template class PoolOp<double>;

}  // namespace unrolled
