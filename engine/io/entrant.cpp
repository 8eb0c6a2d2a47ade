#include "io/entrant.hpp"

#include <algorithm>

#include "io/course.hpp"
#include "io/edits_json.hpp"
#include "io/options_json.hpp"
#include "io/training_json.hpp"
#include "models/registry.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

std::string numbered(const std::string& where, std::size_t i) { return where + "[" + std::to_string(i) + "]"; }

std::uint64_t read_step(const ObjectReader& reader, double last) {
  return static_cast<std::uint64_t>(reader.number("step", 0, last, true));
}

std::vector<Change> read_changes(const Json& list, const std::string& where, Training now) {
  if (!list.is_array()) throw Error(ErrorCode::invalid_config, "list.type", where, {found(list)});
  if (list.size() > kMaxChanges)
    throw Error(ErrorCode::invalid_config, "changes.count", where, {{"found", list.size()}, {"most", kMaxChanges}});
  std::vector<Change> changes;
  std::size_t edits = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const ObjectReader reader(list[i], numbered(where, i));
    reader.allow_only({"step", "train", "edits"});
    const std::uint64_t step = read_step(reader, find_option(train_options(), "steps")->max);
    if (i > 0 && step < changes.back().step)
      reader.refuse("step", "changes.order", {{"found", step}, {"limit", changes.back().step}});
    Change& change = changes.emplace_back();
    change.step = step;
    if (reader.has("edits")) change.edits = read_edits(reader.required("edits"), reader.path("edits"));
    if (change.edits.empty() || reader.has("train"))
      change.train = read_change(reader.required("train"), reader.path("train"), now, step);
    apply(change.train, now);
    edits += change.edits.size();
  }
  if (edits > kMaxEdits)
    throw Error(ErrorCode::invalid_config, "edits.count", where, {{"found", edits}, {"min", 1}, {"max", kMaxEdits}});
  return changes;
}

std::string read_hash(const ObjectReader& reader) {
  const Json& value = reader.required("weights");
  const std::string hash = value.is_string() ? value.get<std::string>() : "";
  if (hash.size() != 64 || hash.find_first_not_of("0123456789abcdef") != std::string::npos)
    reader.refuse("weights", "start.hash", {found(value)});
  return hash;
}

/// Data that is not in the experiment cannot be trained on again by whoever reads it.
void refuse_own_data(const Configured& task, const std::string& where) {
  const TaskKind& kind = task_kind(task.kind);
  if (!kind.reads_data || task.options.text("corpus") != "own") return;
  if (find_option(kind.group.options, "text") != nullptr && !task.options.text("text").empty()) return;
  throw Error(ErrorCode::invalid_config, "start.own_data", where + ".experiment.task.corpus");
}

void refuse_counted(const Configured& model, const std::string& where) {
  if (model_kind(model.kind).counted) throw Error(ErrorCode::invalid_config, "start.counts", where);
}

Start read_start(const Json& json, const std::string& where, int starts) {
  if (starts == kMaxStarts) throw Error(ErrorCode::invalid_config, "start.depth", where, {{"most", kMaxStarts}});
  const ObjectReader reader(json, where);
  if (reader.has("weights")) {
    reader.allow_only({"weights"});
    return {read_hash(reader), nullptr, 0, 0};
  }
  reader.allow_only({"experiment", "model", "step", "weights"});
  Experiment experiment = read_experiment(reader.required("experiment"), reader.path("experiment"), starts + 1);
  refuse_own_data(experiment.task, where);
  Start start;
  if (reader.has("model"))
    start.model = static_cast<std::size_t>(reader.number("model", 0, double(experiment.models.size() - 1), true));
  refuse_counted(experiment.models[start.model], reader.path("model"));
  start.step = end_of_run(experiment, start.model);
  if (reader.has("step")) start.step = read_step(reader, double(start.step));
  start.experiment = std::make_shared<const Experiment>(std::move(experiment));
  return start;
}

Json changes_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const Change& change : changes) list.push_back(to_json(change));
  return list;
}

}  // namespace

bool operator==(const Start& a, const Start& b) {
  if (a.weights != b.weights || a.model != b.model || a.step != b.step) return false;
  return a.experiment == b.experiment || (a.experiment && b.experiment && *a.experiment == *b.experiment);
}

void read_own(const Json& json, const std::string& where, const Experiment& race, int starts, Entrant& model) {
  const ObjectReader reader(json, where);
  Training now{race.train, race.optimizer, race.schedule};
  if (reader.has("train")) model.train = read_own_training(json.at("train"), reader.path("train"), now);
  apply(model.train, now);
  if (reader.has("changes")) model.changes = read_changes(json.at("changes"), reader.path("changes"), std::move(now));
  if (!reader.has("start")) return;
  refuse_counted(model, reader.path("start"));
  model.start = read_start(json.at("start"), reader.path("start"), starts);
}

bool has_edits(const Entrant& model) {
  return std::ranges::any_of(model.changes, [](const Change& change) { return !change.edits.empty(); });
}

bool is_new(const Entrant& model) { return !model.train.empty() || !model.changes.empty() || model.start.has_value(); }

Json to_json(const Start& start) {
  if (!start.experiment) return {{"weights", start.weights}};
  return {{"experiment", to_json(*start.experiment)}, {"model", start.model}, {"step", start.step}};
}

Json to_json(const Change& change) {
  Json json{{"step", change.step}};
  if (change.edits.empty() || !change.train.empty()) json["train"] = to_json(change.train);
  if (!change.edits.empty()) json["edits"] = to_json(change.edits);
  return json;
}

Json to_json(const Entrant& model) {
  Json json = to_json(model, model_groups());
  if (!model.train.empty()) json["train"] = to_json(model.train);
  if (!model.changes.empty()) json["changes"] = changes_json(model.changes);
  if (model.start) json["start"] = to_json(*model.start);
  return json;
}

}  // namespace unrolled
