#pragma once
#include "train/config.hpp"

namespace unrolled {

/// Part of the learning rate at `step`, the number of updates already made, of a run of `steps`.
/// Warm-up: (step+1)/warmup. After that, with p in [0,1] the part of the remaining way,
/// constant 1; linear 1 - (1-final) p; cosine final + (1-final) (1 + cos(pi p)) / 2 (Loshchilov and Hutter 2017).
double schedule_factor(const ScheduleConfig& schedule, std::uint64_t step, std::uint64_t steps);

}  // namespace unrolled
