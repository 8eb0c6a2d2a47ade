// Places of recurrent families. A gate is held by its rows: zero weights, and a bias whose bend gives the value. A unit is held
// by its gates: an RNN's sum; a GRU that replaces everything by a constant candidate; an LSTM that forgets, stores a constant
// and shows it. So the unit shows c at every step, the first included, to whoever reads it.
#include "core/elementary.hpp"
#include "models/places/builder.hpp"

namespace unrolled {
namespace {

constexpr double kBeyond = 1e4;  // a sigmoid that far out is 0 or 1
constexpr double kNear = 30;     // 1e-13 from it: where two gates are divided by their sum, not both may be 0
constexpr double kLarge = 1e6;
constexpr double kMostTanh = 0.9999, kMostTanhTwice = 0.76;  // 1 is at no finite sum; tanh(1) = 0.7616

double same_value(double c) { return c; }
double inverse_tanh(double c) { return 0.5 * elementary::log((1 + c) / (1 - c)); }
double inverse_tanh_twice(double c) { return inverse_tanh(inverse_tanh(c)); }
double inverse_sigmoid(double c) {
  if (c <= 0) return -kBeyond;
  return c >= 1 ? kBeyond : elementary::log(c / (1 - c));
}
double near_inverse_sigmoid(double c) {
  if (c <= 0) return -kNear;
  return c >= 1 ? kNear : elementary::log(c / (1 - c));
}
double far_above(double) { return kBeyond; }
double far_below(double) { return -kBeyond; }
double near_above(double) { return kNear; }
double near_below(double) { return -kNear; }

using Value = double (*)(double);
enum class Extent { unit, layer };

/// One layer in one direction: slices of unit i, or of all units at once.
class RecurrentLayer {
 public:
  RecurrentLayer(PlaceBuilder& builder, std::string parameters, std::string suffix, std::size_t gates)
      : builder_(builder), parameters_(std::move(parameters)), suffix_(std::move(suffix)), gates_(gates) {
    if (exists()) width_ = builder_.shape(named("weight_hh"))[1];
  }
  bool exists() const { return has("weight_hh"); }

  void add(const std::string& name) {
    if (gates_ > 1) add_gates(name);
    PlaceGroup& units = builder_.add(name, "unit", width_);
    units.of_source = parameters_ == "encoder";
    if (!has("weight_feed")) units.shown = name + ".hidden";  // else the decoder goes step by step
    units.holdings.push_back(shown(Extent::unit));
    PlaceGroup& layer = builder_.add(name, "layer", 1);
    layer.holdings.push_back(shown(Extent::layer));
    layer.holdings[0].least = layer.holdings[0].most = 0;
  }

 private:
  bool has(const std::string& name) const { return builder_.has(named(name)); }
  /// "lstm.weight_ih_l0", "lstm.norm_ih_l0.weight"
  std::string named(const std::string& name) const {
    const std::size_t dot = name.find('.');
    const std::string end = dot == std::string::npos ? "" : name.substr(dot);
    return parameters_ + "." + name.substr(0, dot) + suffix_ + end;
  }

  void add_gates(const std::string& name) {
    PlaceGroup& group = builder_.add(name, "gate", gates_);
    const bool in_order = parameters_ != "encoder" && parameters_ != "decoder" && !name.ends_with(".reverse");
    if (in_order && !has("norm_ih.weight")) group.shown = "gate_input" + suffix_;  // where their op leaves them
    if (gates_ == 3)
      group.names = {"r", "z", "n"};
    else
      group.names = {"i", "f", "g", "o"};
    for (std::size_t g = 0; g < gates_; ++g) {
      const bool candidate = g == 2;  // of both
      Holding& holding = group.holdings.emplace_back();
      if (!learned(g)) {  // what is read there is not looked at
        own(holding, g, Extent::layer);
        continue;
      }
      holding.least = candidate ? -kMostTanh : 0, holding.most = candidate ? kMostTanh : 1;
      hold(holding, g, Extent::layer, candidate ? inverse_tanh : inverse_sigmoid);
      own(holding, g, Extent::layer);
    }
  }

  Holding shown(Extent extent) const {
    Holding holding;
    holding.least = -kMostTanh, holding.most = kMostTanh;
    if (gates_ == 1) {
      const bool relu = parameters_ == "rnn" && builder_.options().text("nonlinearity") == "relu";
      if (relu) holding.least = 0, holding.most = kLarge;
      hold(holding, 0, extent, relu ? same_value : inverse_tanh);
    } else if (gates_ == 3) {
      hold(holding, 1, extent, far_below);
      hold(holding, 2, extent, inverse_tanh);
    } else {
      show_cell(holding, extent);
    }
    for (std::size_t g = 0; g < gates_; ++g) own(holding, g, extent);
    return holding;
  }

  void show_cell(Holding& holding, Extent extent) const {
    hold(holding, 3, extent, far_above);
    if (has("norm_cell.weight")) {  // what is shown is tanh of the normed cell, of which others have their share
      holding.rewrites.push_back({slice("norm_cell.weight", 0, extent), zero_value});
      holding.rewrites.push_back({slice("norm_cell.bias", 0, extent), inverse_tanh});
    } else {
      holding.least = -kMostTanhTwice, holding.most = kMostTanhTwice;
      hold(holding, 0, extent, far_above);
      hold(holding, 1, extent, far_below);
      hold(holding, 2, extent, inverse_tanh_twice);
    }
    if (!all_learned()) holding.least = holding.most = 0;
  }

  /// An option may hold a gate of an LSTM open or closed.
  bool learned(std::size_t gate) const {
    constexpr const char* kOptions[] = {"input_gate", "forget_gate", nullptr, "output_gate"};
    return parameters_ != "lstm" || kOptions[gate] == nullptr || builder_.options().text(kOptions[gate]) == "learned";
  }
  bool all_learned() const { return learned(0) && learned(1) && learned(3); }

  /// Where what the gates read is normed, it stays, so that the others keep their scale.
  void hold(Holding& holding, std::size_t gate, Extent extent, Value value) const {
    const bool normed = has("norm_ih.weight");
    const auto set = [&](const char* name, Value to) {
      if (has(name)) holding.rewrites.push_back({slice(name, gate, extent), to});
    };
    set(normed ? "norm_ih.weight" : "weight_ih", zero_value);
    set(normed ? "norm_hh.weight" : "weight_hh", zero_value);
    if (!normed) set("weight_feed", zero_value);
    set("bias_hh", zero_value);
    set("bias_ih", value);
    if (gate != 2) set("weight_peephole", zero_value);
  }
  void own(Holding& holding, std::size_t gate, Extent extent) const {
    for (const char* name : {"weight_ih", "weight_hh", "weight_feed", "bias_ih", "bias_hh", "norm_ih.weight",
                             "norm_hh.weight", "weight_peephole"})
      if (has(name) && !(gate == 2 && name == std::string_view("weight_peephole")))
        holding.own.push_back(slice(name, gate, extent));
  }
  Slice slice(const std::string& name, std::size_t gate, Extent extent) const {
    const std::string parameter = named(name);
    const Shape& shape = builder_.shape(parameter);
    const bool peephole = name == "weight_peephole";  // [3,H], of i, f, o
    const std::size_t wide = peephole || shape.rank() == 1 ? 1 : shape[1], row = peephole && gate == 3 ? 2 : gate;
    const bool all = extent == Extent::layer;
    return {parameter, row * width_ * wide, all ? 0 : wide, (all ? width_ : 1) * wide};
  }

  PlaceBuilder& builder_;
  const std::string parameters_, suffix_;
  const std::size_t gates_;
  std::size_t width_ = 0;
};

/// A block of a model whose gates see the input alone: mix.weight [G*H,in], z n or f i n.
void add_minimal_gates(PlaceBuilder& builder, const std::string& name, const std::string& mix, std::size_t gates) {
  const std::size_t width = builder.shape(mix + ".bias").count() / gates;
  const auto hold = [&](Holding& holding, std::size_t gate, bool all, Value value) {
    const auto rows = [&](const std::string& of) {
      return all ? builder.rows(of, gate * width, width) : builder.row(of, gate * width);
    };
    holding.rewrites.push_back({rows(mix + ".weight"), zero_value});
    holding.rewrites.push_back({rows(mix + ".bias"), value});
  };
  PlaceGroup& group = builder.add(name, "gate", gates);
  group.names = {"f", "i", "n"};
  if (gates == 2) group.names = {"z", "n"};
  for (std::size_t g = 0; g < gates; ++g) {
    Holding& holding = group.holdings.emplace_back();
    const bool candidate = g + 1 == gates;
    holding.least = candidate ? -kLarge : 0, holding.most = candidate ? kLarge : 1;
    hold(holding, g, true, candidate ? same_value : gates == 2 ? inverse_sigmoid : near_inverse_sigmoid);
  }
  PlaceGroup& units = builder.add(name, "unit", width);
  units.shown = name + ".hidden";
  Holding& unit = units.holdings.emplace_back();
  unit.least = -kLarge, unit.most = kLarge;
  if (gates == 3) hold(unit, 0, false, near_below);
  hold(unit, gates - 2, false, gates == 2 ? far_above : near_above);
  hold(unit, gates - 1, false, same_value);
}

/// A linear system: unit n is row n of B, or rows n and N + n.
void add_diagonal_units(PlaceBuilder& builder, const std::string& name, const std::string& mix) {
  const std::size_t states = builder.shape(mix + ".nu_log")[0];
  const Shape& in = builder.shape(mix + ".B");
  Slice rows = builder.row(mix + ".B");
  rows.blocks = in[0] / states, rows.stride = states * in[1];
  Holding& unit = builder.add(name, "unit", states).holdings.emplace_back();
  hold_at_zero(unit, std::move(rows));
  for (const char* own : {".nu_log", ".theta_log", ".gamma_log"})
    if (builder.has(mix + own)) unit.own.push_back(builder.row(mix + own));
}

}  // namespace

void add_recurrent_places(PlaceBuilder& builder, const std::string& parameters, std::size_t gates,
                          std::string (*name)(const std::string&, std::size_t, bool)) {
  for (std::size_t l = 0;; ++l)
    for (const bool backwards : {false, true}) {
      const std::string suffix = "_l" + std::to_string(l) + (backwards ? "_reverse" : "");
      RecurrentLayer layer(builder, parameters, suffix, gates);
      if (layer.exists())
        layer.add(name(parameters, l, backwards));
      else if (!backwards)
        return;
    }
}

void add_state_space_places(PlaceBuilder& builder) {
  for (std::size_t l = 0; builder.has("layers." + std::to_string(l) + ".norm1.weight"); ++l) {
    const std::string name = "state_space." + std::to_string(l), prefix = "layers." + std::to_string(l) + ".";
    const std::string mix = prefix + "mix", second = prefix + "linear2";
    Holding layer;
    if (builder.has(mix + ".bias")) {
      const std::size_t gates = builder.options().text("cell") == "min_gru" ? 2 : 3;
      add_minimal_gates(builder, name, mix, gates);
      const std::size_t width = builder.shape(mix + ".bias").count() / gates;
      hold_at_zero(layer, builder.rows(mix + ".weight", (gates - 1) * width, width));
      hold_at_zero(layer, builder.rows(mix + ".bias", (gates - 1) * width, width));
    } else {
      add_diagonal_units(builder, name, mix);
      hold_at_zero(layer, builder.whole(mix + ".C"));
      hold_at_zero(layer, builder.whole(mix + ".D"));
    }
    add_feed_places(builder, name + ".feed", prefix + "linear1", second, name + ".gelu");
    if (builder.has(second + ".bias"))
      for (const char* end : {".weight", ".bias"}) hold_at_zero(layer, builder.whole(second + end));
    own_all(builder, layer, prefix);
    builder.add(name, "layer", 1).holdings.push_back(std::move(layer));
  }
}

}  // namespace unrolled
