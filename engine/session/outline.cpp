#include "session/outline.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "models/fit.hpp"

namespace unrolled {
namespace {

constexpr std::string_view kLayer = "{layer}";

/// 1 for "lstm.1.gates" and the pattern "lstm.{layer}.gates"; nothing where it is none of that kind.
std::optional<std::size_t> layer_of(std::string_view name, std::string_view pattern) {
  const std::size_t at = pattern.find(kLayer);
  const std::string_view before = pattern.substr(0, at), after = pattern.substr(at + kLayer.size());
  if (!name.starts_with(before) || !name.ends_with(after) || name.size() <= before.size() + after.size()) return {};
  const std::string_view digits = name.substr(before.size(), name.size() - before.size() - after.size());
  std::size_t layer = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), layer);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return layer;
}

/// Null where the model has no tap of this kind.
Json look_json(const TapNote& note, const std::vector<Tap<float>>& taps) {
  std::vector<std::size_t> layers;
  bool found = false;
  for (const Tap<float>& tap : taps) {
    if (tap.name == note.name) found = true;
    if (note.name.find(kLayer) == std::string::npos) continue;
    if (const auto layer = layer_of(tap.name, note.name)) layers.push_back(*layer);
  }
  if (!found && layers.empty()) return nullptr;
  std::ranges::sort(layers);
  return {{"tap", note.name}, {"layers", layers}};
}

Json place_json(const PlaceGroup& place) {
  Json json{{"name", place.name}, {"part", place.part}, {"count", place.count}};
  if (!place.names.empty()) json["names"] = place.names;
  return json;
}

}  // namespace

void add_outline(Json& json, const Outline& outline, const ModelKind& kind, const Signature& signature) {
  Json taps = Json::array(), looks = Json::array(), places = Json::array();
  for (const Tap<float>& tap : outline.taps) taps.push_back({{"name", tap.name}, {"axes", tap.axes}});
  for (const TapNote& note : kind.taps)
    if (Json look = look_json(note, outline.taps); !look.is_null()) looks.push_back(std::move(look));
  for (const PlaceGroup& place : outline.places) places.push_back(place_json(place));
  json["taps"] = std::move(taps);
  json["looks"] = std::move(looks);
  json["places"] = std::move(places);
  Json& idle = list_at(json, "idle");
  for (const Option& option : kind.group.options)
    if (!has_effect(option, signature)) idle.push_back(option.name);
}

}  // namespace unrolled
