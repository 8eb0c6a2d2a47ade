#pragma once
#include "models/kind.hpp"

namespace unrolled {

/// "rnn": torch.nn.RNN, a stack of Elman layers with tanh or ReLU, between an embedding and a linear head.
const ModelKind& rnn_kind();

}  // namespace unrolled
