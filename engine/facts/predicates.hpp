#pragma once
#include <vector>

#include "facts/facts.hpp"
#include "facts/predicate.hpp"

namespace unrolled {

/// Whether it is so; what a predicate can say is at the top of web/facts/predicates.js.
Verdict holds(const Predicate& predicate, const std::vector<ModelFacts>& models);

}  // namespace unrolled
