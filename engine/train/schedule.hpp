#pragma once
#include "train/config.hpp"

namespace unrolled {

/// Part of the learning rate at `step`, the number of updates already made, of a schedule that falls over `steps`.
/// Warm-up: (step+1)/warmup. After that, with p from 0 in the first step to 1 in step steps-1, the last, and from there on:
/// constant 1; linear 1 - (1-final) p; cosine final + (1-final) (1 + cos(pi p)) / 2 (Loshchilov and Hutter 2017).
double schedule_factor(const ScheduleConfig& schedule, std::uint64_t step, std::uint64_t steps);

}  // namespace unrolled
