#include "ops/one_hot.hpp"

#include "kernels/gemm.hpp"
#include "kernels/linear.hpp"
#include "ops/check.hpp"

namespace unrolled {

template <class Real>
OneHotTableOp<Real>::OneHotTableOp(Arena<Real>&, Tensor<Real>& weight, Tensor<Real>* bias, Tensor<Real>* second_bias,
                                   Tensor<Real>& table)
    : weight_(weight), biases_{bias ? bias : second_bias, bias ? second_bias : nullptr}, table_(table) {
  require_rank(weight.name, weight.shape, 2);
  require_shape(table.name, table.shape, {weight.shape[1], weight.shape[0]});
  for (const Tensor<Real>* b : biases_)
    if (b != nullptr) require_shape(b->name, b->shape, {weight.shape[0]});
}

template <class Real>
void OneHotTableOp<Real>::forward(const Pass&) {
  const std::size_t out = weight_.shape[0], symbols = weight_.shape[1];
  transpose(out, symbols, weight_.value.data(), symbols, table_.value.data(), out);
  if (biases_[0] == nullptr) return;
  for (std::size_t v = 0; v < symbols; ++v)
    for (std::size_t j = 0; j < out; ++j) {
      const Real second = biases_[1] != nullptr ? biases_[1]->value[j] : Real(0);
      table_.value[v * out + j] += biases_[0]->value[j] + second;
    }
}

template <class Real>
void OneHotTableOp<Real>::backward(const Pass&) {
  const std::size_t out = weight_.shape[0], symbols = weight_.shape[1];
  for (std::size_t j = 0; j < out; ++j)
    for (std::size_t v = 0; v < symbols; ++v) weight_.grad[j * symbols + v] += table_.grad[v * out + j];
  for (Tensor<Real>* bias : biases_)
    if (bias != nullptr) add_column_sums<Real>(table_.grad, bias->grad);
}

template class OneHotTableOp<float>;
template class OneHotTableOp<double>;

}  // namespace unrolled
