// What changes a run: options on the way, another beginning, a checkpoint to go on from.
#include <algorithm>

#include "core/error.hpp"
#include "io/edits_json.hpp"
#include "io/training_json.hpp"
#include "session/adoption.hpp"
#include "session/editing.hpp"
#include "session/learner.hpp"
#include "session/session.hpp"
#include "session/work.hpp"
#include "tasks/task.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kShown = 16;  // digits of a hash: enough to tell it from another

std::string start_path(std::size_t k) { return model_path(k) + ".start"; }

/// What is read again is checked again: a change may not fit those that come after it.
Experiment checked(const Experiment& experiment) { return parse_experiment(to_text(to_json(experiment))); }

}  // namespace

void Session::require_start() const {
  if (waits_) throw Error(ErrorCode::invalid_config, "start.wanted", start_path(header_.model));
}

bool Session::reach_changes() {
  if (!course_.due(steps_done(), header_.entrant().changes)) return false;
  Course course = course_;  // all of them or, where memory runs out, none
  course.reach(steps_done(), header_.entrant().changes);
  Held<float> held =
      held_after(learner_->held(), {header_.entrant(), course_.reached(), course.reached()}, *learner_, task_.get());
  learner_->configure(course.config());
  learner_->hold(std::move(held));
  course_ = std::move(course);
  return true;
}

std::string Session::change(std::string_view train) { return change_train(parse_json(train, "train")); }

void Session::set_lr(double lr) { change_train(Json{{"optimizer", {{"lr", lr}}}}); }

std::string Session::change_train(const Json& train) {
  require_text();
  return record({steps_done(), read_change(train, "train", course_.now(), steps_done())});
}

std::string Session::edit(std::string_view edits) {
  require_text();
  require_start();
  work_.reset();
  return record({steps_done(), {}, read_edits(parse_json(edits, "edits"), "edits")});
}

std::string Session::record(Change change) {
  const std::vector<Change>& changes = header_.entrant().changes;
  if (changes.size() == kMaxChanges)
    throw Error(ErrorCode::invalid_config, "changes.count", change.edits.empty() ? "train" : "edits",
                {{"found", changes.size() + 1}, {"most", kMaxChanges}});
  Experiment changed = header_.experiment;
  std::vector<Change>& list = changed.models[header_.model].changes;
  list.insert(list.begin() + std::ptrdiff_t(course_.reached()), change);
  changed = checked(changed);
  const Entrant& model = changed.models[header_.model];
  if (!change.edits.empty()) require_fitting(model);
  Course course = course_;
  course.reach(change.step, model.changes);
  std::string answer = to_text(to_json(change));
  Held<float> held = held_after(learner_->held(), {model, course_.reached(), course.reached()}, *learner_, task_.get());
  learner_->configure(course.config());  // from here on no memory is asked for
  learner_->hold(std::move(held));
  header_.experiment = std::move(changed);
  course_ = std::move(course);
  return answer;
}

void Session::require_fitting(const Entrant& model) const {
  const Model<float>* network = learner_->network();
  require_places(model, network == nullptr ? ParameterShapes() : shapes_of(network->parameters()),
                 model_path(header_.model));
}

void Session::reset() {
  restart();
  reach_changes();
}

void Session::restart() {
  Experiment as_opened = header_.experiment;
  as_opened.models[header_.model].changes = listed_;
  Course course(as_opened, header_.model);
  learner_->configure(course.config());  // whose seed the initial weights follow
  learner_->reset();
  work_.reset();
  header_.experiment = std::move(as_opened);
  header_.arithmetic = kArithmetic;
  course_ = std::move(course);
  waits_ = header_.entrant().start.has_value();
}

void Session::require_named(const CheckpointHeader& stored, const SafetensorsFile& file) const {
  const Start& start = *header_.entrant().start;
  const std::string where = start_path(header_.model);
  if (!start.experiment) {
    if (const std::string hash = unrolled::weights_sha256(file); hash != start.weights)
      throw Error(ErrorCode::invalid_file, "start.other_hash", where + ".weights",
                  {{"found", shortened(hash, kShown)}, {"wanted", shortened(start.weights, kShown)}});
    return;
  }
  const std::uint64_t steps = stored_progress(file).steps;
  if (steps != start.step)
    throw Error(ErrorCode::invalid_file, "start.steps", where + ".step", {{"found", steps}, {"wanted", start.step}});
  if (recipe(stored.experiment, stored.model, steps) != recipe(*start.experiment, start.model, steps))
    throw Error(ErrorCode::invalid_file, "start.other", where + ".experiment");
}

std::string Session::adopt(std::span<const std::byte> checkpoint) {
  if (learner_->network() == nullptr) throw Error(ErrorCode::invalid_config, "adopt.counts", "adopt");
  const SafetensorsFile file = read_safetensors(checkpoint);
  const CheckpointHeader stored = read_header(file);
  stored.form();  // throws before anything changes
  const std::optional<Start>& start = header_.entrant().start;
  if (start) require_named(stored, file);
  // Trained again, what is named would have other weights than these.
  const bool reproducible = !(start && start->experiment) || stored.arithmetic == kArithmetic;
  const Adoption adoption = plan_adoption(learner_->network()->parameters(), header_, file);
  Json result{{"adopted", adoption.adopted}, {"fresh", adoption.fresh}};
  if (!stored.verified) result["unverified"] = true;
  std::string answer = to_text(result);
  restart();
  adoption.apply();
  waits_ = false;
  if (!reproducible) header_.arithmetic = kNoArithmetic;
  reach_changes();  // what they edit is what was adopted
  return answer;
}

Experiment Session::continued(const CheckpointHeader& stored, std::uint64_t step) const {
  Experiment experiment = header_.experiment;
  std::vector<Change>& changes = experiment.models[header_.model].changes;
  changes.clear();
  for (const Change& change : stored.entrant().changes)
    if (change.step <= step) changes.push_back(change);
  for (const Change& change : listed_)
    if (change.step > step) changes.push_back(change);
  try {
    Experiment read = checked(experiment);
    require_fitting(read.models[header_.model]);
    return read;
  } catch (const Error& error) {
    throw Error(ErrorCode::invalid_file, "checkpoint.changes", "checkpoint", {{"reason", error.what()}});
  }
}

std::span<const float> Session::weights() {
  Model<float>* network = learner_->network();
  return network ? network->parameters().values() : std::span<float>();
}

void Session::take_weights(std::span<const float> weights) {
  const std::size_t wanted = this->weights().size();
  if (weights.size() != wanted)
    throw Error(ErrorCode::invalid_file, "internal.mistake", "", {{"reason", "other_weights"}});
  work_.reset();
  if (wanted) std::ranges::copy(weights, learner_->network()->parameters().values().begin());
}

std::string Session::load(std::span<const std::byte> checkpoint) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  const CheckpointHeader stored = read_header(file);
  require_same(header_, stored);
  const auto [steps, lr] = stored_progress(file);
  Experiment experiment = continued(stored, steps);
  Course course(experiment, header_.model);
  course.reach(steps, experiment.models[header_.model].changes);
  bool reproducible = stored.arithmetic == kArithmetic &&
                      recipe(stored.experiment, stored.model, steps) == recipe(experiment, header_.model, steps);
  if (lr != 0 && lr != course.config().lr) {
    course.keep_rate(lr);
    reproducible = false;
  }
  Json result{{"step", steps}, {"arithmetic", stored.arithmetic}, {"reproducible", reproducible}};
  if (!stored.verified) result["unverified"] = true;
  std::string answer = to_text(result);
  TrainConfig config = course.config();
  Held<float> held = held_after({}, {experiment.models[header_.model], 0, course.reached()}, *learner_, nullptr);
  learner_->load(file);
  learner_->hold(std::move(held));
  learner_->configure(std::move(config));  // from here on no memory is asked for
  work_.reset();
  header_.experiment = std::move(experiment);
  header_.arithmetic = reproducible ? kArithmetic : kNoArithmetic;
  course_ = std::move(course);
  waits_ = steps == 0 && header_.entrant().start.has_value();
  return answer;
}

}  // namespace unrolled
