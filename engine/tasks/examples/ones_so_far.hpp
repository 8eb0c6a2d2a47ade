#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

/// What there is to know of a row of bits, whatever is asked of it.
inline constexpr HiddenVariable kOnesSoFar[] = {
    {"parity", "The ones so far are odd in number", HiddenVariable::Kind::yes_no},
    {"ones", "Ones so far", HiddenVariable::Kind::number}};
inline constexpr Knows kKnowsOnes{kOnesSoFar};

void know_ones(const Example& e, const Places& places, Knowledge& known);

}  // namespace unrolled
