#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "conv_seq2seq": a convolutional encoder and a convolutional decoder that looks at it from every layer (Gehring, Auli,
/// Grangier, Yarats and Dauphin 2017).
const ModelKind& conv_seq2seq_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_conv_seq2seq(const Options& options, Signature signature);

}  // namespace unrolled
