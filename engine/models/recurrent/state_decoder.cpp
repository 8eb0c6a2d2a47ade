#include "models/recurrent/state_decoder.hpp"

#include <algorithm>
#include <utility>

namespace unrolled {

template <class Real>
CarriedState<Real> StatePlans<Real>::carry(const std::string& name, const Shape& shape) {
  const auto add = [&](const char* when) { return &step.tensor(name + when, shape, Grad::no); };
  return states.emplace_back(CarriedState<Real>{add(".before"), add(".after")});
}

template <class Real>
StateDecoder<Real>::StateDecoder(std::unique_ptr<StatePlans<Real>> plans) : plans_(std::move(plans)) {
  plans_->once.allocate();
  plans_->step.allocate();
}

template <class Real>
void StateDecoder<Real>::restart() {
  plans_->once.forward({});
  weights_changed_ = true;
  for (const CarriedState<Real>& state : plans_->states) std::ranges::fill(state.before->value, Real(0));
}

template <class Real>
std::span<const Real> StateDecoder<Real>::feed(std::int32_t token) {
  plans_->token.value[0] = token;
  Pass pass;
  pass.weights_changed = std::exchange(weights_changed_, false);
  plans_->step.forward(pass);
  for (const CarriedState<Real>& state : plans_->states)
    std::ranges::copy(state.after->value, state.before->value.begin());
  return plans_->logits->value;
}

template struct StatePlans<float>;
template struct StatePlans<double>;
template class StateDecoder<float>;
template class StateDecoder<double>;

}  // namespace unrolled
