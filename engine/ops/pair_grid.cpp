#include "ops/pair_grid.hpp"

#include <algorithm>

#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

template <class Real>
void accumulate(std::size_t n, const Real* from, Real* to) {
  simd::zip(n, to, from, to, [](auto sum, auto g) { return sum + g; });
}

}  // namespace

template <class Real>
PairGridOp<Real>::PairGridOp(Arena<Real>&, Tensor<Real>& a, Tensor<Real>& c, Tensor<Real>& y) : a_(a), c_(c), y_(y) {
  require_rank(a.name, a.shape, 3);
  require_rank(c.name, c.shape, 3);
  require(c.name, c.shape[0] == a.shape[0], "a batch of " + std::to_string(a.shape[0]), to_string(c.shape));
  require_shape(y.name, y.shape, {a.shape[0], a.shape[1], c.shape[1], a.shape[2] + c.shape[2]});
}

template <class Real>
template <class Visit>
void PairGridOp<Real>::each_pair(Visit visit) const {
  const std::size_t T = a_.shape[1], S = c_.shape[1];
  for (std::size_t b = 0; b < a_.shape[0]; ++b)
    for (std::size_t t = 0; t < T; ++t)
      for (std::size_t s = 0; s < S; ++s) visit(b * T + t, b * S + s, (b * T + t) * S + s);
}

template <class Real>
void PairGridOp<Real>::forward(const Pass&) {
  const std::size_t E = a_.shape[2], G = c_.shape[2];
  each_pair([&](std::size_t from_a, std::size_t from_c, std::size_t to) {
    Real* y = &y_.value[to * (E + G)];
    std::copy_n(&a_.value[from_a * E], E, y);
    std::copy_n(&c_.value[from_c * G], G, y + E);
  });
}

template <class Real>
void PairGridOp<Real>::backward(const Pass&) {
  const std::size_t E = a_.shape[2], G = c_.shape[2];
  each_pair([&](std::size_t to_a, std::size_t to_c, std::size_t from) {
    const Real* dy = &y_.grad[from * (E + G)];
    if (a_.has_grad()) accumulate(E, dy, &a_.grad[to_a * E]);
    if (c_.has_grad()) accumulate(G, dy + E, &c_.grad[to_c * G]);
  });
}

template class PairGridOp<float>;
template class PairGridOp<double>;

}  // namespace unrolled
