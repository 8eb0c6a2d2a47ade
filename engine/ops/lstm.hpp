#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/recurrent_lstm.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// What an LSTM may have beyond the plain one. Formulas: kernels/recurrent_lstm.hpp.
template <class Real>
struct LstmVariant {
  struct Norm {
    Tensor<Real>*weight = nullptr, *bias = nullptr;
    bool exists() const { return weight != nullptr; }
  };
  GateMode input = GateMode::learned, forget = GateMode::learned, output = GateMode::learned;
  Tensor<Real>* peephole = nullptr;  ///< [3,H], of i f o (Gers and Schmidhuber 2000)
  Norm recurrent;                    ///< [4H], of h[t-1] W_hh' (Ba, Kiros and Hinton 2016)
  Norm cell;                         ///< [H], of c[t] before its tanh

  bool plain() const {
    return peephole == nullptr && !recurrent.exists() && !cell.exists() && input == GateMode::learned &&
           forget == GateMode::learned && output == GateMode::learned;
  }
};

/// LSTM over a whole sequence (torch.nn.LSTM, one layer, one direction), inputs already projected:
/// (i,f,g,o)[t] = (sigmoid,sigmoid,tanh,sigmoid)(gate_input[t] + h[t-1] W_hh')
/// c[t] = f c[t-1] + i g;  h[t] = o tanh(c[t])          (Hochreiter and Schmidhuber 1997; Gers et al. 2000)
/// gate_input [T,B,4H] = x W_ih' + b_ih + b_hh, rows in gate order i f g o; weight_hh [4H,H]; hidden [T,B,H].
/// A variant that is not plain takes a slower way of its own.
/// gate_input is this op's alone: forward leaves the gates in it, and backward writes its gradient without adding.
/// After backward hidden.grad holds the total dL/dh[t]. Taps, for name = "lstm.0": `name`.hidden, `name`.cell,
/// `name`.gates [time,batch,gate,unit], and `name`.hidden_grad where there is one.
template <class Real>
class LstmOp final : public Op<Real> {
 public:
  LstmOp(Arena<Real>& arena, std::string name, Tensor<Real>& gate_input, Tensor<Real>& weight_hh, Tensor<Real>& hidden,
         RecurrentState<Real> initial = {}, RecurrentState<Real> final_state = {}, LstmVariant<Real> variant = {});
  std::string_view kind() const override { return "lstm"; }
  std::vector<const Tensor<Real>*> parameters() const override {
    return {&weight_hh_,          variant_.peephole, variant_.recurrent.weight, variant_.recurrent.bias,
            variant_.cell.weight, variant_.cell.bias};
  }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  Cost cost() const override;
  std::vector<Tap<Real>> taps() const override;

 private:
  /// What a norm keeps for backward.
  struct NormWork {
    Tensor<Real>*rows = nullptr, *mean = nullptr, *rstd = nullptr, *drows = nullptr;
  };

  void check_variant() const;
  NormWork norm_work(Arena<Real>& arena, const std::string& name, const Shape& rows, const Shape& drows) const;
  LstmBuffers<Real> buffers();
  LstmExtras<Real> extras() const;
  LstmExtraGradients<Real> extra_gradients() const;

  std::string name_;
  SequenceDims dims_;
  Tensor<Real>& gate_input_;
  Tensor<Real>& weight_hh_;
  Tensor<Real>& hidden_;
  RecurrentState<Real> initial_;
  RecurrentState<Real> final_;
  const LstmVariant<Real> variant_;
  Tensor<Real>& weight_t_;   // [H,4H], rows recurrent_stride() apart
  Tensor<Real>& cell_;       // [T,B,H]
  Tensor<Real>& cell_tanh_;  // [T,B,H]
  Tensor<Real>& dcell_;      // [B,H]: dL/dc of the step at hand
  NormWork recurrent_norm_;  // rows: the product [T,B,4,H]
  Tensor<Real>* normed_product_ = nullptr;
  NormWork cell_norm_;  // rows: the normed cell [T,B,H]; drows of one step, [B,H]
};

}  // namespace unrolled
