#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "pervasive": Pervasive Attention (Elbayad, Besacier and Verbeek 2018), a two-dimensional convolutional network over
/// every pair of a source and a target position.
const ModelKind& pervasive_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_pervasive(const Options& options, Signature signature);

}  // namespace unrolled
