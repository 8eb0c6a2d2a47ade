#include "models/model.hpp"

namespace unrolled {

template <class Real>
std::size_t Model<Real>::parameter_count() const {
  std::size_t count = 0;
  for (const Tensor<Real>& tensor : parameters_.tensors()) count += tensor.shape.count();
  return count;
}

template <class Real>
void Model<Real>::initialise(std::uint64_t seed) {
  auto draw = draws_.begin();
  for (Tensor<Real>& tensor : parameters_.tensors()) {
    Rng rng(seed, tensor.name);
    for (Real& x : tensor.value) x = static_cast<Real>((*draw)(rng));
    ++draw;
  }
  adjust_initial();
}

template <class Real>
typename Model<Real>::Draw Model<Real>::uniform(double bound) {
  return [bound](Rng& rng) { return rng.uniform(-bound, bound); };
}

template <class Real>
typename Model<Real>::Draw Model<Real>::normal(double std_deviation) {
  return [std_deviation](Rng& rng) { return std_deviation * rng.normal(); };
}

template <class Real>
typename Model<Real>::Draw Model<Real>::constant(double value) {
  return [value](Rng&) { return value; };
}

template <class Real>
Tensor<Real>& Model<Real>::parameter(std::string name, Shape shape, Draw draw) {
  draws_.push_back(std::move(draw));
  return parameters_.add(std::move(name), std::move(shape));
}

template class Model<float>;
template class Model<double>;

}  // namespace unrolled
