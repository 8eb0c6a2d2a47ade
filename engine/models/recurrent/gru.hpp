#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "gru": torch.nn.GRU, or with reset before the product the GRU of Cho et al. 2014; between an embedding and a linear
/// head. Parameters' gate order r z n.
const ModelKind& gru_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_gru(const Options& options, Signature signature);

}  // namespace unrolled
