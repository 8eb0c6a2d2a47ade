#include "ops/recurrent_state.hpp"

#include <algorithm>

#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {

template <class Real>
SequenceDims sequence_dims(const Tensor<Real>& hidden) {
  require_rank(hidden.name, hidden.shape, 3);
  return {hidden.shape[0], hidden.shape[1], hidden.shape[2]};
}

template <class Real>
void require_state(const RecurrentState<Real>& state, std::size_t batch, std::size_t width) {
  for (const Tensor<Real>* part : {state.hidden, state.cell})
    if (part != nullptr) require_shape(part->name, part->shape, {batch, width});
}

template <class Real>
void copy_last_step(std::span<const Real> sequence, std::span<Real> to) {
  std::ranges::copy(sequence.last(to.size()), to.begin());
}

template <class Real>
void add_to_last_step(std::span<const Real> from, std::span<Real> sequence) {
  Real* last = sequence.last(from.size()).data();
  simd::zip(from.size(), last, from.data(), last, [](auto sum, auto x) { return sum + x; });
}

template <class Real>
std::vector<Tap<Real>> state_taps(const std::string& name, const Tensor<Real>& hidden) {
  const std::vector<std::string> axes = {"time", "batch", "unit"};
  std::vector<Tap<Real>> taps = {{name + ".hidden", axes, hidden.shape, hidden.value}};
  if (hidden.has_grad() || hidden.value.empty())
    taps.push_back({name + ".hidden_grad", axes, hidden.shape, hidden.grad});
  return taps;
}

#define UNROLLED_INSTANTIATE(Real)                                                           \
  template SequenceDims sequence_dims<Real>(const Tensor<Real>&);                            \
  template void require_state<Real>(const RecurrentState<Real>&, std::size_t, std::size_t);  \
  template void copy_last_step<Real>(std::span<const Real>, std::span<Real>);                \
  template std::vector<Tap<Real>> state_taps<Real>(const std::string&, const Tensor<Real>&); \
  template void add_to_last_step<Real>(std::span<const Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
