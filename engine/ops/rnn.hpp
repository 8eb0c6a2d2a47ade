#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/recurrent.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// Elman network over a whole sequence (torch.nn.RNN, one layer, one direction), inputs already projected:
/// h[t] = f(gate_input[t] + h[t-1] W_hh'), f = tanh or relu.
/// gate_input [T,B,H] = x W_ih' + b_ih + b_hh, whose gradient backward writes without adding, as nobody else may read
/// it; weight_hh [H,H]; hidden [T,B,H]. After backward hidden.grad holds the total dL/dh[t]. Taps: `name`.hidden, and
/// `name`.hidden_grad where there is one, for name = "rnn.0".
template <class Real>
class RnnOp final : public Op<Real> {
 public:
  RnnOp(Arena<Real>& arena, std::string name, Nonlinearity nonlinearity, Tensor<Real>& gate_input,
        Tensor<Real>& weight_hh, Tensor<Real>& hidden, RecurrentState<Real> initial = {},
        RecurrentState<Real> final_state = {});
  std::string_view kind() const override { return "rnn"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&weight_hh_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  RnnBuffers<Real> buffers();

  std::string name_;
  Nonlinearity nonlinearity_;
  SequenceDims dims_;
  Tensor<Real>& gate_input_;
  Tensor<Real>& weight_hh_;
  Tensor<Real>& hidden_;
  RecurrentState<Real> initial_;
  RecurrentState<Real> final_;
  Tensor<Real>& weight_t_;  // [H,H], rows recurrent_stride() apart
};

}  // namespace unrolled
