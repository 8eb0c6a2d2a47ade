#pragma once
#include <string>
#include <vector>

#include "core/options.hpp"
#include "models/model.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

struct RecurrentConfig {
  std::size_t embedding_size;  ///< 0: one-hot input
  std::size_t hidden_size;
  std::size_t num_layers;
  double dropout;  ///< between layers, as in torch.nn.RNN
};

/// The options that every recurrent family shares, in two parts so that a family can put its own between them.
OptionTable recurrent_size_options();
OptionTable recurrent_dropout_options();
RecurrentConfig recurrent_config(const Options& options);

/// Embedding, a stack of recurrent layers, a linear head: torch.nn.Embedding + torch.nn.RNN/LSTM + torch.nn.Linear.
/// Parameters: embedding.weight [V,E]; `name`.weight_ih_l0 [G*H,E], `name`.weight_hh_l0 [G*H,H], bias_ih_l0,
/// bias_hh_l0 [G*H], and so on for each layer; head.weight [V,H], head.bias [V]. Embeddings start as N(0,1),
/// everything else uniform in +-1/sqrt(H): PyTorch's defaults.
///
/// The embedding is folded: the first layer's projection x W_ih' + b_ih + b_hh is made once per symbol, a table of
/// V rows, and gathered for each position. The same numbers for less work, since V is smaller than B*T.
///
/// A family adds its cell: that is all that differs between an RNN, a GRU and an LSTM.
template <class Real>
class RecurrentModel : public Model<Real> {
 public:
  Layout layout() const override { return Layout::time_major; }
  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override;
  std::unique_ptr<Decoder<Real>> decoder() override;

 protected:
  struct Layer {
    Tensor<Real>*weight_ih, *weight_hh, *bias_ih, *bias_hh;
  };

  /// `name` is PyTorch's name of the stack ("rnn"), `gates` the number of rows of H in its projections.
  RecurrentModel(std::string name, std::size_t gates, RecurrentConfig config, Signature signature);

  /// Appends the cell of one layer. gate_input [T,B,G*H]; hidden [T,B,H]; taps are named after `tap_name`.
  virtual void add_cell(Plan<Real>& plan, const std::string& tap_name, const Layer& layer, Tensor<Real>& gate_input,
                        Tensor<Real>& hidden, RecurrentState<Real> initial, RecurrentState<Real> final_state) = 0;
  /// Whether a state has a cell beside the hidden part.
  virtual bool has_cell_state() const { return false; }

  const RecurrentConfig config_;
  const Signature signature_;
  std::vector<Layer> layers_;

 private:
  class StateDecoder;
  struct LayerState {
    RecurrentState<Real> before, after;
  };

  void add_layer(const std::string& suffix, std::size_t in);
  /// The first layer's projection of every symbol, [V,G*H].
  Tensor<Real>& build_table(Plan<Real>& plan);
  Tensor<Real>& build_layers(Plan<Real>& plan, const Indices& tokens, Tensor<Real>& table, BatchDims dims,
                             const std::vector<LayerState>& states);

  const std::string name_;
  const std::size_t gates_;
  Tensor<Real>* embedding_ = nullptr;
  Tensor<Real>* head_weight_;
  Tensor<Real>* head_bias_;
};

}  // namespace unrolled
