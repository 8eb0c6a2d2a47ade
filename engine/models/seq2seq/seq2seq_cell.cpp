#include "models/seq2seq/seq2seq_cell.hpp"

#include "models/parts.hpp"
#include "ops/gru.hpp"
#include "ops/linear.hpp"
#include "ops/lstm.hpp"
#include "ops/rnn.hpp"
#include "ops/select.hpp"

namespace unrolled::seq2seq {
namespace {

/// An op without its taps.
template <class Real, class Inner>
class QuietOp final : public Op<Real> {
 public:
  template <class... Arguments>
  explicit QuietOp(Arena<Real>& arena, Arguments&&... arguments)
      : inner_(arena, std::forward<Arguments>(arguments)...) {}
  std::string_view kind() const override { return inner_.kind(); }
  void forward(const Pass& pass) override { inner_.forward(pass); }
  void backward(const Pass& pass) override { inner_.backward(pass); }
  Cost cost() const override { return inner_.cost(); }
  std::vector<const Tensor<Real>*> parameters() const override { return inner_.parameters(); }

 private:
  Inner inner_;
};

template <class CellOp, class Real, class... Arguments>
void add_cell(Plan<Real>& plan, Taps taps, const std::string& name, Arguments&&... arguments) {
  if (taps == Taps::shown)
    plan.template add<CellOp>(name, arguments...);
  else
    plan.template add<QuietOp<Real, CellOp>>(name, arguments...);
}

}  // namespace

std::size_t gate_count(Cell cell) { return cell == Cell::rnn ? 1 : cell == Cell::gru ? 3 : 4; }

template <class Real>
void begin_embedding(Plan<Real>& plan, const char* name, const Tensor<Real>& table) {
  plan.begin({.name = name, .kind = PartKind::embedding, .width = table.shape[1], .folded = table.name});
}

template <class Real>
RecurrentState<Real> new_state(Plan<Real>& plan, const std::string& name, Cell cell, std::size_t batch,
                               std::size_t width) {
  RecurrentState<Real> state{&plan.tensor(name + ".hidden", {batch, width}), nullptr};
  if (cell == Cell::lstm) state.cell = &plan.tensor(name + ".cell", {batch, width});
  return state;
}

template <class Real>
Tensor<Real>& gate_input(Plan<Real>& plan, const std::string& name, Cell cell, Tensor<Real>& x,
                         const CellLayer<Real>& layer) {
  Tensor<Real>* second_bias = cell == Cell::gru ? nullptr : layer.bias_hh;  // the GRU's reset gate acts on its own
  Tensor<Real>& y = plan.tensor(name, with_width(x.shape, layer.weight_ih->shape[0]));
  plan.template add<LinearOp<Real>>(x, *layer.weight_ih, layer.bias_ih, second_bias, y);
  return y;
}

template <class Real>
void wait_for_rows(Plan<Real>& plan, Cell cell, Tensor<Real>& gate_input, const Indices& lengths) {
  constexpr double kFar = 1e4;  // a sigmoid that far out is 0 or 1
  const std::size_t gate = cell == Cell::gru ? 1 : 0;
  const double value = cell == Cell::rnn ? 0 : cell == Cell::gru ? kFar : -kFar;
  plan.template add<WaitForRowOp<Real>>(gate_input, lengths, gate_count(cell), gate, value);
}

template <class Real>
Tensor<Real>& run_cell(Plan<Real>& plan, const std::string& name, Cell cell, const CellLayer<Real>& layer,
                       Tensor<Real>& gate_input, RecurrentState<Real> initial, RecurrentState<Real> final_state,
                       Taps taps) {
  Tensor<Real>& hidden = plan.tensor(name + ".hidden", with_width(gate_input.shape, layer.weight_hh->shape[1]));
  if (cell == Cell::rnn)
    add_cell<RnnOp<Real>>(plan, taps, name, Nonlinearity::tanh, gate_input, *layer.weight_hh, hidden, initial,
                          final_state);
  else if (cell == Cell::gru)
    add_cell<GruOp<Real>>(plan, taps, name, Reset::after, gate_input, *layer.weight_hh, *layer.bias_hh, hidden, initial,
                          final_state);
  else
    add_cell<LstmOp<Real>>(plan, taps, name, gate_input, *layer.weight_hh, hidden, initial, final_state);
  return hidden;
}

#define UNROLLED_INSTANTIATE(Real)                                                                                 \
  template void begin_embedding(Plan<Real>&, const char*, const Tensor<Real>&);                                    \
  template RecurrentState<Real> new_state(Plan<Real>&, const std::string&, Cell, std::size_t, std::size_t);        \
  template Tensor<Real>& gate_input(Plan<Real>&, const std::string&, Cell, Tensor<Real>&, const CellLayer<Real>&); \
  template void wait_for_rows(Plan<Real>&, Cell, Tensor<Real>&, const Indices&);                                   \
  template Tensor<Real>& run_cell(Plan<Real>&, const std::string&, Cell, const CellLayer<Real>&, Tensor<Real>&,    \
                                  RecurrentState<Real>, RecurrentState<Real>, Taps);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled::seq2seq
