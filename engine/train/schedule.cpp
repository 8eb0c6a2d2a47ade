#include "train/schedule.hpp"

#include <algorithm>
#include <numbers>

#include "kernels/sinusoid.hpp"

namespace unrolled {

double schedule_factor(const ScheduleConfig& schedule, std::uint64_t step, std::uint64_t steps) {
  if (step < schedule.warmup) return double(step + 1) / double(schedule.warmup);
  const double way = steps > schedule.warmup + 1 ? double(steps - 1 - schedule.warmup) : 1;
  const double p = std::min(1.0, double(step - schedule.warmup) / way);
  const double fall = 1 - schedule.final_fraction;
  switch (schedule.kind) {
    case ScheduleConfig::Kind::constant: return 1;
    case ScheduleConfig::Kind::linear: return 1 - fall * p;
    case ScheduleConfig::Kind::cosine: break;
  }
  const double cosine = sine(std::numbers::pi * (p + 0.5));
  return schedule.final_fraction + fall * (1 + cosine) / 2;
}

}  // namespace unrolled
