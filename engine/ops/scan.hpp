#pragma once
#include <string>

#include "core/arena.hpp"
#include "kernels/scan.hpp"
#include "ops/op.hpp"
#include "ops/recurrent_state.hpp"

namespace unrolled {

/// h[t] = keep[t] h[t-1] + add[t], element by element; all [T,B,H] (Martin and Cundy 2018; Feng et al. 2024).
/// After backward state.grad holds the total dL/dh[t]. Taps, for name = "state_space.0": `name`.hidden, and
/// `name`.hidden_grad where there is one.
template <class Real>
class ScanOp final : public Op<Real> {
 public:
  ScanOp(Arena<Real>& arena, std::string name, Tensor<Real>& keep, Tensor<Real>& add, Tensor<Real>& state,
         RecurrentState<Real> initial = {}, RecurrentState<Real> final_state = {});
  std::string_view kind() const override { return "scan"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;
  std::vector<Tap<Real>> taps() const override;

 private:
  ScanBuffers<Real> buffers();

  std::string name_;
  SequenceDims dims_;
  Tensor<Real>& keep_;
  Tensor<Real>& add_;
  Tensor<Real>& state_;
  RecurrentState<Real> initial_;
  RecurrentState<Real> final_;
};

/// What a scan needs from projected inputs: the gates of a minGRU or a minLSTM, which know the input alone (Feng et al.
/// 2024). x [T,B,G*H], G = 2 (z, n) or 3 (f, i, n); keep and add [T,B,H]. Formulas: kernels/scan.hpp.
template <class Real>
class MinimalGatesOp final : public Op<Real> {
 public:
  MinimalGatesOp(Arena<Real>& arena, MinimalGates gates, Tensor<Real>& x, Tensor<Real>& keep, Tensor<Real>& add);
  std::string_view kind() const override { return "minimal_gates"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  MinimalGates gates_;
  Tensor<Real>& x_;
  Tensor<Real>& keep_;
  Tensor<Real>& add_;
};

}  // namespace unrolled
