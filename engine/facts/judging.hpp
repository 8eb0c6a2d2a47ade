#pragma once
#include "facts/facts.hpp"
#include "facts/predicate.hpp"

namespace unrolled {

/// Whether a predicate holds for one model, compared with a number or, where `rival` is not nullptr, with that model.
struct Judging {
  const Predicate& predicate;
  const ModelFacts& model;
  const ModelFacts* rival;
};
Verdict judged(const Judging& one);

}  // namespace unrolled
