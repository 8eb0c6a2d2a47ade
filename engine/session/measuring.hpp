#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "io/json.hpp"
#include "measures/measure.hpp"
#include "session/work.hpp"

namespace unrolled {

/// Every measure with its options and what it finds, as describe() shows them.
Json describe_measures();

/// [{"kind","bytes","flops"}]: those that can be taken of this model, with what they take as they are asked for by default.
Json measures_json(const CheckpointHeader& header, const Task& task, Learner& learner);

/// A measure by name. Its JSON: {"measure","step","arrays":[{"name","axes":[{"name","count","at"|"names"?}],"shape"}],
/// "numbers"}; the arrays themselves are left in `found`. Throws Error for a name or options that are none, for a measure that
/// cannot be taken of this model, and for one that would take too much. clock: nullptr where there is none.
std::unique_ptr<Work> measure_work(const CheckpointHeader& header, const Task& task, Learner& learner,
                                   std::string_view kind, std::string_view options, Clock clock,
                                   std::vector<Finding>& found);

}  // namespace unrolled
