#include "io/course.hpp"

namespace unrolled {

Course::Course(const Experiment& experiment, std::size_t k)
    : now_{experiment.train, experiment.optimizer, experiment.schedule}, batch_seed_(experiment.train.integer("seed")) {
  apply(model_at(experiment, k).train, now_);
  stated_steps_ = end();
}

bool Course::reach_next(std::uint64_t done, const std::vector<Change>& changes) {
  if (!due(done, changes)) return false;
  apply(changes[reached_++].train, now_);
  return true;
}

bool Course::reach(std::uint64_t done, const std::vector<Change>& changes) {
  const std::size_t before = reached_;
  while (reach_next(done, changes)) continue;
  return reached_ > before;
}

std::uint64_t end_of_run(const Experiment& experiment, std::size_t k) {
  Course course(experiment, k);
  while (course.reach_next(course.end(), experiment.models[k].changes)) continue;
  return course.end();
}

Recipe recipe(const Experiment& experiment, std::size_t k, std::uint64_t steps) {
  const Entrant& model = model_at(experiment, k);
  Recipe recipe{experiment.task, model, experiment.train.text("tier"), {}, {}, {}, {}};
  Course course(experiment, k);
  recipe.configs.emplace_back(0, course.config());  // initial weights follow the seed before any change
  for (const Change& change : model.changes) {
    if (change.step <= steps && !change.edits.empty()) recipe.edits.emplace_back(change.step, change.edits);
    if (change.step >= steps) continue;
    course.reach(change.step, model.changes);
    if (const TrainConfig config = course.config(); config != recipe.configs.back().second)
      recipe.configs.emplace_back(change.step, config);
  }
  if (!model.start) return recipe;
  const Start& start = *model.start;
  recipe.weights = start.weights;
  if (start.experiment) recipe.start.push_back(unrolled::recipe(*start.experiment, start.model, start.step));
  return recipe;
}

}  // namespace unrolled
