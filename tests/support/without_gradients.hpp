#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ops/op.hpp"
#include "support/fill.hpp"

namespace unrolled::test {

using Gradients = std::vector<std::vector<double>>;

/// What backward makes of gradients that are random before it.
inline Gradients after_backward(Op<double>& op, const std::vector<std::span<double>>& grads, const Pass& pass) {
  for (std::size_t i = 0; i < grads.size(); ++i)
    std::ranges::copy(random_vector(grads[i].size(), 7919 + i), grads[i].begin());
  op.backward(pass);
  Gradients after;
  for (const std::span<double> grad : grads) after.push_back(copy(grad));
  return after;
}

/// Takes the gradient from one of `optional` after the other, as if it had been declared without: backward must then
/// leave its memory alone and give all others the bits that they have otherwise. `all`: inputs, parameters and outputs of
/// the op. Returns what is wrong, or "".
inline std::string check_without_gradients(Op<double>& op, const std::vector<Tensor<double>*>& all,
                                           const std::vector<Tensor<double>*>& optional, const Pass& pass = {}) {
  std::vector<std::span<double>> grads;
  for (const Tensor<double>* tensor : all) grads.push_back(tensor->grad);
  op.forward(pass);
  const Gradients whole = after_backward(op, grads, pass);
  for (Tensor<double>* without : optional) {
    const std::span<double> own = std::exchange(without->grad, {});
    const Gradients found = after_backward(op, grads, pass);
    without->grad = own;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::vector<double> untouched = random_vector(grads[i].size(), 7919 + i);
      if (all[i] == without && whole[i] == untouched) return without->name + " never receives a gradient";
      if (all[i] == without && found[i] != untouched) return without->name + " receives a gradient that it has not";
      if (all[i] != without && found[i] != whole[i]) return all[i]->name + " is another without d" + without->name;
    }
  }
  return "";
}

}  // namespace unrolled::test
