#include "ops/lstm.hpp"

#include <algorithm>

#include "kernels/gemm.hpp"
#include "ops/check.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kLstmGates = 4;

Shape lstm_gates_shape(SequenceDims d) { return {d.steps, d.batch, kLstmGates, d.width}; }

}  // namespace

template <class Real>
LstmOp<Real>::LstmOp(Arena<Real>& arena, std::string name, Tensor<Real>& gate_input, Tensor<Real>& weight_hh,
                     Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state,
                     LstmVariant<Real> variant)
    : name_(std::move(name)),
      dims_(sequence_dims(hidden)),
      gate_input_(gate_input),
      weight_hh_(weight_hh),
      hidden_(hidden),
      initial_(initial),
      final_(final_state),
      variant_(variant),
      weight_t_(arena.add(name_ + ".weight_hh_t", {dims_.width, recurrent_stride(kLstmGates * dims_.width)}, Grad::no)),
      cell_(arena.add(name_ + ".cell", hidden.shape, Grad::no)),
      cell_tanh_(arena.add(name_ + ".cell_tanh", hidden.shape, Grad::no)),
      dcell_(arena.add(name_ + ".dcell", {dims_.batch, dims_.width}, Grad::no)) {
  require_shape(gate_input.name, gate_input.shape, {dims_.steps, dims_.batch, kLstmGates * dims_.width});
  require_shape(weight_hh.name, weight_hh.shape, {kLstmGates * dims_.width, dims_.width});
  require_state(initial, dims_.batch, dims_.width);
  require_state(final_state, dims_.batch, dims_.width);
  check_variant();
  if (variant.recurrent.exists()) {
    recurrent_norm_ = norm_work(arena, ".product", lstm_gates_shape(dims_), lstm_gates_shape(dims_));
    normed_product_ = &arena.add(name_ + ".normed_product", {dims_.batch, kLstmGates * dims_.width}, Grad::no);
  }
  if (variant.cell.exists()) cell_norm_ = norm_work(arena, ".normed_cell", hidden.shape, dcell_.shape);
}

template <class Real>
void LstmOp<Real>::check_variant() const {
  const auto check = [](const Tensor<Real>* tensor, const Shape& shape) {
    if (tensor != nullptr) require_shape(tensor->name, tensor->shape, shape);
  };
  check(variant_.peephole, {kLstmGates - 1, dims_.width});
  for (const Tensor<Real>* tensor : {variant_.recurrent.weight, variant_.recurrent.bias})
    check(tensor, {kLstmGates * dims_.width});
  for (const Tensor<Real>* tensor : {variant_.cell.weight, variant_.cell.bias}) check(tensor, {dims_.width});
}

template <class Real>
typename LstmOp<Real>::NormWork LstmOp<Real>::norm_work(Arena<Real>& arena, const std::string& name, const Shape& rows,
                                                        const Shape& drows) const {
  const Shape each{dims_.steps, dims_.batch};
  return {&arena.add(name_ + name, rows, Grad::no), &arena.add(name_ + name + ".mean", each, Grad::no),
          &arena.add(name_ + name + ".rstd", each, Grad::no), &arena.add(name_ + name + ".d", drows, Grad::no)};
}

template <class Real>
LstmExtras<Real> LstmOp<Real>::extras() const {
  const NormWork &recurrent = recurrent_norm_, &cell = cell_norm_;
  return {variant_.input,
          variant_.forget,
          variant_.output,
          value_of(variant_.peephole),
          value_of(variant_.recurrent.weight),
          value_of(variant_.recurrent.bias),
          value_of(recurrent.rows),
          value_of(normed_product_),
          value_of(recurrent.mean),
          value_of(recurrent.rstd),
          value_of(variant_.cell.weight),
          value_of(variant_.cell.bias),
          value_of(cell.rows),
          value_of(cell.mean),
          value_of(cell.rstd)};
}

template <class Real>
LstmExtraGradients<Real> LstmOp<Real>::extra_gradients() const {
  return {grad_of(variant_.peephole),    grad_of(variant_.recurrent.weight), grad_of(variant_.recurrent.bias),
          grad_of(variant_.cell.weight), grad_of(variant_.cell.bias),        value_of(recurrent_norm_.drows),
          value_of(cell_norm_.drows)};
}

template <class Real>
LstmBuffers<Real> LstmOp<Real>::buffers() {
  return {weight_hh_.value,  weight_t_.value, value_of(initial_.hidden), value_of(initial_.cell), hidden_.value,
          gate_input_.value, cell_.value,     cell_tanh_.value};
}

template <class Real>
void LstmOp<Real>::forward(const Pass& pass) {
  const std::size_t width = dims_.width, gates = kLstmGates * width;
  if (pass.weights_changed)
    transpose(gates, width, weight_hh_.value.data(), width, weight_t_.value.data(), recurrent_stride(gates));
  if (variant_.plain())
    lstm_forward(dims_, buffers());
  else
    lstm_extended_forward(dims_, buffers(), extras());
  copy_last_step<Real>(hidden_.value, value_of(final_.hidden));
  copy_last_step<Real>(cell_.value, value_of(final_.cell));
}

template <class Real>
void LstmOp<Real>::backward(const Pass&) {
  add_to_last_step<Real>(grad_of(final_.hidden), hidden_.grad);
  std::ranges::fill(dcell_.value, Real(0));
  add_to_last_step<Real>(grad_of(final_.cell), dcell_.value);
  const LstmGradients<Real> gradients{hidden_.grad, dcell_.value, gate_input_.grad, weight_hh_.grad,
                                      grad_of(initial_.hidden)};
  if (variant_.plain())
    lstm_backward(dims_, buffers(), gradients);
  else
    lstm_extended_backward(dims_, buffers(), extras(), gradients, extra_gradients());
  add_to_last_step<Real>(dcell_.value.first(grad_of(initial_.cell).size()), grad_of(initial_.cell));
}

template <class Real>
Cost LstmOp<Real>::cost() const {
  return product_cost(dims_.rows(), kLstmGates * dims_.width, dims_.width);
}

template <class Real>
std::vector<Tap<Real>> LstmOp<Real>::taps() const {
  std::vector<Tap<Real>> taps = state_taps(name_, hidden_);
  taps.push_back({name_ + ".cell", {"time", "batch", "unit"}, cell_.shape, cell_.value});
  taps.push_back({name_ + ".gates", {"time", "batch", "gate", "unit"}, lstm_gates_shape(dims_), gate_input_.value});
  return taps;
}

template class LstmOp<float>;
template class LstmOp<double>;

}  // namespace unrolled
