#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

const ModelKind& seq2seq_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_seq2seq(const Options& options, Signature signature);

}  // namespace unrolled
