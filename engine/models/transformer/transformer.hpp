#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "transformer": torch.nn.TransformerEncoderLayer in layers, between an embedding with positions and a linear head.
/// Topology "decoder": under a causal mask, as in GPT; "encoder": without one, as in BERT; "encoder-decoder": layers of
/// the first kind that also attend to what layers of the second kind made of a source (Vaswani et al. 2017).
const ModelKind& transformer_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_transformer(const Options& options, Signature signature);

}  // namespace unrolled
