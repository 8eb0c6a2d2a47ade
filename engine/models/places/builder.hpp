#pragma once
#include "models/places/place.hpp"

namespace unrolled {

/// What places_of() and the families' parts of it have in common.
class PlaceBuilder {
 public:
  PlaceBuilder(const Configured& configured, const ParameterShapes& parameters)
      : configured_(configured), parameters_(parameters) {}

  const Options& options() const { return configured_.options; }
  const ParameterShapes& parameters() const { return parameters_; }
  bool has(const std::string& name) const { return find(name) != nullptr; }
  /// Of one that there is.
  const Shape& shape(const std::string& name) const { return *find(name); }
  PlaceGroup& add(std::string name, std::string_view part, std::size_t count);

  /// Row first + i of a matrix, element of a vector, filter of a convolution.
  Slice row(const std::string& name, std::size_t first = 0) const;
  /// The same `count` of them for every i.
  Slice rows(const std::string& name, std::size_t first, std::size_t count) const;
  /// All elements.
  Slice whole(const std::string& name) const;
  /// Columns i * width ... of a matrix [out,*].
  Slice columns(const std::string& name, std::size_t width) const;

  std::vector<PlaceGroup> groups;

 private:
  const Shape* find(const std::string& name) const;

  const Configured& configured_;
  const ParameterShapes& parameters_;
};

double zero_value(double c);
/// Whatever makes a row a constant 0, where a bend follows that leaves 0 as it is.
void hold_at_zero(Holding& holding, Slice slice);

/// Layers of a stack of RNNs, GRUs or LSTMs (1, 3 or 4 gates) whose parameters begin with `parameters`: "lstm", "encoder".
/// Layer l is called name(layer, backwards).
void add_recurrent_places(PlaceBuilder& builder, const std::string& parameters, std::size_t gates,
                          std::string (*name)(const std::string& parameters, std::size_t layer, bool backwards));
void add_state_space_places(PlaceBuilder& builder);

/// Hidden units of two linear layers, where there are such; they are read by way of the second's columns. shown: the
/// tensor.
void add_feed_places(PlaceBuilder& builder, const std::string& name, const std::string& first,
                     const std::string& second, const std::string& shown);
/// Every parameter whose name begins so is the layer's own.
void own_all(const PlaceBuilder& builder, Holding& layer, const std::string& prefix);

}  // namespace unrolled
