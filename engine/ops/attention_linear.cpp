#include "ops/attention_linear.hpp"

#include <algorithm>

#include "kernels/linear_attention.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

template <class Real>
AttentionDims cache_dims(const Tensor<Real>& qkv, const Tensor<Real>& out, AttentionSettings settings) {
  const AttentionDims dims = attention_dims(out, settings);
  require_rows(out.name, out.shape, 1, dims.width());
  require_rows(qkv.name, qkv.shape, 1, dims.width() + 2 * dims.kv_width());
  return dims;
}

}  // namespace

template <class Real>
LinearAttentionOp<Real>::LinearAttentionOp(Arena<Real>& arena, Columns<Real> q, Columns<Real> k, Columns<Real> v,
                                           Tensor<Real>& out, const Indices* key_lengths, AttentionSettings settings)
    : dims_(attention_dims(q, k, v, out, key_lengths, settings)),
      q_(q),
      k_(k),
      v_(v),
      out_(out),
      key_lengths_(key_lengths),
      inverse_(arena.add(out.name + ".inverse", {dims_.batch, dims_.heads, dims_.queries}, Grad::no)),
      scratch_(arena.add(out.name + ".scratch", {linear_attention_scratch(dims_)}, Grad::no)) {
  require(out.name, !settings.alibi && settings.dropout == 0, "no ALiBi and no dropout of weights", "one of them");
}

template <class Real>
AttentionInputs<Real> LinearAttentionOp<Real>::inputs() const {
  AttentionInputs<Real> in{values_of(q_), values_of(k_), values_of(v_)};
  if (key_lengths_ != nullptr) in.key_lengths = key_lengths_->value;
  return in;
}

template <class Real>
void LinearAttentionOp<Real>::forward(const Pass&) {
  linear_attention_forward<Real>(dims_, inputs(), out_.value, inverse_.value, scratch_.value);
}

template <class Real>
void LinearAttentionOp<Real>::backward(const Pass&) {
  linear_attention_backward<Real>(dims_, inputs(), out_.value, inverse_.value, out_.grad,
                                  {grads_of(q_), grads_of(k_), grads_of(v_)}, scratch_.value);
}

template <class Real>
Cost LinearAttentionOp<Real>::cost() const {
  return product_cost(dims_.queries + dims_.keys, dims_.head_width, dims_.head_width, dims_.batch * dims_.heads);
}

template <class Real>
CachedLinearAttentionOp<Real>::CachedLinearAttentionOp(Arena<Real>& arena, Tensor<Real>& qkv, Tensor<Real>& out,
                                                       AttentionSettings settings, const Indices& position)
    : dims_(cache_dims(qkv, out, settings)),
      qkv_(qkv),
      out_(out),
      position_(position),
      memory_(arena.add(out.name + ".memory", {dims_.heads, dims_.head_width, dims_.head_width + 1}, Grad::no)),
      scratch_(arena.add(out.name + ".scratch", {linear_attention_scratch(dims_)}, Grad::no)) {
  require_shape(position.name, position.shape, {1});
}

template <class Real>
void CachedLinearAttentionOp<Real>::forward(const Pass&) {
  if (position_.value[0] == 0) std::ranges::fill(memory_.value, Real(0));
  const std::size_t row = qkv_.shape.last();
  const Real* q = qkv_.value.data();
  const AttentionInputs<Real> in{{q, row}, {q + dims_.width(), row}, {q + dims_.width() + dims_.kv_width(), row}};
  linear_attention_step<Real>(dims_, in, memory_.value, out_.value, scratch_.value);
}

#define UNROLLED_INSTANTIATE(Real)        \
  template class LinearAttentionOp<Real>; \
  template class CachedLinearAttentionOp<Real>;
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
