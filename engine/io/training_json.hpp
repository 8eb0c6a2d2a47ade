#pragma once
#include "io/json.hpp"
#include "train/config.hpp"

// The "train" of an experiment, and the partial ones: of one model, and of a change on the way.

namespace unrolled {

/// Whole: what is missing takes its default. An empty object is all defaults.
Training read_training(const Json& json, const std::string& where);

/// A model's own, on top of what the race says: another kind of optimizer or schedule is allowed; what all models share
/// (batch size, tests, tier) is refused by name.
TrainingPart read_own_training(const Json& json, const std::string& where, const Training& now);

/// What changes at `step` of a run that so far trains as `now` says: the optimizer stays of its kind.
TrainingPart read_change(const Json& json, const std::string& where, const Training& now, std::uint64_t step);

Json to_json(const Training& training);
/// What it says and no more, in the tables' order.
Json to_json(const TrainingPart& part);

/// Whether anything of it is what version 1 of the experiment cannot say.
bool is_new(const Training& training);

}  // namespace unrolled
