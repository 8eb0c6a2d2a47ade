#include "ops/attention.hpp"

#include <algorithm>

#include "kernels/dropout.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

/// Dimensions of attention over qkv [B,T,3D] or, for one token, [1,3D].
template <class Real>
AttentionDims dims_of(const Tensor<Real>& qkv, const Tensor<Real>& out, std::size_t heads) {
  require_rank(qkv.name, qkv.shape, out.shape.rank());
  require_rows(qkv.name, qkv.shape, out.shape.rows(), 3 * out.shape.last());
  require(out.name, heads > 0 && out.shape.last() % heads == 0,
          "a width divisible by " + std::to_string(heads) + " heads", std::to_string(out.shape.last()));
  return {1, 1, heads, out.shape.last() / heads};
}

template <class Real>
AttentionDims sequence_dims(const Tensor<Real>& qkv, const Tensor<Real>& out, std::size_t heads) {
  require_rank(out.name, out.shape, 3);
  AttentionDims dims = dims_of(qkv, out, heads);
  dims.batch = out.shape[0];
  dims.length = out.shape[1];
  require_shape(qkv.name, qkv.shape, {dims.batch, dims.length, 3 * dims.width()});
  return dims;
}

template <class Real>
AttentionDims cache_dims(const Tensor<Real>& qkv, const Tensor<Real>& out, std::size_t heads, std::size_t max_length) {
  AttentionDims dims = dims_of(qkv, out, heads);
  require_rows(out.name, out.shape, 1, dims.width());
  dims.length = max_length;
  return dims;
}

Shape weights_shape(AttentionDims d) { return {d.batch, d.heads, d.length, d.length}; }

}  // namespace

template <class Real>
CausalAttentionOp<Real>::CausalAttentionOp(Arena<Real>& arena, std::string name, Tensor<Real>& qkv, Tensor<Real>& out,
                                           std::size_t heads, double dropout, std::uint64_t dropout_id)
    : name_(std::move(name)),
      dims_(sequence_dims(qkv, out, heads)),
      qkv_(qkv),
      out_(out),
      weights_(arena.add(name_ + ".attention", weights_shape(dims_), Grad::no)),
      scratch_(arena.add(name_ + ".attention.scratch", {causal_attention_scratch(dims_)}, Grad::no)),
      dropout_(dropout),
      dropout_id_(dropout_id) {
  require(out.name, dropout >= 0 && dropout < 1, "a dropout probability in [0,1)", std::to_string(dropout));
  if (dropout > 0) keep_ = &arena.add(name_ + ".attention.keep", weights_shape(dims_), Grad::no);
}

template <class Real>
std::span<Real> CausalAttentionOp<Real>::keep(const Pass& pass) {
  return keep_ != nullptr && pass.training ? keep_->value : std::span<Real>();
}

template <class Real>
void CausalAttentionOp<Real>::forward(const Pass& pass) {
  const std::span<Real> factors = keep(pass);
  std::ranges::fill(factors, Real(1));
  if (!factors.empty())
    dropout_forward<Real>(dropout_, dropout_key(pass.seed, pass.step, dropout_id_), factors, factors);
  causal_attention_forward<Real>(dims_, qkv_.value, factors, weights_.value, out_.value, scratch_.value);
}

template <class Real>
void CausalAttentionOp<Real>::backward(const Pass& pass) {
  if (qkv_.has_grad())
    causal_attention_backward<Real>(dims_, qkv_.value, keep(pass), weights_.value, out_.grad, qkv_.grad,
                                    scratch_.value);
}

template <class Real>
Cost CausalAttentionOp<Real>::cost() const {
  const std::size_t products = 2 * dims_.batch * dims_.heads;
  return product_cost(dims_.length, dims_.length, dims_.head_width, products);
}

template <class Real>
std::vector<Tap<Real>> CausalAttentionOp<Real>::taps() const {
  return {{name_ + ".attention", {"batch", "head", "query", "key"}, weights_.shape, weights_.value}};
}

template <class Real>
CachedAttentionOp<Real>::CachedAttentionOp(Arena<Real>& arena, std::string name, Tensor<Real>& qkv, Tensor<Real>& out,
                                           std::size_t heads, std::size_t max_length, const Indices& position)
    : name_(std::move(name)),
      dims_(cache_dims(qkv, out, heads, max_length)),
      qkv_(qkv),
      out_(out),
      position_(position),
      keys_(arena.add(name_ + ".keys", {heads, dims_.head_width, max_length}, Grad::no)),
      values_(arena.add(name_ + ".values", {heads, max_length, dims_.head_width}, Grad::no)),
      weights_(arena.add(name_ + ".attention", {heads, max_length}, Grad::no)) {
  require_shape(position.name, position.shape, {1});
}

template <class Real>
void CachedAttentionOp<Real>::forward(const Pass&) {
  cached_attention_forward<Real>(dims_, static_cast<std::size_t>(position_.value[0]), qkv_.value, keys_.value,
                                 values_.value, weights_.value, out_.value);
}

template <class Real>
std::vector<Tap<Real>> CachedAttentionOp<Real>::taps() const {
  return {{name_ + ".attention", {"head", "key"}, weights_.shape, weights_.value}};
}

template class CausalAttentionOp<float>;
template class CausalAttentionOp<double>;
template class CachedAttentionOp<float>;
template class CachedAttentionOp<double>;

}  // namespace unrolled
