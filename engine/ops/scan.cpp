#include "ops/scan.hpp"

#include "ops/check.hpp"

namespace unrolled {

template <class Real>
ScanOp<Real>::ScanOp(Arena<Real>&, std::string name, Tensor<Real>& keep, Tensor<Real>& add, Tensor<Real>& state,
                     RecurrentState<Real> initial, RecurrentState<Real> final_state)
    : name_(std::move(name)),
      dims_(sequence_dims(state)),
      keep_(keep),
      add_(add),
      state_(state),
      initial_(initial),
      final_(final_state) {
  require_shape(keep.name, keep.shape, state.shape);
  require_shape(add.name, add.shape, state.shape);
  require_state(initial, dims_.batch, dims_.width);
  require_state(final_state, dims_.batch, dims_.width);
}

template <class Real>
ScanBuffers<Real> ScanOp<Real>::buffers() {
  return {keep_.value, add_.value, value_of(initial_.hidden), state_.value};
}

template <class Real>
void ScanOp<Real>::forward(const Pass&) {
  scan_forward(dims_, buffers());
  copy_last_step<Real>(state_.value, value_of(final_.hidden));
}

template <class Real>
void ScanOp<Real>::backward(const Pass&) {
  add_to_last_step<Real>(grad_of(final_.hidden), state_.grad);
  scan_backward(dims_, buffers(), {state_.grad, keep_.grad, add_.grad, grad_of(initial_.hidden)});
}

template <class Real>
std::vector<Tap<Real>> ScanOp<Real>::taps() const {
  return state_taps(name_, state_);
}

template <class Real>
MinimalGatesOp<Real>::MinimalGatesOp(Arena<Real>&, MinimalGates gates, Tensor<Real>& x, Tensor<Real>& keep,
                                     Tensor<Real>& add)
    : gates_(gates), x_(x), keep_(keep), add_(add) {
  require_rows(x.name, x.shape, keep.shape.rows(), gate_count(gates) * keep.shape.last());
  require_shape(add.name, add.shape, keep.shape);
}

template <class Real>
void MinimalGatesOp<Real>::forward(const Pass&) {
  minimal_gates_forward<Real>(gates_, keep_.shape.rows(), keep_.shape.last(), x_.value, keep_.value, add_.value);
}

template <class Real>
void MinimalGatesOp<Real>::backward(const Pass&) {
  minimal_gates_backward<Real>(gates_, keep_.shape.rows(), keep_.shape.last(), x_.value, keep_.grad, add_.grad,
                               x_.grad);
}

template class ScanOp<float>;
template class ScanOp<double>;
template class MinimalGatesOp<float>;
template class MinimalGatesOp<double>;

}  // namespace unrolled
