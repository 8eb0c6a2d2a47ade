#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "rnn": torch.nn.RNN, a stack of Elman layers with tanh or ReLU, between an embedding and a linear head.
const ModelKind& rnn_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_rnn(const Options& options, Signature signature);

}  // namespace unrolled
