#include "io/experiment.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "io/entrant.hpp"
#include "io/options_json.hpp"
#include "io/training_json.hpp"
#include "models/registry.hpp"
#include "tasks/registry.hpp"
#include "train/config.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMaxName = 200;

Configured read_task(const ObjectReader& top) {
  Configured task = read_configured(top.required("task"), task_groups(), top.path("task"));
  if (const auto check = task_kind(task.kind).check) check(task.options, top.path("task"));
  return task;
}

void read_train(const ObjectReader& top, Experiment& experiment) {
  static const Json nothing = Json::object();
  Training training = read_training(top.has("train") ? top.object().at("train") : nothing, top.path("train"));
  experiment.train = std::move(training.options);
  experiment.optimizer = std::move(training.optimizer);
  experiment.schedule = std::move(training.schedule);
}

Entrant read_model(const Json& json, const std::string& where, const Experiment& race, int starts) {
  Entrant model{read_configured(json, model_groups(), where, {"train", "changes", "start"}), {}, {}, {}};
  if (const auto check = model_kind(model.kind).check) check(model.options, where);
  read_own(json, where, race, starts, model);
  return model;
}

std::vector<Entrant> read_models(const ObjectReader& top, const Experiment& race, int starts) {
  const Json& list = top.required("models");
  if (!list.is_array()) top.refuse("models", "list.type", {found(list)});
  if (list.empty() || list.size() > kMaxModels)
    top.refuse("models", "models.count", {{"found", list.size()}, {"min", 1}, {"max", kMaxModels}});
  std::vector<Entrant> models;
  for (std::size_t k = 0; k < list.size(); ++k)
    models.push_back(read_model(list[k], top.path("models") + "[" + std::to_string(k) + "]", race, starts));
  return models;
}

/// Before anything else: what a newer version may say, this one would take for a mistake.
void require_version(const ObjectReader& top) {
  if (const auto at = top.object().find("version"); at != top.object().end() && at->is_number())
    if (at->get<double>() > kExperimentVersion)
      top.refuse("version", "version.newer", {found(*at), {"most", kExperimentVersion}});
  top.number("version", 1, kExperimentVersion, true);
}

/// The oldest version that can say it.
int version_of(const Experiment& experiment) {
  if (std::ranges::any_of(experiment.models, has_edits)) return 3;
  const bool plain = !is_new(Training{experiment.train, experiment.optimizer, experiment.schedule});
  return plain && std::ranges::none_of(experiment.models, [](const Entrant& model) { return is_new(model); }) ? 1 : 2;
}

Json describe_model(const ModelKind& kind) {
  Json json = describe_group(kind.group);
  Json& taps = list_at(json, "taps");
  for (const TapNote& tap : kind.taps)
    taps.push_back({{"name", tap.name}, {"axes", tap.axes}, {"title", tap.title}, {"summary", tap.summary}});
  return json;
}

Json describe_hidden(const HiddenVariable& variable) {
  static constexpr const char* kKinds[] = {"number", "yes_no", "symbol"};
  return {{"name", variable.name}, {"title", variable.title}, {"kind", kKinds[std::size_t(variable.kind)]}};
}

Json describe_tasks() {
  Json list = Json::array();
  for (const TaskKind* kind : task_kinds()) {
    Json json = describe_group(kind->group);
    json["view"] = kind->view.name;
    json["places"] = {{"given", kind->view.given}};
    if (!kind->view.written.empty()) object_at(json, "places")["written"] = kind->view.written;
    json["reads_data"] = kind->reads_data;
    json["text"] = kind->text;
    Json& hidden = list_at(json, "hidden");
    for (const HiddenVariable& variable : kind->knows->variables) hidden.push_back(describe_hidden(variable));
    json["cues"] = kind->knows->cues;
    list.push_back(std::move(json));
  }
  return list;
}

Json describe_groups(const std::vector<OptionGroup>& groups) {
  Json list = Json::array();
  for (const OptionGroup& group : groups) list.push_back(describe_group(group));
  return list;
}

}  // namespace

Experiment parse_experiment(std::string_view text) { return read_experiment(parse_json(text, "experiment")); }

Experiment read_experiment(const Json& json) { return read_experiment(json, "", 0); }

Experiment read_experiment(const Json& json, const std::string& where, int starts) {
  const ObjectReader top(json, where);
  require_version(top);
  top.allow_only({"version", "name", "task", "train", "models"});
  Experiment experiment;
  if (top.has("name")) experiment.name = top.text("name", kMaxName);
  experiment.task = read_task(top);
  read_train(top, experiment);
  experiment.models = read_models(top, experiment, starts);
  return experiment;
}

Json to_json(const Experiment& experiment) {
  Json models = Json::array();
  for (const Entrant& model : experiment.models) models.push_back(to_json(model));
  return {{"version", version_of(experiment)},
          {"name", experiment.name},
          {"task", to_json(experiment.task, task_groups())},
          {"train", to_json(Training{experiment.train, experiment.optimizer, experiment.schedule})},
          {"models", std::move(models)}};
}

const Entrant& model_at(const Experiment& experiment, std::size_t k) {
  if (k >= experiment.models.size())
    throw Error(ErrorCode::invalid_config, "models.number", "models",
                {{"found", k}, {"count", experiment.models.size()}});
  return experiment.models[k];
}

Json describe_everything() {
  Json models = Json::array();
  for (const ModelKind* kind : model_kinds()) models.push_back(describe_model(*kind));
  return {{"version", 1},
          {"experiment_version", kExperimentVersion},
          {"arithmetic", kArithmetic},
          {"models", std::move(models)},
          {"tasks", describe_tasks()},
          {"train",
           {{"options", describe_options(train_options())},
            {"optimizers", describe_groups(optimizer_groups())},
            {"schedules", describe_groups(schedule_groups())}}}};
}

}  // namespace unrolled
