#include "measures/registry.hpp"

#include "measures/anatomy.hpp"
#include "measures/confusion.hpp"
#include "measures/gaps.hpp"
#include "measures/heads.hpp"
#include "measures/influence.hpp"
#include "measures/lengths.hpp"
#include "measures/lens.hpp"
#include "measures/parts.hpp"
#include "measures/patch.hpp"
#include "measures/probe.hpp"
#include "measures/query_key.hpp"
#include "measures/reach.hpp"
#include "measures/saturation.hpp"
#include "measures/scatter.hpp"
#include "measures/spectrum.hpp"

namespace unrolled {
const std::vector<const MeasureKind*>& measure_kinds() {
  static const std::vector<const MeasureKind*> kinds{
      &reach_kind(),    &influence_kind(), &lengths_kind(),   &gaps_kind(),       &confusion_kind(),
      &heads_kind(),    &parts_kind(),     &patch_kind(),     &saturation_kind(), &probe_kind(),
      &spectrum_kind(), &lens_kind(),      &query_key_kind(), &scatter_kind(),    &anatomy_kind()};
  return kinds;
}
}  // namespace unrolled
