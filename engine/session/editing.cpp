#include "session/editing.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "train/shown_means.hpp"

namespace unrolled {
namespace {

bool edits_any(const Entrant& model) {
  return std::ranges::any_of(model.changes, [](const Change& change) { return !change.edits.empty(); });
}

}  // namespace

void require_places(const Entrant& model, const ParameterShapes& parameters, const std::string& where) {
  if (!edits_any(model)) return;
  const std::vector<PlaceGroup> places = places_of(model, parameters);
  for (std::size_t i = 0; i < model.changes.size(); ++i) {
    const std::string path = where + ".changes[" + std::to_string(i) + "].edits";
    const std::vector<Edit>& edits = model.changes[i].edits;
    if (!edits.empty() && places.empty()) throw Error(ErrorCode::invalid_config, "edits.counts", path);
    for (std::size_t j = 0; j < edits.size(); ++j) place_of(edits[j], places, path + "[" + std::to_string(j) + "]");
  }
}

Held<float> held_after(Held<float> held, SomeChanges changes, Learner& learner, const Task* task) {
  const Entrant& model = changes.model;
  if (learner.network() == nullptr || !edits_any(model)) return held;
  Arena<float>& parameters = learner.network()->parameters();
  const std::vector<PlaceGroup> places = places_of(model, shapes_of(parameters));
  for (std::size_t i = changes.first; i < changes.last; ++i)
    for (const Edit& edit : model.changes[i].edits) {
      const PlaceGroup& place = place_of(edit, places, "edits");
      held.add(edit, place, parameters, task != nullptr,
               means_for(edit, place, task, learner.held_out_plan(HeldOut::val)));
    }
  return held;
}

}  // namespace unrolled
