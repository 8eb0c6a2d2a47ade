#include "ops/rotary.hpp"

#include <algorithm>

#include "kernels/sinusoid.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
RotaryOp<Real>::RotaryOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y, std::size_t heads,
                         std::size_t head_width, std::size_t max_length, const Indices* offset)
    : x_(x),
      y_(y),
      dims_{x.shape.rank() == 3 ? x.shape[1] : 0, x.shape.last(), heads, head_width},
      table_(arena.add(y.name + ".angles", {max_length, head_width}, Grad::no)),
      offset_(offset) {
  require_rank(x.name, x.shape, 3);
  require_shape(y.name, y.shape, x.shape);
  require(y.name, head_width > 1, "heads of at least two columns", std::to_string(head_width));
  require(y.name, heads * head_width <= dims_.row, "at least " + std::to_string(heads * head_width) + " columns",
          std::to_string(dims_.row));
  require(y.name, dims_.length <= max_length, "at most " + std::to_string(max_length) + " positions",
          std::to_string(dims_.length));
  if (offset != nullptr) require_shape(offset->name, offset->shape, {1});
}

template <class Real>
std::span<const Real> RotaryOp<Real>::angles() const {
  const std::size_t start = offset_ == nullptr ? 0 : static_cast<std::size_t>(offset_->value[0]);
  return table_.value.subspan(start * dims_.head_width);
}

template <class Real>
void RotaryOp<Real>::forward(const Pass&) {
  if (!filled_) sinusoidal_positions<Real>(dims_.head_width, table_.value);
  filled_ = true;
  std::ranges::fill(y_.value, Real(0));
  rotary_add<Real>(dims_, Turn::forth, angles(), x_.value, y_.value);
}

template <class Real>
void RotaryOp<Real>::backward(const Pass&) {
  if (x_.has_grad()) rotary_add<Real>(dims_, Turn::back, angles(), y_.grad, x_.grad);
}

template class RotaryOp<float>;
template class RotaryOp<double>;

}  // namespace unrolled
