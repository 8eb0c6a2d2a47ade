#include "io/experiment.hpp"

#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "tasks/registry.hpp"
#include "train/config.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMaxName = 200;

Configured read_task(const ObjectReader& top) {
  Configured task = read_configured(top.required("task", "an object with a \"kind\""), task_groups(), "task");
  if (const auto check = task_kind(task.kind).check) check(task.options, "task");
  return task;
}

Configured read_part(const ObjectReader& train, const std::string& key, const std::vector<OptionGroup>& groups) {
  if (!train.has(key)) return {std::string(groups.front().kind), Options(groups.front().options)};
  return read_configured(train.object().at(key), groups, train.path(key));
}

void read_train(const ObjectReader& top, Experiment& experiment) {
  static const Json nothing = Json::object();
  const Json& json = top.has("train") ? top.object().at("train") : nothing;
  experiment.train = read_options(json, train_options(), "train", {"optimizer", "schedule"});
  const ObjectReader train(json, "train");
  experiment.optimizer = read_part(train, "optimizer", optimizer_groups());
  experiment.schedule = read_part(train, "schedule", schedule_groups());
}

std::vector<Configured> read_models(const ObjectReader& top) {
  const std::string expected = "a list of 1 to " + std::to_string(kMaxModels) + " models";
  const Json& list = top.required("models", expected);
  if (!list.is_array()) top.fail("models", expected);
  if (list.empty() || list.size() > kMaxModels)
    throw Error(ErrorCode::invalid_config, "models", expected, std::to_string(list.size()));
  std::vector<Configured> models;
  for (std::size_t k = 0; k < list.size(); ++k) {
    const std::string where = "models[" + std::to_string(k) + "]";
    models.push_back(read_configured(list[k], model_groups(), where));
    if (const auto check = model_kind(models.back().kind).check) check(models.back().options, where);
  }
  return models;
}

Json describe_model(const ModelKind& kind) {
  Json json = describe_group(kind.group);
  json["taps"] = Json::array();
  for (const TapNote& tap : kind.taps)
    json["taps"].push_back({{"name", tap.name}, {"axes", tap.axes}, {"title", tap.title}, {"summary", tap.summary}});
  return json;
}

Json describe_tasks() {
  Json list = Json::array();
  for (const TaskKind* kind : task_kinds()) {
    Json json = describe_group(kind->group);
    json["view"] = kind->view;
    json["reads_data"] = kind->reads_data;
    json["text"] = kind->text;
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

Experiment read_experiment(const Json& json) {
  const ObjectReader top(json, "");
  top.allow_only({"version", "name", "task", "train", "models"});
  top.number("version", 1, 1, true);
  Experiment experiment;
  if (top.has("name")) experiment.name = top.text("name", kMaxName);
  experiment.task = read_task(top);
  read_train(top, experiment);
  experiment.models = read_models(top);
  return experiment;
}

Json to_json(const Experiment& experiment) {
  Json train = to_json(experiment.train, train_options());
  train["optimizer"] = to_json(experiment.optimizer, optimizer_groups());
  train["schedule"] = to_json(experiment.schedule, schedule_groups());
  Json models = Json::array();
  for (const Configured& model : experiment.models) models.push_back(to_json(model, model_groups()));
  return {{"version", 1},
          {"name", experiment.name},
          {"task", to_json(experiment.task, task_groups())},
          {"train", std::move(train)},
          {"models", std::move(models)}};
}

const Configured& model_at(const Experiment& experiment, std::size_t k) {
  if (k >= experiment.models.size())
    throw Error(ErrorCode::invalid_config, "models", "a model number below " + std::to_string(experiment.models.size()),
                std::to_string(k));
  return experiment.models[k];
}

Json describe_everything() {
  Json models = Json::array();
  for (const ModelKind* kind : model_kinds()) models.push_back(describe_model(*kind));
  return {{"version", 1},
          {"models", std::move(models)},
          {"tasks", describe_tasks()},
          {"train",
           {{"options", describe_options(train_options())},
            {"optimizers", describe_groups(optimizer_groups())},
            {"schedules", describe_groups(schedule_groups())}}}};
}

}  // namespace unrolled
