#pragma once
#include <doctest/doctest.h>

#include <cmath>

#include "models/places/edits.hpp"
#include "support/between_ops.hpp"
#include "support/measured.hpp"

namespace unrolled::test {

/// A golden model in double with a batch of held-out examples, and its places.
struct Edited {
  explicit Edited(const Measured& m)
      : model(m.in_double()),
        plan(*model, m.form.signature, BatchSize(3, m.form.lengths, m.form.form)),
        places(places_of(m.header.configured(), shapes_of(model->parameters()))) {
    plan.allocate();
    m.task->held_out(HeldOut::val, 0, plan.batch());
    for (const Tensor<double>& tensor : model->parameters().tensors())
      before.emplace_back(tensor.value.begin(), tensor.value.end());
  }

  const PlaceGroup* group(const std::string& name, const std::string& part) const {
    for (const PlaceGroup& place : places)
      if (place.name == name && place.part == part) return &place;
    return nullptr;
  }
  /// After the edits alone; held.restore() then has nothing to do.
  void become(const std::vector<Edit>& edits) {
    auto from = before.begin();
    for (Tensor<double>& tensor : model->parameters().tensors()) std::ranges::copy(*from++, tensor.value.begin());
    held = {};
    for (const Edit& edit : edits) held.add(edit, place_of(edit, places, "edit"), model->parameters(), true);
    held.settle();
  }
  std::vector<double> answers() {
    plan.forward({});
    return {plan.result().begin(), plan.result().end()};
  }
  /// With columns [first, first + count) of a tensor at c.
  std::vector<double> answers_with(const std::string& tensor, std::size_t first, std::size_t count, double c) {
    const bool changed = forward_changing(plan.plan(), tensor, [&](Tensor<double>& x) {
      const std::size_t width = x.shape.last();
      for (std::size_t row = 0; row < x.shape.count() / width; ++row)
        std::fill_n(x.value.begin() + std::ptrdiff_t(row * width + first), count, c);
    });
    REQUIRE_MESSAGE(changed, tensor);
    return {plan.result().begin(), plan.result().end()};
  }
  void zero_columns(const std::string& name, std::size_t column) {
    Tensor<double>* tensor = model->parameters().find(name);
    REQUIRE(tensor != nullptr);
    for (std::size_t row = 0; row < tensor->shape[0]; ++row) tensor->value[row * tensor->shape[1] + column] = 0;
  }

  std::unique_ptr<Model<double>> model;
  LossPlan<double> plan;
  std::vector<PlaceGroup> places;
  std::vector<std::vector<double>> before;
  Held<double> held;
};

inline void check_same(const std::vector<double>& found, const std::vector<double>& expected) {
  double most = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!(std::abs(found[i] - expected[i]) <= most)) most = std::abs(found[i] - expected[i]);
  CHECK(most < 1e-10);
}

inline double total_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

}  // namespace unrolled::test
