#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/scan_diagonal.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// The parameters of N eigenvalues, [N] each: lambda = exp(-exp(nu_log) + i exp(theta_log)), so that |lambda| < 1 whatever
/// training does, and the input's gain gamma = exp(gamma_log). Without theta_log lambda is real.
template <class Real>
struct DiagonalParameters {
  Tensor<Real>*nu_log, *theta_log, *gamma_log;
};

/// A diagonal linear system over a whole sequence: h[t] = lambda h[t-1] + gamma x[t] (LRU, Orvieto et al. 2023).
/// x and state [T,B,P*N]: real parts, then, if P = 2, imaginary parts. After backward state.grad holds the total
/// dL/dh[t]. Taps, for name = "state_space.0": `name`.hidden, and `name`.hidden_grad where there is one.
template <class Real>
class DiagonalOp final : public Op<Real> {
 public:
  DiagonalOp(Arena<Real>& arena, std::string name, DiagonalParameters<Real> parameters, Tensor<Real>& x,
             Tensor<Real>& state, RecurrentState<Real> initial = {}, RecurrentState<Real> final_state = {});
  std::string_view kind() const override { return "diagonal"; }
  std::vector<const Tensor<Real>*> parameters() const override {
    return {parameters_.nu_log, parameters_.theta_log, parameters_.gamma_log};
  }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

 private:
  Diagonal diagonal() const { return parameters_.theta_log == nullptr ? Diagonal::real : Diagonal::complex; }
  DiagonalBuffers<Real> buffers();
  /// From dlambda and dgamma: the parameters.
  void parameter_gradients();

  std::string name_;
  DiagonalParameters<Real> parameters_;
  SequenceDims dims_;  // width N
  Tensor<Real>& x_;
  Tensor<Real>& state_;
  RecurrentState<Real> initial_;
  RecurrentState<Real> final_;
  Tensor<Real>& eigenvalue_;   // [P,N]
  Tensor<Real>& gain_;         // [N]
  Tensor<Real>& deigenvalue_;  // [P,N]
  Tensor<Real>& dgain_;        // [N]
};

/// y = x + scale u, scale [H] for each row of u: what a linear system lets pass without remembering it. x, u, y: N rows
/// of H.
template <class Real>
class FeedthroughOp final : public Op<Real> {
 public:
  FeedthroughOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& u, Tensor<Real>& scale, Tensor<Real>& y);
  std::string_view kind() const override { return "feedthrough"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&scale_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& u_;
  Tensor<Real>& scale_;
  Tensor<Real>& y_;
};

}  // namespace unrolled
