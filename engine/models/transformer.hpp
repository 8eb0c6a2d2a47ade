#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "transformer": torch.nn.TransformerEncoderLayer under a causal mask (topology "decoder": a decoder without a second
/// sequence to attend to, as in GPT), between an embedding with positions and a linear head without bias.
const ModelKind& transformer_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_transformer(const Options& options, Signature signature);

}  // namespace unrolled
