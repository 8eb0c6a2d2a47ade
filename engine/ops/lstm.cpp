#include "ops/lstm.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kGates = 4;

Shape gates_shape(SequenceDims d) { return {d.steps, d.batch, kGates, d.width}; }

}  // namespace

template <class Real>
LstmOp<Real>::LstmOp(Arena<Real>& arena, std::string name, Tensor<Real>& gate_input, Tensor<Real>& weight_hh,
                     Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state)
    : name_(std::move(name)),
      dims_(sequence_dims(hidden)),
      gate_input_(gate_input),
      weight_hh_(weight_hh),
      hidden_(hidden),
      initial_(initial),
      final_(final_state),
      weight_t_(arena.add(name_ + ".weight_hh_t", {dims_.width, kGates * dims_.width}, Grad::no)),
      gates_(arena.add(name_ + ".gates", gates_shape(dims_), Grad::no)),
      cell_(arena.add(name_ + ".cell", hidden.shape, Grad::no)),
      cell_tanh_(arena.add(name_ + ".cell_tanh", hidden.shape, Grad::no)),
      dgates_(arena.add(name_ + ".dgates", gates_shape(dims_), Grad::no)),
      dcell_(arena.add(name_ + ".dcell", {dims_.batch, dims_.width}, Grad::no)) {
  require_shape(gate_input.name, gate_input.shape, {dims_.steps, dims_.batch, kGates * dims_.width});
  require_shape(weight_hh.name, weight_hh.shape, {kGates * dims_.width, dims_.width});
  require_state(initial, dims_.batch, dims_.width);
  require_state(final_state, dims_.batch, dims_.width);
}

template <class Real>
LstmBuffers<Real> LstmOp<Real>::buffers() {
  return {gate_input_.value, weight_hh_.value, weight_t_.value, value_of(initial_.hidden), value_of(initial_.cell),
          hidden_.value,     gates_.value,     cell_.value,     cell_tanh_.value};
}

template <class Real>
void LstmOp<Real>::forward(const Pass& pass) {
  const std::size_t width = dims_.width, gates = kGates * width;
  if (pass.weights_changed) transpose(gates, width, weight_hh_.value.data(), width, weight_t_.value.data(), gates);
  lstm_forward(dims_, buffers());
  copy_last_step<Real>(hidden_.value, value_of(final_.hidden));
  copy_last_step<Real>(cell_.value, value_of(final_.cell));
}

template <class Real>
void LstmOp<Real>::backward(const Pass&) {
  add_to_last_step<Real>(grad_of(final_.hidden), hidden_.grad);
  std::ranges::fill(dcell_.value, Real(0));
  add_to_last_step<Real>(grad_of(final_.cell), dcell_.value);
  lstm_backward(
      dims_, buffers(),
      {hidden_.grad, dcell_.value, dgates_.value, gate_input_.grad, weight_hh_.grad, grad_of(initial_.hidden)});
  add_to_last_step<Real>(dcell_.value.first(grad_of(initial_.cell).size()), grad_of(initial_.cell));
}

template <class Real>
Cost LstmOp<Real>::cost() const {
  return product_cost(dims_.rows(), kGates * dims_.width, dims_.width);
}

template <class Real>
std::vector<Tap<Real>> LstmOp<Real>::taps() const {
  std::vector<Tap<Real>> taps = state_taps(name_, hidden_);
  taps.push_back({name_ + ".cell", {"time", "batch", "unit"}, cell_.shape, cell_.value});
  taps.push_back({name_ + ".gates", {"time", "batch", "gate", "unit"}, gates_.shape, gates_.value});
  return taps;
}

template class LstmOp<float>;
template class LstmOp<double>;

}  // namespace unrolled
