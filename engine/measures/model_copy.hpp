#pragma once
#include <memory>
#include <vector>

#include "measures/measure.hpp"
#include "models/places/edits.hpp"

namespace unrolled {

/// A model like the one that is measured, with weights of its own, to be edited: it only ever runs forward.
class ModelCopy {
 public:
  /// Nothing is allocated.
  explicit ModelCopy(const Subject& subject);
  double bytes() const { return double(model_->parameters().bytes()); }
  /// Throws Error{out_of_memory}.
  void allocate();
  /// The weights of the measured model, rewritten as the edits say.
  void become(const std::vector<Edit>& edits);

  Model<float>& model() { return *model_; }
  const std::vector<PlaceGroup>& places() const { return places_; }

 private:
  const Model<float>& original_;
  std::unique_ptr<Model<float>> model_;
  std::vector<PlaceGroup> places_;
};

}  // namespace unrolled
