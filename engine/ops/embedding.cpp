#include "ops/embedding.hpp"

#include "kernels/embedding.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
EmbeddingOp<Real>::EmbeddingOp(Arena<Real>&, const Indices& tokens, Tensor<Real>& table, Tensor<Real>& out)
    : tokens_(tokens), table_(table), out_(out) {
  require_rank(table.name, table.shape, 2);
  require_rows(out.name, out.shape, tokens.shape.count(), table.shape.last());
}

template <class Real>
void EmbeddingOp<Real>::forward(const Pass&) {
  embedding_forward<Real>(table_.shape.last(), table_.value, tokens_.value, out_.value);
}

template <class Real>
void EmbeddingOp<Real>::backward(const Pass&) {
  if (table_.has_grad()) embedding_backward<Real>(table_.shape.last(), tokens_.value, out_.grad, table_.grad);
}

template class EmbeddingOp<float>;
template class EmbeddingOp<double>;

}  // namespace unrolled
