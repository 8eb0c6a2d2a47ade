#include "session/editing.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "train/shown_means.hpp"

namespace unrolled {
namespace {

bool edits_any(const Entrant& model) {
  return std::ranges::any_of(model.changes, [](const Change& change) { return !change.edits.empty(); });
}

bool sets_number(const Edit& edit) {
  return edit.to == Edit::To::off || edit.to == Edit::To::value || edit.to == Edit::To::mean;
}

/// What a place shows goes into a bias and its columns become zero, so that no other number can be made of them later on.
void require_once(const Edit& edit, const PlaceGroup& place, std::vector<const Edit*>& before,
                  const std::string& where) {
  if (!sets_number(edit) || place.holding(edit.index).bias.empty()) return;
  for (const Edit* other : before)
    if (other->name == edit.name && other->part == edit.part && other->index == edit.index &&
        (other->to != Edit::To::off || edit.to != Edit::To::off))
      throw Error(ErrorCode::invalid_config, "edits.again", where);
  before.push_back(&edit);
}

}  // namespace

void require_places(const Entrant& model, const ParameterShapes& parameters, const std::string& where) {
  if (!edits_any(model)) return;
  const std::vector<PlaceGroup> places = places_of(model, parameters);
  std::vector<const Edit*> numbers;
  for (std::size_t i = 0; i < model.changes.size(); ++i) {
    const std::string path = where + ".changes[" + std::to_string(i) + "].edits";
    const std::vector<Edit>& edits = model.changes[i].edits;
    if (!edits.empty() && places.empty()) throw Error(ErrorCode::invalid_config, "edits.counts", path);
    for (std::size_t j = 0; j < edits.size(); ++j) {
      const std::string at = path + "[" + std::to_string(j) + "]";
      require_once(edits[j], place_of(edits[j], places, at), numbers, at);
    }
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
      held.settle();  // one after the other: the next mean is of what this one left
    }
  return held;
}

}  // namespace unrolled
