#pragma once
#include "models/places/edits.hpp"
#include "tasks/task.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// What a place shows on the average over the positions of held-out examples, as many as are read at once until there are 64: each of
/// its numbers. Runs the plan, which is one of the held-out set `val`.
std::vector<double> shown_means(const PlaceGroup& place, std::size_t i, const Task& task, LossPlan<float>& plan);

/// The same of every edit to a mean; of all others nothing.
std::vector<double> means_for(const Edit& edit, const PlaceGroup& place, const Task* task, LossPlan<float>* plan);

}  // namespace unrolled
