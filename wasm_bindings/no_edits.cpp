// The places of the engine that trains in the page: none, and no edits of them. A model whose experiment edits some is trained by the
// module that also has the measures, to the same bits (docs/decisions/0006-module-budget.md).
#include <algorithm>

#include "core/error.hpp"
#include "session/editing.hpp"

namespace unrolled {

std::vector<PlaceGroup> places_of(const Configured&, const ParameterShapes&) { return {}; }

void require_places(const Entrant&, const ParameterShapes&, const std::string&) {}

Held<float> held_after(Held<float> held, SomeChanges changes, Learner&, const Task*) {
  if (std::ranges::any_of(changes.model.changes, [](const Change& change) { return !change.edits.empty(); }))
    throw Error(ErrorCode::invalid_config, "internal.mistake", "edits", {{"reason", "no_edits"}});
  return held;
}

}  // namespace unrolled
