#include "measures/auc.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "core/sort.hpp"

namespace unrolled {

std::vector<double> class_aucs(std::span<const double> scores, std::span<const std::uint32_t> classes,
                               std::size_t count) {
  std::vector<std::pair<double, std::uint32_t>> ranked(scores.size());
  for (std::size_t i = 0; i < ranked.size(); ++i) ranked[i] = {scores[i], classes[i]};
  sort_short(ranked);
  std::vector<double> ranks(count), members(count), areas(count, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t first = 0, end = 0; first < ranked.size(); first = end) {
    if (std::isnan(ranked[first].first)) return areas;  // of a model that broke
    while (end < ranked.size() && ranked[end].first == ranked[first].first) ++end;
    const double rank = double(first + end + 1) / 2;  // the mean of first+1 .. end
    for (std::size_t i = first; i < end; ++i)
      if (const std::uint32_t own = ranked[i].second; own < count) ranks[own] += rank, members[own] += 1;
  }
  for (std::size_t k = 0; k < count; ++k) {
    const double n = members[k], others = double(ranked.size()) - n;
    if (n > 0 && others > 0) areas[k] = (ranks[k] - n * (n + 1) / 2) / (n * others);
  }
  return areas;
}

}  // namespace unrolled
