#include "ops/values.hpp"

#include <algorithm>

#include "ops/check.hpp"

namespace unrolled {

template <class Real>
ValuesOp<Real>::ValuesOp(Arena<Real>&, const Values& values, Tensor<Real>& y) : values_(values), y_(y) {
  require_rows(y.name, y.shape, values.shape.rows(), values.shape.last());
}

template <class Real>
void ValuesOp<Real>::forward(const Pass&) {
  std::ranges::copy(values_.value, y_.value.begin());
}

template class ValuesOp<float>;
template class ValuesOp<double>;

}  // namespace unrolled
