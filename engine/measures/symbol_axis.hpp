#pragma once
#include "measures/measure.hpp"

namespace unrolled {

/// What a task calls the number of an answer: a class, or a symbol of the vocabulary; "" for one that has no name, as a mask.
std::string symbol_name(const Task& task, std::size_t symbol);

/// An axis of such numbers: the places are these numbers, with their names. A number beyond all symbols has none.
Axis symbol_axis(const char* name, const Task& task, const std::vector<std::size_t>& symbols);

}  // namespace unrolled
