#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/gru.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// GRU over a whole sequence (torch.nn.GRU, one layer, one direction), inputs already projected, x = gate_input[t]:
/// r = sigmoid(x_r + h[t-1] W_hr' + b_hr);  z = sigmoid(x_z + h[t-1] W_hz' + b_hz)
/// n = tanh(x_n + r (h[t-1] W_hn' + b_hn)), or with Reset::before tanh(x_n + (r h[t-1]) W_hn' + b_hn)
/// h[t] = (1 - z) n + z h[t-1]                                                      (Cho et al. 2014)
/// gate_input [T,B,3H] = x W_ih' + b_ih, rows in gate order r z n; weight_hh [3H,H]; bias_hh [3H]; hidden [T,B,H].
/// gate_input is this op's alone: forward leaves the gates in it, and backward writes its gradient without adding.
/// After backward hidden.grad holds the total dL/dh[t]. Taps, for name = "gru.0": `name`.hidden, `name`.gates
/// [time,batch,gate,unit], and `name`.hidden_grad where there is one.
template <class Real>
class GruOp final : public Op<Real> {
 public:
  GruOp(Arena<Real>& arena, std::string name, Reset reset, Tensor<Real>& gate_input, Tensor<Real>& weight_hh,
        Tensor<Real>& bias_hh, Tensor<Real>& hidden, RecurrentState<Real> initial = {},
        RecurrentState<Real> final_state = {});
  std::string_view kind() const override { return "gru"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&weight_hh_, &bias_hh_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  GruBuffers<Real> buffers();

  std::string name_;
  Reset reset_;
  SequenceDims dims_;
  Tensor<Real>& gate_input_;
  Tensor<Real>& weight_hh_;
  Tensor<Real>& bias_hh_;
  Tensor<Real>& hidden_;
  RecurrentState<Real> initial_;
  RecurrentState<Real> final_;
  Tensor<Real>& weight_t_;  // [H,3H], rows recurrent_stride() apart
  Tensor<Real>& inner_;     // [T,B,H], see GruBuffers
  Tensor<Real>& dinner_;    // see GruGradients
};

}  // namespace unrolled
