#include "ops/align.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "kernels/softmax.hpp"
#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {

template <class Real>
ScoreDims score_dims(const Tensor<Real>& query, const Tensor<Real>& keys, const Indices* lengths,
                     const Tensor<Real>& scores) {
  require_rank(query.name, query.shape, 3);
  require_rank(keys.name, keys.shape, 3);
  const ScoreDims d{query.shape[0], keys.shape[0], query.shape[1], query.shape[2]};
  require_shape(keys.name, keys.shape, {d.keys, d.batch, d.width});
  require_shape(scores.name, scores.shape, {d.batch, d.queries, d.keys});
  if (lengths != nullptr) require_shape(lengths->name, lengths->shape, {d.batch});
  return d;
}

template <class Real>
DotScoresOp<Real>::DotScoresOp(Arena<Real>& arena, Tensor<Real>& query, Tensor<Real>& keys, const Indices* lengths,
                               double scale, Tensor<Real>& scores)
    : dims_(score_dims(query, keys, lengths, scores)),
      query_(query),
      keys_(keys),
      lengths_(lengths),
      scores_(scores),
      dscores_(arena.add(scores.name + ".dscores", {query.shape[0], keys.shape[0]}, Grad::no)),
      scale_(Real(scale)) {}

template <class Real>
void DotScoresOp<Real>::forward(const Pass&) {
  const ScoreDims& d = dims_;
  for (std::size_t b = 0; b < d.batch; ++b) {
    const std::size_t length = source_length(lengths_, b, d.keys);
    Real* scores = &scores_.value[b * d.queries * d.keys];
    gemm_nt(d.queries, length, d.width, &query_.value[b * d.width], d.batch * d.width, &keys_.value[b * d.width],
            d.batch * d.width, scores, d.keys, Accumulate::no);
    if (scale_ == 1) continue;
    for (std::size_t t = 0; t < d.queries; ++t, scores += d.keys)
      simd::map(length, scores, scores, [scale = scale_](auto x) { return x * scale; });
  }
}

template <class Real>
void DotScoresOp<Real>::backward(const Pass&) {
  const ScoreDims& d = dims_;
  const std::size_t row = d.batch * d.width;
  Real* dscores = dscores_.value.data();
  for (std::size_t b = 0; b < d.batch; ++b) {
    const std::size_t length = source_length(lengths_, b, d.keys), at = b * d.width;
    simd::map(d.queries * d.keys, &scores_.grad[b * d.queries * d.keys], dscores,
              [scale = scale_](auto g) { return g * scale; });
    if (query_.has_grad())
      gemm_nn(d.queries, d.width, length, dscores, d.keys, &keys_.value[at], row, &query_.grad[at], row,
              Accumulate::yes);
    if (keys_.has_grad())
      gemm_tn(length, d.width, d.queries, dscores, d.keys, &query_.value[at], row, &keys_.grad[at], row,
              Accumulate::yes);
  }
}

template <class Real>
Cost DotScoresOp<Real>::cost() const {
  return product_cost(dims_.queries, dims_.keys, dims_.width, dims_.batch);
}

template <class Real>
AlignOp<Real>::AlignOp(Arena<Real>& arena, std::string name, Tensor<Real>& scores, Tensor<Real>& source,
                       const Indices* lengths, Tensor<Real>& context, Tensor<Real>& weights, std::size_t first)
    : name_(std::move(name)),
      scores_(scores),
      source_(source),
      lengths_(lengths),
      context_(context),
      weights_(weights),
      dweights_(arena.add(context.name + ".dweights", {context.shape[0], source.shape[0]}, Grad::no)),
      first_(first) {
  const std::size_t T = context.shape[0], S = source.shape[0], B = source.shape[1];
  require_shape(context.name, context.shape, {T, B, source.shape.last()});
  require_shape(scores.name, scores.shape, {B, T, S});
  require_rank(weights.name, weights.shape, 4);
  require_shape(weights.name, weights.shape, {B, 1, weights.shape[2], S});
  require(weights.name, first + T <= weights.shape[2], "room for " + std::to_string(first + T) + " queries",
          to_string(weights.shape));
  if (lengths != nullptr) require_shape(lengths->name, lengths->shape, {B});
}

template <class Real>
Real* AlignOp<Real>::weights_of(std::size_t b) const {
  return &weights_.value[(b * weights_.shape[2] + first_) * source_.shape[0]];
}

template <class Real>
void AlignOp<Real>::forward(const Pass&) {
  const std::size_t T = context_.shape[0], S = source_.shape[0], B = source_.shape[1], C = source_.shape[2];
  for (std::size_t b = 0; b < B; ++b) {
    const std::size_t length = source_length(lengths_, b, S);
    Real* weights = weights_of(b);
    for (std::size_t t = 0; t < T; ++t) {
      Real* row = weights + t * S;
      softmax_forward<Real>(length, {&scores_.value[(b * T + t) * S], length}, {row, length});
      std::fill(row + length, row + S, Real(0));
    }
    gemm_nn(T, C, length, weights, S, &source_.value[b * C], B * C, &context_.value[b * C], B * C, Accumulate::no);
  }
}

template <class Real>
void AlignOp<Real>::backward(const Pass&) {
  const std::size_t T = context_.shape[0], S = source_.shape[0], B = source_.shape[1], C = source_.shape[2];
  Real* dweights = dweights_.value.data();
  for (std::size_t b = 0; b < B; ++b) {
    const std::size_t length = source_length(lengths_, b, S), at = b * C, row = B * C;
    const Real* weights = weights_of(b);
    gemm_nt(T, length, C, &context_.grad[at], row, &source_.value[at], row, dweights, S, Accumulate::no);
    if (source_.has_grad())
      gemm_tn(length, C, T, weights, S, &context_.grad[at], row, &source_.grad[at], row, Accumulate::yes);
    for (std::size_t t = 0; t < T; ++t)
      softmax_backward<Real>(length, {weights + t * S, length}, {dweights + t * S, length},
                             scores_.grad.subspan((b * T + t) * S, length));
  }
}

template <class Real>
Cost AlignOp<Real>::cost() const {
  return product_cost(context_.shape[0], source_.shape.last(), source_.shape[0], source_.shape[1]);
}

template <class Real>
std::vector<Tap<Real>> AlignOp<Real>::taps() const {
  if (first_ + context_.shape[0] < weights_.shape[2]) return {};
  return {{name_ + ".attention", {"batch", "head", "query", "key"}, weights_.shape, weights_.value}};
}

#define UNROLLED_INSTANTIATE(Real)                                                                                    \
  template ScoreDims score_dims<Real>(const Tensor<Real>&, const Tensor<Real>&, const Indices*, const Tensor<Real>&); \
  template class DotScoresOp<Real>;                                                                                   \
  template class AlignOp<Real>;
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
