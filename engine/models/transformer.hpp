#pragma once
#include "models/kind.hpp"

namespace unrolled {

/// "transformer": torch.nn.TransformerEncoderLayer under a causal mask (topology "decoder": a decoder without a second
/// sequence to attend to, as in GPT), between an embedding with positions and a linear head without bias.
const ModelKind& transformer_kind();

}  // namespace unrolled
