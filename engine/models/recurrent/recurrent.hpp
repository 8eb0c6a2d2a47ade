#pragma once
#include <string>
#include <vector>

#include "models/model.hpp"
#include "models/recurrent/recurrent_kind.hpp"
#include "models/recurrent/state_decoder.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// Embedding, a stack of recurrent layers, a linear head: torch.nn.Embedding + torch.nn.RNN/GRU/LSTM + torch.nn.Linear.
/// Parameters: embedding.weight [V,E]; `name`.weight_ih_l0 [G*H,E], `name`.weight_hh_l0 [G*H,H], bias_ih_l0,
/// bias_hh_l0 [G*H], the same ending in _reverse where a second network reads backwards, and so on for each layer, which
/// reads H or 2H numbers; head.weight [O,H or 2H], head.bias [O]. Embeddings start as N(0,1), everything else uniform in
/// +-1/sqrt(H): PyTorch's defaults. A task of numbers has no embedding: they are read as they are.
///
/// The embedding is folded: the first layer's projection x W_ih' + b_ih + b_hh is made once per symbol, a table of
/// V rows, and gathered for each position. The same numbers for less work, since V is smaller than B*T.
///
/// Of a sequence as a whole the head reads what each direction remembers at its end: forward at the last valid position,
/// backward at the first.
///
/// A family adds its cell: that is all that differs between an RNN, a GRU and an LSTM.
template <class Real>
class RecurrentModel : public Model<Real> {
 public:
  Layout layout() const override { return Layout::time_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;
  Tensor<Real>* read_out(Plan<Real>& plan, const Stream& stream, Tensor<Real>& x) override;
  std::unique_ptr<Decoder<Real>> decoder() override;

 protected:
  /// One layer in one direction.
  struct Layer {
    std::string suffix;  ///< of its parameters: "_l0", "_l0_reverse"
    Tensor<Real>*weight_ih, *weight_hh, *bias_ih, *bias_hh;
  };

  /// `name` is PyTorch's name of the stack ("rnn"), `gates` the number of rows of H in its projections.
  RecurrentModel(std::string name, std::size_t gates, RecurrentConfig config, Signature signature);

  /// Appends the cell of one layer. gate_input [T,B,G*H]; hidden [T,B,H]; taps are named after `tap_name`.
  virtual void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                        Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) = 0;
  /// Whether a state has a cell beside the hidden part.
  virtual bool has_cell_state() const { return false; }
  /// Which biases belong to gate_input.
  struct InputBiases {
    Tensor<Real>*first, *second;
  };
  virtual InputBiases input_biases(const Layer& layer) const { return {layer.bias_ih, layer.bias_hh}; }
  /// What becomes of the projected inputs before the cell reads them.
  virtual Tensor<Real>& refine_input(Plan<Real>&, const Layer&, Tensor<Real>& projected) { return projected; }

  const RecurrentConfig config_;
  const Signature signature_;
  std::vector<Layer> layers_;  ///< layer by layer, forward before backward

 private:
  struct LayerState {
    RecurrentState<Real> before, after;
  };

  std::size_t directions() const { return config_.bidirectional ? 2 : 1; }
  void add_layer(const std::string& suffix, std::size_t in);
  /// Of a plan: the layer in one direction.
  void begin_layer(Plan<Real>& plan, std::size_t layer, std::size_t direction) const;
  std::string tap_name(std::size_t layer, std::size_t direction) const {
    return name_ + "." + std::to_string(layer) + (direction == 1 ? ".reverse" : "");
  }
  /// For a task of symbols: the first layer's projection of every symbol, [V,G*H], for each direction.
  std::vector<Tensor<Real>*> build_tables(Plan<Real>& plan);
  Tensor<Real>& build_stack(Plan<Real>& plan, const Stream& stream, const std::vector<Tensor<Real>*>& tables,
                            const std::vector<LayerState>& states);
  /// The first layer's inputs, projected.
  Tensor<Real>& first_gate_input(Plan<Real>& plan, const Stream& stream, const std::vector<Tensor<Real>*>& tables,
                                 std::size_t direction);
  Tensor<Real>& gate_input(Plan<Real>& plan, const Stream& stream, std::size_t layer, Tensor<Real>& below);
  Tensor<Real>& in_order(Plan<Real>& plan, const Stream& stream, std::size_t direction, Tensor<Real>& x,
                         Grad grad = Grad::yes);

  const std::string name_;
  const std::size_t gates_;
  Tensor<Real>* embedding_ = nullptr;
  Tensor<Real>* head_weight_;
  Tensor<Real>* head_bias_;
};

}  // namespace unrolled
