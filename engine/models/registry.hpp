#pragma once
#include <memory>
#include <vector>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// Every family, in the order in which the page offers them. To add one: its file, and two lines in
/// registry.cpp.
const std::vector<const ModelKind*>& model_kinds();

/// The same, as the reader of experiments wants it.
const std::vector<OptionGroup>& model_groups();

/// Throws std::logic_error for an unknown kind: configurations are checked when they are read.
const ModelKind& model_kind(const std::string& kind);

/// A model that is trained by gradients; its parameters are not allocated yet.
template <class Real>
std::unique_ptr<Model<Real>> make_model(const Configured& configured, Signature signature);

/// Number of parameters, from a construction that allocates none of them.
std::size_t count_parameters(const Configured& configured, Signature signature);

}  // namespace unrolled
