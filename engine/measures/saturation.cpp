// How often gates and units stand at their ends: the part of time, examples and units in which a gate (a number between 0
// and 1) is below 0.1 or above 0.9, a candidate (g of an LSTM, n of a GRU: between -1 and 1) below -0.9 or above 0.9, and in
// which a hidden unit is beyond 0.9 in size (Karpathy, Johnson and Li 2015). Only positions that belong to a sequence count.
#include "measures/saturation.hpp"

#include <algorithm>
#include <cmath>

#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/means.hpp"
#include "models/places/place.hpp"

namespace unrolled {
namespace {

constexpr float kLow = 0.1F, kHigh = 0.9F;

/// A candidate for the state, between -1 and 1.
bool is_candidate(const std::string& gate) { return gate == "g" || gate == "n"; }

bool is_gates(const Tap<float>& tap) { return tap.axes.size() == 4 && tap.axes[2] == "gate"; }
bool is_hidden(const Tap<float>& tap) {
  return tap.axes == std::vector<std::string>{"time", "batch", "unit"} && tap.name.ends_with(".hidden");
}

/// The names of a layer's gates, where they have some.
std::vector<std::string> gate_names(const std::vector<PlaceGroup>& places, const std::string& tap, std::size_t count) {
  for (const PlaceGroup& place : places)
    if (place.part == "gate" && tap.starts_with(place.name + ".") && place.names.size() == count)
      return {place.names.begin(), place.names.end()};
  return {};
}

struct Shares {
  std::string name;
  std::vector<std::string> gates;
  Means low, high;
};

class Saturation final : public Measuring {
 public:
  static bool applies(const Subject& subject) { return std::ranges::any_of(taps_of(subject), is_hidden); }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    return HeldOutBatches::price(subject, kRows, options.integer("examples"));
  }

  Saturation(const Subject& subject, const Options& options)
      : places_(places_of(subject.configured, shapes_of(subject.model.parameters()))),
        batches_(subject, kRows, options.integer("examples")) {}

  bool next() override {
    const std::size_t known = batches_.read();
    for (const Tap<float>& tap : batches_.plan().taps())
      if ((is_gates(tap) || is_hidden(tap)) && stream_of(tap) != nullptr) add(tap, known);
    return batches_.left();
  }

  Findings result() override {
    Findings found;
    for (const Shares& shares : layers_) {
      const auto array = [&](const char* which, const Means& means) {
        if (means.empty()) return;
        found.add(shares.name + which, "gate", means.values());
        found.arrays.back().axes.back().names = shares.gates;
      };
      array(".low", shares.low);
      array(".high", shares.high);
    }
    found.add_number("examples", double(batches_.examples()));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 8;

  /// Whose positions a tap's are; a step of a decoder that is unrolled has none of its own.
  const StreamBatch* stream_of(const Tap<float>& tap) {
    batch_ = batches_.plan().batch();
    for (const StreamBatch* stream : {&batch_.input, &batch_.source})
      if (stream->dims.length > 0 && stream->dims.length == tap.shape[0]) return stream;
    return nullptr;
  }

  Shares& shares_of(const Tap<float>& tap, std::size_t gates) {
    const auto at = std::ranges::find(layers_, tap.name, &Shares::name);
    if (at != layers_.end()) return *at;
    const auto names = is_hidden(tap) ? std::vector<std::string>{"h"} : gate_names(places_, tap.name, gates);
    return layers_.emplace_back(Shares{tap.name, names, Means(gates), Means(gates)});
  }

  void add(const Tap<float>& tap, std::size_t known) {
    const StreamBatch& stream = *stream_of(tap);
    const bool gated = is_gates(tap);
    const std::size_t gates = gated ? tap.shape[2] : 1, width = tap.shape.last();
    Shares& shares = shares_of(tap, gates);
    const auto candidate = [&](std::size_t g) { return g < shares.gates.size() && is_candidate(shares.gates[g]); };
    for (std::size_t b = 0; b < known; ++b)
      for (std::size_t t = 0; t < length_of(stream, b); ++t)
        for (std::size_t g = 0; g < gates; ++g)
          for (float x : tap.data.subspan(((t * tap.shape[1] + b) * gates + g) * width, width)) {
            if (gated) shares.low.add(g, x < (candidate(g) ? -kHigh : kLow));
            shares.high.add(g, (gated ? x : std::abs(x)) > kHigh);
          }
  }

  const std::vector<PlaceGroup> places_;
  HeldOutBatches batches_;
  Batch batch_;
  std::vector<Shares> layers_;
};

}  // namespace

const MeasureKind& saturation_kind() {
  static const MeasureKind kind = kind_of<Saturation>(
      {"saturation",
       "Saturation",
       "How often gates are nearly shut or nearly open, and units nearly at their ends: there they pass no gradient "
       "on.",
       {examples_option(32)}},
      {{"{layer}.gates.low", "gate", "", "Part of the time nearly shut: below 0.1, of a candidate below -0.9"},
       {"{layer}.gates.high", "gate", "", "Part of the time nearly open: above 0.9"},
       {"{layer}.hidden.high", "gate", "", "Part of the time beyond 0.9 in size"}},
      "Karpathy, Johnson and Li 2015");
  return kind;
}

}  // namespace unrolled
