#pragma once
#include <cstdint>
#include <vector>

#include "facts/facts.hpp"

namespace unrolled {

/// The training loss after some steps as goals are judged by it: at each multiple of `every` steps, and at the end of a run that is
/// over, the mean since the one before. losses: of each step; points are merged as the page does it (web/runtime/series.js).
Curve loss_means(const std::vector<double>& losses, std::uint64_t steps, double every, bool over);

}  // namespace unrolled
