#include "ops/gru.hpp"

#include "kernels/gemm.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kGruGates = 3;

Shape gru_gates_shape(SequenceDims d) { return {d.steps, d.batch, kGruGates, d.width}; }

}  // namespace

template <class Real>
GruOp<Real>::GruOp(Arena<Real>& arena, std::string name, Reset reset, Tensor<Real>& gate_input, Tensor<Real>& weight_hh,
                   Tensor<Real>& bias_hh, Tensor<Real>& hidden, RecurrentState<Real> initial,
                   RecurrentState<Real> final_state)
    : name_(std::move(name)),
      reset_(reset),
      dims_(sequence_dims(hidden)),
      gate_input_(gate_input),
      weight_hh_(weight_hh),
      bias_hh_(bias_hh),
      hidden_(hidden),
      initial_(initial),
      final_(final_state),
      weight_t_(arena.add(name_ + ".weight_hh_t", {dims_.width, recurrent_stride(kGruGates * dims_.width)}, Grad::no)),
      inner_(arena.add(name_ + ".inner", hidden.shape, Grad::no)),
      dinner_(
          arena.add(name_ + ".dinner", {reset == Reset::after ? dims_.steps : 1, dims_.batch, dims_.width}, Grad::no)) {
  require_shape(gate_input.name, gate_input.shape, {dims_.steps, dims_.batch, kGruGates * dims_.width});
  require_shape(weight_hh.name, weight_hh.shape, {kGruGates * dims_.width, dims_.width});
  require_shape(bias_hh.name, bias_hh.shape, {kGruGates * dims_.width});
  require_state(initial, dims_.batch, dims_.width);
  require_state(final_state, dims_.batch, dims_.width);
}

template <class Real>
GruBuffers<Real> GruOp<Real>::buffers() {
  return {weight_hh_.value, weight_t_.value,   bias_hh_.value, value_of(initial_.hidden),
          hidden_.value,    gate_input_.value, inner_.value};
}

template <class Real>
void GruOp<Real>::forward(const Pass& pass) {
  const std::size_t width = dims_.width, gates = kGruGates * width;
  if (pass.weights_changed)
    transpose(gates, width, weight_hh_.value.data(), width, weight_t_.value.data(), recurrent_stride(gates));
  gru_forward(dims_, reset_, buffers());
  copy_last_step<Real>(hidden_.value, value_of(final_.hidden));
}

template <class Real>
void GruOp<Real>::backward(const Pass&) {
  add_to_last_step<Real>(grad_of(final_.hidden), hidden_.grad);
  gru_backward(
      dims_, reset_, buffers(),
      {hidden_.grad, gate_input_.grad, dinner_.value, weight_hh_.grad, bias_hh_.grad, grad_of(initial_.hidden)});
}

template <class Real>
Cost GruOp<Real>::cost() const {
  return product_cost(dims_.rows(), kGruGates * dims_.width, dims_.width);
}

template <class Real>
std::vector<Tap<Real>> GruOp<Real>::taps() const {
  std::vector<Tap<Real>> taps = state_taps(name_, hidden_);
  taps.push_back({name_ + ".gates", {"time", "batch", "gate", "unit"}, gru_gates_shape(dims_), gate_input_.value});
  return taps;
}

template class GruOp<float>;
template class GruOp<double>;

}  // namespace unrolled
