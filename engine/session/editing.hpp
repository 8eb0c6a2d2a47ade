#pragma once
#include "io/experiment.hpp"
#include "session/learner.hpp"

namespace unrolled {

/// Throws Error{invalid_config} unless the model has every place that its changes edit, and each can be made what is asked. `where`:
/// the model's path. parameters: of a model that counts, none.
void require_places(const Entrant& model, const ParameterShapes& parameters, const std::string& where);

/// Of a list of changes that fits, those from number `first` on, before number `last`.
struct SomeChanges {
  const Entrant& model;
  std::size_t first, last;
};

/// What is held after them, on top of what was before. task: on whose held-out examples means are taken; nullptr where the
/// learner's weights are rewritten already.
Held<float> held_after(Held<float> before, SomeChanges changes, Learner& learner, const Task* task);

}  // namespace unrolled
