#include "session/receipt.hpp"

#include "io/experiment.hpp"

namespace unrolled {
namespace {

constexpr const char* kReceiptFormat = "unrolled-receipt-1";
constexpr double kMostSteps = 1e9;
constexpr std::size_t kMaxWord = 200;  // characters of a name, a version or a hash

ReceiptModel read_model(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where, ErrorCode::invalid_file);
  ReceiptModel model;
  model.name = reader.text("name", kMaxWord);
  model.step = static_cast<std::uint64_t>(reader.number("step", 0, kMostSteps, true));
  model.scores = ObjectReader(reader.required("scores"), reader.path("scores"), ErrorCode::invalid_file).object();
  model.weights_sha256 = reader.text("weights_sha256", kMaxWord);
  if (reader.has("reproducible")) model.reproducible = reader.boolean("reproducible");
  return model;
}

Json to_json(const ReceiptModel& model) {
  return {{"name", model.name},
          {"step", model.step},
          {"scores", model.scores},
          {"weights_sha256", model.weights_sha256},
          {"reproducible", model.reproducible}};
}

}  // namespace

Json to_json(const Receipt& receipt) {
  Json json{{"format", kReceiptFormat}, {"page", receipt.page}, {"data", receipt.data}};
  json["arithmetic"] = receipt.arithmetic;
  json["engine"] = receipt.engine;
  Json& models = list_at(json, "models");
  for (const ReceiptModel& model : receipt.models) models.push_back(to_json(model));
  return json;
}

Receipt read_receipt(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where, ErrorCode::invalid_file);
  if (const std::string found = reader.text("format", kMaxWord); found != kReceiptFormat)
    reader.refuse("format", "checkpoint.format", {{"found", in_quotes(found)}});
  Receipt receipt;
  const ObjectReader page(reader.required("page"), reader.path("page"), ErrorCode::invalid_file);
  const ObjectReader experiment(page.required("experiment"), page.path("experiment"), ErrorCode::invalid_file);
  receipt.page = page.object();
  if (reader.has("data") && reader.required("data").is_object()) receipt.data = reader.required("data");
  receipt.arithmetic = static_cast<unsigned>(reader.number("arithmetic", 0, kMostSteps, true));
  receipt.engine = reader.text("engine", kMaxWord);
  const Json& models = reader.required("models");
  if (!models.is_array() || models.size() > kMaxModels) reader.refuse("models", "list.type", {found(models)});
  for (std::size_t k = 0; k < models.size(); ++k)
    receipt.models.push_back(read_model(models[k], reader.path("models") + "[" + std::to_string(k) + "]"));
  return receipt;
}

Json without_text(Json experiment) {
  if (!experiment.is_object()) return experiment;
  if (experiment.contains("task") && experiment.at("task").is_object()) experiment.at("task").erase("text");
  if (!experiment.contains("models") || !experiment.at("models").is_array()) return experiment;
  for (Json& model : experiment.at("models")) {
    if (!model.is_object() || !model.contains("start") || !model.at("start").is_object()) continue;
    if (Json& start = model.at("start"); start.contains("experiment"))
      start.at("experiment") = without_text(start.at("experiment"));
  }
  return experiment;
}

}  // namespace unrolled
