#pragma once
#include <string>
#include <vector>

#include "facts/exercise.hpp"
#include "io/json.hpp"

// What an exercise's link locks (docs/shape.md), and what a run changes all the same. In web/shape/parts.js and web/class/locked.js it is the same.

namespace unrolled {

/// Names of parts and options under "lock"; what is none locks nothing.
std::vector<std::string> locked_names(const Json& shape);

/// Paths of the run's changes that touch what is locked, and that no position of the exercise's knob brings. "train.seed": the seed is
/// locked, the exercise's own, and another.
std::vector<std::string> locked_changes(const std::vector<std::string>& lock, const HandedIn& handed_in,
                                        const TakenRun& run, const Json& experiment);

}  // namespace unrolled
