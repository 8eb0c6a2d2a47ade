#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/arena.hpp"
#include "core/options.hpp"

namespace unrolled {

/// Elements of a parameter: `blocks` rows of `count` elements, `stride` apart, from first + i * step on for place number i.
struct Slice {
  std::string parameter;
  std::size_t first = 0, step = 0, count = 0;
  std::size_t blocks = 1, stride = 0;
};

/// Elements that make a place show c when each of them is value(c). Where a place shows several numbers, each in its part of
/// the elements.
struct Rewrite {
  Slice slice;
  double (*value)(double c);
};

/// How a place is held by rewriting parameters (docs/decisions/0023): either by `rewrites`, or, where `bias` is not empty, by
/// way of the weights that read it: these columns become zero, and c times each is added to the bias once.
struct Holding {
  double least = 0, most = 0;  ///< what it can be made to show; neither: it can only be frozen
  std::vector<Rewrite> rewrites{};
  Slice columns{};
  std::string bias{};
  std::vector<Slice> own{};  ///< what is its own besides, and is frozen with it
  bool can_show() const { return !rewrites.empty() || !bias.empty(); }
};

/// Places of one kind in one layer.
struct PlaceGroup {
  std::string name;       ///< of the layer: "lstm.0"
  std::string_view part;  ///< "head", "gate", "unit", "layer", or "parameter"
  std::size_t count = 1;
  std::vector<std::string_view> names{};  ///< of gates: {"i", "f", "g", "o"}
  std::vector<Holding> holdings{};        ///< one that goes for all, or one each
  /// The tensor of a plan whose columns are what they show, one after the other; "" where no single one is.
  std::string shown{};
  bool of_source = false;  ///< with a row for each position of the source

  const Holding& holding(std::size_t i) const { return holdings[holdings.size() == 1 ? 0 : i]; }
  bool has_mean(std::size_t i) const { return !shown.empty() && holding(i).least < holding(i).most; }
  /// Open at 1 and closed at 0, rather than off. Not one that an option holds, which can only be frozen.
  bool is_gate(std::size_t i) const { return part == "gate" && holding(i).least == 0 && holding(i).can_show(); }
};

/// The parameters of a model, by name.
using ParameterShapes = std::vector<std::pair<std::string, Shape>>;
template <class Real>
ParameterShapes shapes_of(const Arena<Real>& parameters) {
  ParameterShapes shapes;
  for (const Tensor<Real>& tensor : parameters.tensors()) shapes.emplace_back(tensor.name, tensor.shape);
  return shapes;
}

/// All places of a model, from its options and its parameters alone, layer by layer; last each parameter as a whole, which
/// can only be frozen.
std::vector<PlaceGroup> places_of(const Configured& configured, const ParameterShapes& parameters);

}  // namespace unrolled
