#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "mlp": fully connected layers over all of a sequence at once, or over a window of it (Bengio et al. 2003).
const ModelKind& mlp_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_mlp(const Options& options, Signature signature);

}  // namespace unrolled
