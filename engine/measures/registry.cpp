#include "measures/registry.hpp"

#include "core/error.hpp"
#include "measures/heads.hpp"
#include "measures/influence.hpp"
#include "measures/lengths.hpp"
#include "measures/reach.hpp"
#include "measures/saturation.hpp"
#include "measures/scatter.hpp"
#include "measures/spectrum.hpp"

namespace unrolled {
namespace {

std::string known_names() {
  std::string names;
  for (const MeasureKind* kind : measure_kinds()) names += (names.empty() ? "" : ", ") + std::string(kind->group.kind);
  return names;
}

}  // namespace

const std::vector<const MeasureKind*>& measure_kinds() {
  static const std::vector<const MeasureKind*> kinds{&reach_kind(),  &influence_kind(),  &lengths_kind(),
                                                     &heads_kind(),  &saturation_kind(), &spectrum_kind(),
                                                     &scatter_kind()};
  return kinds;
}

const MeasureKind& measure_kind(std::string_view name) {
  for (const MeasureKind* kind : measure_kinds())
    if (kind->group.kind == name) return *kind;
  throw Error(ErrorCode::invalid_config, "choice.unknown", "measure",
              {{"found", std::string(name)}, {"known", known_names()}});
}

Option examples_option(double preset) {
  return Option::integer("examples", preset, 1, 256, "Examples", "How many held-out examples it is taken over.");
}

void require_affordable(const MeasurePrice& price) {
  if (price.bytes <= kMostMeasureBytes && price.flops <= kMostMeasureFlops) return;
  throw Error(ErrorCode::too_expensive, "measure.price", "measure",
              {{"bytes", price.bytes / 1048576},
               {"most_bytes", kMostMeasureBytes / 1048576},
               {"flops", price.flops / 1e9},
               {"most_flops", kMostMeasureFlops / 1e9}});
}

}  // namespace unrolled
