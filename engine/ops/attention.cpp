#include "ops/attention.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "kernels/dropout.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

template <class Real>
void require_columns(const Columns<Real>& part, std::size_t batch, std::size_t length, std::size_t width) {
  const Tensor<Real>& whole = *part.tensor;
  require_rank(whole.name, whole.shape, 3);
  require_shape(whole.name, whole.shape, {batch, length, whole.shape.last()});
  require(whole.name, part.first + width <= whole.shape.last(),
          "at least " + std::to_string(part.first + width) + " columns", std::to_string(whole.shape.last()));
}

template <class Real>
AttentionDims cache_dims(const Tensor<Real>& qkv, const Tensor<Real>& out, AttentionSettings settings,
                         std::size_t max_length) {
  AttentionDims dims = attention_dims(out, settings);
  require_rows(out.name, out.shape, 1, dims.width());
  require_rows(qkv.name, qkv.shape, 1, dims.width() + 2 * dims.kv_width());
  dims.keys = max_length;
  return dims;
}

Shape weights_shape(AttentionDims d) { return {d.batch, d.heads, d.queries, d.keys}; }
Shape bias_shape(AttentionDims d) { return {d.heads, 2 * d.keys - 1}; }

/// The bias, made in the first run; empty where there is none.
template <class Real>
std::span<const Real> bias_of(AttentionDims d, Tensor<Real>* bias, bool& filled) {
  if (bias == nullptr) return {};
  if (!filled) alibi_bias<Real>(d.heads, bias->value);
  filled = true;
  return bias->value;
}

}  // namespace

template <class Real>
AttentionDims attention_dims(const Tensor<Real>& out, AttentionSettings settings) {
  const std::size_t heads = settings.num_heads, kv_heads = settings.num_kv_heads == 0 ? heads : settings.num_kv_heads;
  require(out.name, heads > 0 && out.shape.last() % heads == 0,
          "a width divisible by " + std::to_string(heads) + " heads", std::to_string(out.shape.last()));
  require(out.name, heads % kv_heads == 0, "a number of key heads that divides " + std::to_string(heads),
          std::to_string(kv_heads));
  return {1, 1, 1, heads, kv_heads, out.shape.last() / heads, settings.causal};
}

template <class Real>
AttentionDims attention_dims(const Columns<Real>& q, const Columns<Real>& k, const Columns<Real>& v,
                             const Tensor<Real>& out, const Indices* key_lengths, AttentionSettings settings) {
  require_rank(out.name, out.shape, 3);
  require_rank(k.tensor->name, k.tensor->shape, 3);
  AttentionDims dims = attention_dims(out, settings);
  dims.batch = out.shape[0];
  dims.queries = out.shape[1];
  dims.keys = k.tensor->shape[1];
  require_columns(q, dims.batch, dims.queries, dims.width());
  require_columns(k, dims.batch, dims.keys, dims.kv_width());
  require_columns(v, dims.batch, dims.keys, dims.kv_width());
  require(out.name, !dims.causal || dims.queries == dims.keys, "as many queries as keys, to be causal",
          std::to_string(dims.queries) + " and " + std::to_string(dims.keys));
  require(out.name, !settings.alibi || dims.queries == dims.keys, "as many queries as keys, to have distances",
          std::to_string(dims.queries) + " and " + std::to_string(dims.keys));
  if (key_lengths != nullptr) require_shape(key_lengths->name, key_lengths->shape, {dims.batch});
  return dims;
}

template <class Real>
AttentionRows<const Real> values_of(const Columns<Real>& part) {
  return {part.tensor->value.data() + part.first, part.tensor->shape.last()};
}

template <class Real>
AttentionRows<Real> grads_of(const Columns<Real>& part) {
  if (!part.tensor->has_grad()) return {};
  return {part.tensor->grad.data() + part.first, part.tensor->shape.last()};
}

template <class Real>
MultiheadAttentionOp<Real>::MultiheadAttentionOp(Arena<Real>& arena, std::string tap, Columns<Real> q, Columns<Real> k,
                                                 Columns<Real> v, Tensor<Real>& out, const Indices* key_lengths,
                                                 AttentionSettings settings)
    : tap_(std::move(tap)),
      dims_(attention_dims(q, k, v, out, key_lengths, settings)),
      q_(q),
      k_(k),
      v_(v),
      out_(out),
      key_lengths_(key_lengths),
      settings_(settings),
      weights_(arena.add(tap_, weights_shape(dims_), Grad::no)),
      scratch_(arena.add(tap_ + ".scratch", {attention_scratch(dims_)}, Grad::no)) {
  const double dropout = settings.dropout;
  require(out.name, dropout >= 0 && dropout < 1, "a dropout probability in [0,1)", number_text(dropout));
  if (dropout > 0) keep_ = &arena.add(tap_ + ".keep", weights_shape(dims_), Grad::no);
  if (settings.alibi) bias_ = &arena.add(tap_ + ".bias", bias_shape(dims_), Grad::no);
}

template <class Real>
std::span<Real> MultiheadAttentionOp<Real>::keep(const Pass& pass) {
  return keep_ != nullptr && pass.training ? keep_->value : std::span<Real>();
}

template <class Real>
AttentionInputs<Real> MultiheadAttentionOp<Real>::inputs(const Pass& pass) {
  AttentionInputs<Real> in{values_of(q_), values_of(k_), values_of(v_)};
  if (key_lengths_ != nullptr) in.key_lengths = key_lengths_->value;
  in.distance_bias = bias_of(dims_, bias_, filled_);
  in.keep = keep(pass);
  return in;
}

template <class Real>
void MultiheadAttentionOp<Real>::forward(const Pass& pass) {
  const std::span<Real> factors = keep(pass);
  std::ranges::fill(factors, Real(1));
  if (!factors.empty())
    dropout_forward<Real>(settings_.dropout, dropout_key(pass.seed, pass.step, settings_.dropout_id), factors, factors);
  attention_forward<Real>(dims_, inputs(pass), weights_.value, out_.value, scratch_.value);
}

template <class Real>
void MultiheadAttentionOp<Real>::backward(const Pass& pass) {
  attention_backward<Real>(dims_, inputs(pass), weights_.value, out_.grad, {grads_of(q_), grads_of(k_), grads_of(v_)},
                           scratch_.value);
}

template <class Real>
Cost MultiheadAttentionOp<Real>::cost() const {
  return product_cost(dims_.queries, dims_.keys, dims_.head_width, 2 * dims_.batch * dims_.heads);
}

template <class Real>
std::vector<Tap<Real>> MultiheadAttentionOp<Real>::taps() const {
  return {{tap_, {"batch", "head", "query", "key"}, weights_.shape, weights_.value}};
}

template <class Real>
CausalAttentionOp<Real>::CausalAttentionOp(Arena<Real>& arena, const std::string& name, Tensor<Real>& qkv,
                                           Tensor<Real>& out, std::size_t heads, double dropout,
                                           std::uint64_t dropout_id)
    : MultiheadAttentionOp<Real>(arena, name + ".attention", qkv, {qkv, out.shape.last()}, {qkv, 2 * out.shape.last()},
                                 out, nullptr,
                                 {.num_heads = heads, .causal = true, .dropout = dropout, .dropout_id = dropout_id}) {}

template <class Real>
CachedAttentionOp<Real>::CachedAttentionOp(Arena<Real>& arena, std::string tap, Tensor<Real>& qkv, Tensor<Real>& out,
                                           AttentionSettings settings, std::size_t max_length, const Indices& position)
    : tap_(std::move(tap)),
      dims_(cache_dims(qkv, out, settings, max_length)),
      qkv_(qkv),
      out_(out),
      position_(position),
      keys_(arena.add(tap_ + ".keys", {dims_.kv_heads, dims_.head_width, max_length}, Grad::no)),
      values_(arena.add(tap_ + ".values", {dims_.kv_heads, max_length, dims_.head_width}, Grad::no)),
      weights_(arena.add(tap_, {dims_.heads, max_length}, Grad::no)) {
  require_shape(position.name, position.shape, {1});
  if (settings.alibi) bias_ = &arena.add(tap_ + ".bias", bias_shape(dims_), Grad::no);
}

template <class Real>
void CachedAttentionOp<Real>::forward(const Pass&) {
  const std::size_t row = qkv_.shape.last();
  const Real* q = qkv_.value.data();
  AttentionInputs<Real> in{{q, row}, {q + dims_.width(), row}, {q + dims_.width() + dims_.kv_width(), row}};
  in.distance_bias = bias_of(dims_, bias_, filled_);
  cached_attention_forward<Real>(dims_, static_cast<std::size_t>(position_.value[0]), in, keys_.value, values_.value,
                                 weights_.value, out_.value);
}

template <class Real>
std::vector<Tap<Real>> CachedAttentionOp<Real>::taps() const {
  return {{tap_, {"head", "key"}, weights_.shape, weights_.value}};
}

#define UNROLLED_INSTANTIATE(Real)                                                                        \
  template AttentionDims attention_dims(const Tensor<Real>&, AttentionSettings);                          \
  template AttentionDims attention_dims(const Columns<Real>&, const Columns<Real>&, const Columns<Real>&, \
                                        const Tensor<Real>&, const Indices*, AttentionSettings);          \
  template AttentionRows<const Real> values_of(const Columns<Real>&);                                     \
  template AttentionRows<Real> grads_of(const Columns<Real>&);                                            \
  template class MultiheadAttentionOp<Real>;                                                              \
  template class CausalAttentionOp<Real>;                                                                 \
  template class CachedAttentionOp<Real>;
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
