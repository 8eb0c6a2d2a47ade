#include "measures/registry.hpp"

#include <cmath>

#include "core/error.hpp"
#include "measures/heads.hpp"
#include "measures/influence.hpp"
#include "measures/lengths.hpp"
#include "measures/parts.hpp"
#include "measures/patch.hpp"
#include "measures/reach.hpp"
#include "measures/saturation.hpp"

namespace unrolled {
const std::vector<const MeasureKind*>& measure_kinds() {
  static const std::vector<const MeasureKind*> kinds{&reach_kind(), &influence_kind(),  &lengths_kind(),
                                                     &heads_kind(), &saturation_kind(), &parts_kind(),
                                                     &patch_kind()};
  return kinds;
}

const MeasureKind* find_measure(std::string_view name) {
  for (const MeasureKind* kind : measure_kinds())
    if (kind->group.kind == name) return kind;
  return nullptr;
}

void Findings::add(std::string_view name, Axis axis, std::vector<float> data) {
  Finding& finding = arrays.emplace_back();
  finding.name = name;
  finding.axes.push_back(std::move(axis));
  finding.data = std::move(data);
}

void Findings::add(std::string_view name, const char* axis, std::vector<float> data) {
  Axis plain;
  plain.name = axis;
  plain.count = data.size();
  add(name, std::move(plain), std::move(data));
}

void Findings::add(std::string_view name, Axis first, Axis second, std::vector<float> data) {
  add(name, std::move(first), std::move(data));
  arrays.back().axes.push_back(std::move(second));
}

void Findings::add_number(const char* name, double value) { numbers.emplace_back(name, value); }

Option examples_option(double preset) {
  return Option::integer("examples", preset, 1, 256, "Examples", "How many held-out examples it is taken over.");
}

void require_affordable(const MeasurePrice& price) {
  if (price.bytes <= kMostMeasureBytes && price.flops <= kMostMeasureFlops) return;
  constexpr double kMiB = 1 << 20, kBillion = 1e9;
  throw Error(ErrorCode::too_expensive, "measure.price", "measure",
              {{"bytes", std::ceil(price.bytes / kMiB)},
               {"most_bytes", kMostMeasureBytes / kMiB},
               {"flops", std::ceil(price.flops / kBillion)},
               {"most_flops", kMostMeasureFlops / kBillion}});
}

}  // namespace unrolled
