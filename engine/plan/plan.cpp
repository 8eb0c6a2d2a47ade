#include "plan/plan.hpp"

#include <algorithm>
#include <iterator>

namespace unrolled {

template <class Real>
Indices& Plan<Real>::indices(std::string name, Shape shape) {
  const std::size_t count = shape.count();
  return indices_.emplace_back(Indices{std::move(name), std::move(shape), std::vector<std::int32_t>(count)});
}

template <class Real>
Values& Plan<Real>::values(std::string name, Shape shape) {
  const std::size_t count = shape.count();
  return values_.emplace_back(Values{std::move(name), std::move(shape), std::vector<float>(count)});
}

template <class Real>
void Plan<Real>::forward(const Pass& pass) {
  for (const auto& op : ops_) op->forward(pass);
}

template <class Real>
void Plan<Real>::backward(const Pass& pass) {
  arena_.zero_grads();
  backward_through(ops_.size(), pass);
}

template <class Real>
void Plan<Real>::backward_from(const Tensor<Real>& result, std::span<const Real> gradient, const Pass& pass) {
  arena_.zero_grads();
  std::ranges::copy(gradient, result.grad.begin());
  backward_through(ops_.size() - 1, pass);
}

template <class Real>
void Plan<Real>::backward_through(std::size_t count, const Pass& pass) {
  auto section = sections_.rbegin();
  for (std::size_t i = count; i-- > 0;) {
    for (; section != sections_.rend() && section->end == i + 1; ++section) arena_.zero_shared_grads(section->grads);
    ops_[i]->backward(pass);
  }
}

template <class Real>
Cost Plan<Real>::cost() const {
  Cost total;
  for (const auto& op : ops_) total.flops += op->cost().flops;
  return total;
}

template <class Real>
std::vector<Tap<Real>> Plan<Real>::taps() const {
  std::vector<Tap<Real>> all;
  for (const auto& op : ops_) std::ranges::move(op->taps(), std::back_inserter(all));
  return all;
}

template class Plan<float>;
template class Plan<double>;

}  // namespace unrolled
