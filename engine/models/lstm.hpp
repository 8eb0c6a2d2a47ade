#pragma once
#include "models/kind.hpp"

namespace unrolled {

/// "lstm": torch.nn.LSTM, a stack of layers with input, forget and output gates, between an embedding and a linear head.
const ModelKind& lstm_kind();

}  // namespace unrolled
