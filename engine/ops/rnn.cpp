#include "ops/rnn.hpp"

#include "kernels/gemm.hpp"
#include "ops/check.hpp"

namespace unrolled {
template <class Real>
RnnOp<Real>::RnnOp(Arena<Real>& arena, std::string name, Nonlinearity nonlinearity, Tensor<Real>& gate_input,
                   Tensor<Real>& weight_hh, Tensor<Real>& hidden, RecurrentState<Real> initial,
                   RecurrentState<Real> final_state)
    : name_(std::move(name)),
      nonlinearity_(nonlinearity),
      dims_(sequence_dims(hidden)),
      gate_input_(gate_input),
      weight_hh_(weight_hh),
      hidden_(hidden),
      initial_(initial),
      final_(final_state),
      weight_t_(arena.add(name_ + ".weight_hh_t", {dims_.width, recurrent_stride(dims_.width)}, Grad::no)) {
  require_shape(gate_input.name, gate_input.shape, hidden.shape);
  require_shape(weight_hh.name, weight_hh.shape, {dims_.width, dims_.width});
  require_state(initial, dims_.batch, dims_.width);
  require_state(final_state, dims_.batch, dims_.width);
}

template <class Real>
RnnBuffers<Real> RnnOp<Real>::buffers() {
  return {gate_input_.value, weight_hh_.value, weight_t_.value, value_of(initial_.hidden), hidden_.value};
}

template <class Real>
void RnnOp<Real>::forward(const Pass& pass) {
  const std::size_t width = dims_.width;
  if (pass.weights_changed)
    transpose(width, width, weight_hh_.value.data(), width, weight_t_.value.data(), recurrent_stride(width));
  rnn_forward(dims_, nonlinearity_, buffers());
  copy_last_step<Real>(hidden_.value, value_of(final_.hidden));
}

template <class Real>
void RnnOp<Real>::backward(const Pass&) {
  add_to_last_step<Real>(grad_of(final_.hidden), hidden_.grad);
  rnn_backward(dims_, nonlinearity_, buffers(),
               {hidden_.grad, gate_input_.grad, weight_hh_.grad, grad_of(initial_.hidden)});
}

template <class Real>
Cost RnnOp<Real>::cost() const {
  return product_cost(dims_.rows(), dims_.width, dims_.width);
}

template <class Real>
std::vector<Tap<Real>> RnnOp<Real>::taps() const {
  return state_taps(name_, hidden_);
}

template class RnnOp<float>;
template class RnnOp<double>;

}  // namespace unrolled
