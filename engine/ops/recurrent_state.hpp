#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/tensor.hpp"
#include "kernels/recurrent.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// The state of a recurrent layer outside a sequence, [B,H] each; nullptr where nothing is given or wanted.
/// `cell` is used by the LSTM only. As an initial state: absent means zeros, and a tensor with a gradient
/// receives one. As a final state: written by forward, and its gradient, if it has one, flows back.
template <class Real>
struct RecurrentState {
  Tensor<Real>* hidden = nullptr;
  Tensor<Real>* cell = nullptr;
};

/// T, B, H of a layer's hidden states [T,B,H]; throws for another rank.
template <class Real>
SequenceDims sequence_dims(const Tensor<Real>& hidden);

/// Throws unless what is given has the shape [batch,width].
template <class Real>
void require_state(const RecurrentState<Real>& state, std::size_t batch, std::size_t width);

/// The values or gradients of a tensor that may be absent: then empty.
template <class Real>
std::span<Real> value_of(Tensor<Real>* tensor) {
  return tensor == nullptr ? std::span<Real>() : tensor->value;
}
template <class Real>
std::span<Real> grad_of(Tensor<Real>* tensor) {
  return tensor == nullptr ? std::span<Real>() : tensor->grad;
}

/// to = the last to.size() elements of the sequence; nothing where `to` is empty.
template <class Real>
void copy_last_step(std::span<const Real> sequence, std::span<Real> to);

/// `name`.hidden, and `name`.hidden_grad where there is one: [time,batch,unit].
template <class Real>
std::vector<Tap<Real>> state_taps(const std::string& name, const Tensor<Real>& hidden);

/// The last from.size() elements of the sequence += from.
template <class Real>
void add_to_last_step(std::span<const Real> from, std::span<Real> sequence);

}  // namespace unrolled
