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
void Plan<Real>::begin(Part part) {
  part.source = at_source_;
  const auto known = std::ranges::find(parts_, part.name, &Part::name);
  marks_.push_back({ops_.size(), std::size_t(known - parts_.begin())});
  if (known == parts_.end()) parts_.push_back(std::move(part));
}

template <class Real>
std::vector<std::size_t> Plan<Real>::ops_of(std::size_t part) const {
  std::vector<std::size_t> numbers;
  for (std::size_t m = 0; m < marks_.size(); ++m)
    for (std::size_t i = marks_[m].op; i < (m + 1 < marks_.size() ? marks_[m + 1].op : ops_.size()); ++i)
      if (marks_[m].part == part) numbers.push_back(i);
  return numbers;
}

template <class Real>
Cost Plan<Real>::cost_of(std::size_t part) const {
  Cost total;
  for (std::size_t i : ops_of(part)) total.flops += ops_[i]->cost().flops;
  return total;
}

template <class Real>
std::vector<std::vector<const Tensor<Real>*>> Plan<Real>::parameters_by_part(const Arena<Real>& parameters) const {
  std::vector<std::vector<const Tensor<Real>*>> read(parts_.size()), owned(parts_.size());
  for (std::size_t p = 0; p < parts_.size(); ++p)
    for (std::size_t i : ops_of(p)) std::ranges::copy(ops_[i]->parameters(), std::back_inserter(read[p]));
  for (const Tensor<Real>& tensor : parameters.tensors())
    for (std::size_t p = 0; p < parts_.size(); ++p)
      if (tensor.name == parts_[p].folded || std::ranges::find(read[p], &tensor) != read[p].end()) {
        owned[p].push_back(&tensor);
        break;
      }
  return owned;
}

template <class Real>
void Plan<Real>::forward_part(std::size_t part) {
  for (std::size_t i : ops_of(part)) ops_[i]->forward({});
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
