#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "conv": a stack of dilated convolutions along time, as TCN (Bai, Kolter and Koltun 2018) or, with `gated`, in the
/// manner of ByteNet and ConvS2S (Kalchbrenner et al. 2016, Gehring et al. 2017).
const ModelKind& conv_kind();

/// Positions that an answer can depend on: 1 + the sum of (kernel_size - 1) dilation over all convolutions.
std::size_t receptive_field(const Options& options);

template <class Real>
std::unique_ptr<Model<Real>> make_conv(const Options& options, Signature signature);

}  // namespace unrolled
