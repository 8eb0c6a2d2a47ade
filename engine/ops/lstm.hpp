#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/recurrent.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// LSTM over a whole sequence (torch.nn.LSTM, one layer, one direction), inputs already projected:
/// (i,f,g,o)[t] = (sigmoid,sigmoid,tanh,sigmoid)(gate_input[t] + h[t-1] W_hh')
/// c[t] = f c[t-1] + i g;  h[t] = o tanh(c[t])          (Hochreiter and Schmidhuber 1997; Gers et al. 2000)
/// gate_input [T,B,4H] = x W_ih' + b_ih + b_hh, rows in gate order i f g o; weight_hh [4H,H]; hidden [T,B,H].
/// After backward hidden.grad holds the total dL/dh[t]. Taps, for name = "lstm.0": `name`.hidden, `name`.cell,
/// `name`.gates [time,batch,gate,unit], and `name`.hidden_grad where there is one.
template <class Real>
class LstmOp final : public Op<Real> {
 public:
  LstmOp(Arena<Real>& arena, std::string name, Tensor<Real>& gate_input, Tensor<Real>& weight_hh, Tensor<Real>& hidden,
         RecurrentState<Real> initial = {}, RecurrentState<Real> final_state = {});
  std::string_view kind() const override { return "lstm"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  LstmBuffers<Real> buffers();

  std::string name_;
  SequenceDims dims_;
  Tensor<Real>& gate_input_;
  Tensor<Real>& weight_hh_;
  Tensor<Real>& hidden_;
  RecurrentState<Real> initial_;
  RecurrentState<Real> final_;
  Tensor<Real>& weight_t_;   // [H,4H]
  Tensor<Real>& gates_;      // [T,B,4,H], after their nonlinearities
  Tensor<Real>& cell_;       // [T,B,H]
  Tensor<Real>& cell_tanh_;  // [T,B,H]
  Tensor<Real>& dgates_;     // [T,B,4,H]: dL/d(pre-activation)
  Tensor<Real>& dcell_;      // [B,H]: dL/dc of the step at hand
};

}  // namespace unrolled
