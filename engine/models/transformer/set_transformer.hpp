#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "set_transformer": attention between the members of a set, then pooling by attention (Lee et al. 2019). It is told no
/// order, and its answer is the same in any order.
const ModelKind& set_transformer_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_set_transformer(const Options& options, Signature signature);

}  // namespace unrolled
