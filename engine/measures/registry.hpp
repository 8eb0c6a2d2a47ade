#pragma once
#include "measures/measure.hpp"

namespace unrolled {

/// Every measure, in the order in which they are listed. A measure is one file that states what it finds (its kind) and
/// does it in parts; to add one: its file, two lines in registry.cpp, a CMake line and a test (docs/hacking.md).
///
///   reach       how far back the gradient of an answer's loss goes: the number that all families share
///   influence   what an answer depends on, position by position
///   lengths     right answers by length and position, within and beyond the lengths trained on
///   gaps        right answers by the distance from what has to be known for them
///   confusion   which symbol is answered where which one was asked for
///   heads       what each attention head looks for
///   saturation  how often gates and units stand at their ends
///   probe       which unit or direction carries what the task knows at each position
///   spectrum    singular values of recurrent weights and of the mean Jacobian of a step
///   lens        what would be answered if the model stopped at a layer
///   query_key   why a head looks where it looks: the product of query and key taken apart
///   scatter     states, symbols or positions along their two principal components
///   anatomy     parts, their sizes and connections, and how long the way through them is
const std::vector<const MeasureKind*>& measure_kinds();

/// nullptr for a name that is none.
const MeasureKind* find_measure(std::string_view name);

}  // namespace unrolled
