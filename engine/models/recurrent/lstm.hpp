#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "lstm": torch.nn.LSTM, a stack of layers with input, forget and output gates, between an embedding and a linear head.
const ModelKind& lstm_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_lstm(const Options& options, Signature signature);

}  // namespace unrolled
