#include "session/kept_race.hpp"

#include <charconv>

#include "core/arithmetic.hpp"
#include "core/error.hpp"
#include "io/course.hpp"
#include "models/registry.hpp"
#include "session/checkpoint.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

Json changes_json(const Entrant& model) {
  const Json json = to_json(model);
  return json.contains("changes") ? json.at("changes") : Json::array();
}

KeptModel fresh_model(const Experiment& experiment, std::size_t k) {
  KeptModel model;
  model.said.name = model_kind(experiment.models[k].kind).group.title;
  model.given = changes_json(experiment.models[k]);
  model.steps = end_of_run(experiment, k);
  return model;
}

bool learns_own(const Experiment& experiment) {
  const Configured& task = experiment.task;
  return task_kind(task.kind).reads_data && task.options.text("corpus") == "own";
}

/// By the receipt of a model file, whose experiment has the model alone.
KeptRace race_of_receipt(const std::string& text) {
  Receipt receipt = read_receipt(parse_json(text, "receipt", ErrorCode::invalid_file), "receipt");
  KeptRace race;
  try {
    race = fresh_race(read_experiment(receipt.page.at("experiment")));
  } catch (const Error& error) {
    throw Error(ErrorCode::invalid_file, "checkpoint.experiment", "receipt", {{"reason", error.what()}});
  }
  if (race.models.size() != 1 || receipt.models.size() != 1)
    throw Error(ErrorCode::invalid_file, "race.lists", "receipt");
  race.models.front().said = receipt.models.front();
  race.learned = receipt.data;
  race.stated = receipt.page.at("experiment");
  race.page = std::move(receipt.page);
  race.page.erase("experiment");
  return race;
}

/// By what the engine says of a file without one.
KeptRace race_of_header(const CheckpointHeader& header) {
  Experiment alone = header.experiment;
  alone.models = {header.entrant()};
  return fresh_race(alone);
}

}  // namespace

KeptRace fresh_race(const Experiment& experiment) {
  KeptRace race;
  race.experiment = experiment;
  if (learns_own(experiment)) race.own = "";
  for (std::size_t k = 0; k < experiment.models.size(); ++k) race.models.push_back(fresh_model(experiment, k));
  return race;
}

KeptRace race_of_model(std::vector<std::byte> bytes) {
  const SafetensorsFile file = read_safetensors(bytes);
  const CheckpointHeader header = read_header(file);
  const auto receipt = file.metadata.find("receipt");
  KeptRace race = receipt == file.metadata.end() ? race_of_header(header) : race_of_receipt(receipt->second);
  ReceiptModel& said = race.models.front().said;
  said.step = stored_progress(file).steps;
  said.weights_sha256 = weights_sha256(file);
  said.reproducible = said.reproducible && header.arithmetic == kArithmetic;
  race.models.front().file = std::move(bytes);
  return race;
}

Json experiment_json(const KeptRace& race) {
  const Json whole = to_json(race.experiment);
  if (race.stated.is_null()) return whole;
  Json json = race.stated;
  json["version"] = whole.at("version");
  for (std::size_t k = 0; k < race.models.size(); ++k) {
    Json& model = json.at("models").at(k);
    const Json changes = changes_json(race.experiment.models[k]);
    changes.empty() ? void(model.erase("changes")) : void(model["changes"] = changes);
  }
  return json;
}

Receipt receipt_of(const KeptRace& race, std::size_t k) {
  Receipt receipt{race.page, race.learned, kArithmetic, race.engine, {race.models[k].said}};
  Json& experiment = receipt.page["experiment"] = experiment_json(race);
  experiment["models"] = Json::array({Json(experiment.at("models").at(k))});
  return receipt;
}

}  // namespace unrolled
