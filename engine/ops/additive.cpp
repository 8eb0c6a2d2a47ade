#include "ops/additive.hpp"

#include "ops/check.hpp"
#include "simd/map.hpp"
#include "simd/math.hpp"
#include "simd/reduce.hpp"

namespace unrolled {
namespace {

/// dq, dk and dv of one score, from its gradient.
template <class Real>
void score_backward(std::size_t width, Real dscore, const Real* q, const Real* k, const Real* v, Real* dq, Real* dk,
                    Real* dv) {
  simd::sweep<Real>(width, [=](auto at) {
    using V = decltype(at.load(q));
    const V y = simd::tanh(at.load(q) + at.load(k)), g = V(dscore);
    const V inner = g * at.load(v) * (V(Real(1)) - y * y);
    at.store(at.load(dq) + inner, dq);
    at.store(at.load(dk) + inner, dk);
    at.store(at.load(dv) + g * y, dv);
  });
}

/// body(score, row of query, row of keys) for every score that counts.
template <class Body>
void for_scores(const ScoreDims& d, const Indices* lengths, Body body) {
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t t = 0, length = source_length(lengths, b, d.keys); t < d.queries; ++t)
      for (std::size_t s = 0; s < length; ++s)
        body((b * d.queries + t) * d.keys + s, (t * d.batch + b) * d.width, (s * d.batch + b) * d.width);
}

}  // namespace

template <class Real>
AdditiveScoresOp<Real>::AdditiveScoresOp(Arena<Real>&, Tensor<Real>& query, Tensor<Real>& keys, const Indices* lengths,
                                         Tensor<Real>& v, Tensor<Real>& scores)
    : dims_(score_dims(query, keys, lengths, scores)),
      query_(query),
      keys_(keys),
      lengths_(lengths),
      v_(v),
      scores_(scores) {
  require_rows(v.name, v.shape, 1, dims_.width);
}

template <class Real>
void AdditiveScoresOp<Real>::forward(const Pass&) {
  const ScoreDims& d = dims_;
  for_scores(d, lengths_, [&](std::size_t score, std::size_t q, std::size_t k) {
    scores_.value[score] = simd::sum_of(d.width, &query_.value[q], &keys_.value[k], v_.value.data(),
                                        [](auto x, auto y, auto v) { return simd::tanh(x + y) * v; });
  });
}

template <class Real>
void AdditiveScoresOp<Real>::backward(const Pass&) {
  const ScoreDims& d = dims_;
  for_scores(d, lengths_, [&](std::size_t score, std::size_t q, std::size_t k) {
    score_backward(d.width, scores_.grad[score], &query_.value[q], &keys_.value[k], v_.value.data(), &query_.grad[q],
                   &keys_.grad[k], v_.grad.data());
  });
}

template <class Real>
Cost AdditiveScoresOp<Real>::cost() const {
  return product_cost(dims_.queries, dims_.keys, dims_.width, dims_.batch);
}

template class AdditiveScoresOp<float>;
template class AdditiveScoresOp<double>;

}  // namespace unrolled
