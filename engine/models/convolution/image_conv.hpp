#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "image_conv": a small convolutional network for images (LeCun et al. 1998), which a task may read row by row or
/// pixel by pixel: it puts the image together again.
const ModelKind& image_conv_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_image_conv(const Options& options, Signature signature);

}  // namespace unrolled
