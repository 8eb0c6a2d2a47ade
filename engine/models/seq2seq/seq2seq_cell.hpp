#pragma once
#include <string>

#include "ops/recurrent_state.hpp"
#include "plan/plan.hpp"

// One layer of a recurrent encoder or decoder, of any of the three cells.

namespace unrolled::seq2seq {

enum class Cell { rnn, gru, lstm };

/// Values that a unit's gates take from the input: 1, 3 (r z n) or 4 (i f g o).
std::size_t gate_count(Cell cell);

/// A part of a plan whose table the first layer's products read.
template <class Real>
void begin_embedding(Plan<Real>& plan, const char* name, const Tensor<Real>& table);

/// PyTorch's parameters of a layer, for G gates: weight_ih [G*H,in], weight_hh [G*H,H], biases [G*H].
template <class Real>
struct CellLayer {
  Tensor<Real>*weight_ih, *weight_hh, *bias_ih, *bias_hh;
};

/// A state of the cell with gradients, [B,H] each, as `name`.hidden and `name`.cell.
template <class Real>
RecurrentState<Real> new_state(Plan<Real>& plan, const std::string& name, Cell cell, std::size_t batch,
                               std::size_t width);

/// What the cell reads, x: rows of `in` to rows of G*H.
template <class Real>
Tensor<Real>& gate_input(Plan<Real>& plan, const std::string& name, Cell cell, Tensor<Real>& x,
                         const CellLayer<Real>& layer);

/// Keeps the state at zero until a row begins, for rows that end together with the batch: see WaitForRowOp.
template <class Real>
void wait_for_rows(Plan<Real>& plan, Cell cell, Tensor<Real>& gate_input, const Indices& lengths);

/// Whether a layer shows its taps: one that is a single step of an unrolled decoder does not.
enum class Taps { none, shown };

/// The layer over gate_input [T,B,G*H]; returns its hidden state [T,B,H]. Taps are named after `name`.
template <class Real>
Tensor<Real>& run_cell(Plan<Real>& plan, const std::string& name, Cell cell, const CellLayer<Real>& layer,
                       Tensor<Real>& gate_input, RecurrentState<Real> initial, RecurrentState<Real> final_state,
                       Taps taps);

}  // namespace unrolled::seq2seq
