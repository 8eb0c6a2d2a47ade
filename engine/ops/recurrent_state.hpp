#pragma once
#include "core/tensor.hpp"

namespace unrolled {

/// The state of a recurrent layer outside a sequence, [B,H] each; nullptr where nothing is given or wanted.
/// `cell` is used by the LSTM only. As an initial state: absent means zeros, and a tensor with a gradient
/// receives one. As a final state: written by forward, and its gradient, if it has one, flows back.
template <class Real>
struct RecurrentState {
  Tensor<Real>* hidden = nullptr;
  Tensor<Real>* cell = nullptr;
};

}  // namespace unrolled
