// Goals are judged as the page judges them: tests/golden/predicates.json has what web/facts says (tests/golden/predicates.mjs).
#include "facts/predicates.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

using namespace unrolled;

namespace {

double number_of(const nlohmann::json& value) {
  return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> column_of(const nlohmann::json& list) {
  std::vector<double> column;
  for (const auto& value : list) column.push_back(number_of(value));
  return column;
}

ModelFacts facts_of(const nlohmann::json& json) {
  ModelFacts model;
  model.index = json.at("index"), model.kind = json.at("kind");
  model.refused = json.at("refused"), model.over = json.at("over"), model.finite = json.at("finite");
  model.arrived = json.at("state") == "done";
  model.step = json.at("step");
  for (const auto& [name, value] : json.at("present").items())
    if (value.is_number()) model.present[name] = value;
  for (const auto& [name, curve] : json.at("curves").items())
    model.curves[name] = {column_of(curve.at("step")), column_of(curve.at("value"))};
  return model;
}

template <class Value>
nlohmann::json json_of(const std::optional<Value>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

nlohmann::json json_of(const Verdict& verdict) {
  return {{"holds", json_of(verdict.holds)}, {"value", json_of(verdict.value)}, {"step", json_of(verdict.step)},
          {"other", json_of(verdict.other)}, {"model", json_of(verdict.model)}, {"settled", verdict.settled}};
}

Predicate predicate_of(const std::string& text) {
  return read_predicate(parse_json(text, ""), "goal", ErrorCode::invalid_file);
}

std::string refusal_of(const std::string& text) {
  try {
    predicate_of(text);
  } catch (const Error& error) {
    return error.where() + " " + std::string(error.key());
  }
  return "";
}

}  // namespace

TEST_CASE("predicates: all cases are judged as the page judges them") {
  std::ifstream file(UNROLLED_SOURCE_DIR "/tests/golden/predicates.json");
  const auto golden = nlohmann::json::parse(file);
  std::size_t count = 0;
  for (const auto& race : golden.at("races")) {
    std::vector<ModelFacts> models;
    for (const auto& model : race.at("models")) models.push_back(facts_of(model));
    for (const auto& one : race.at("cases")) {
      const std::string text = one.at("predicate").dump();
      CAPTURE(text);
      CHECK(json_of(holds(predicate_of(text), models)) == one.at("verdict"));
      ++count;
    }
  }
  CHECK(count >= 300);
}

TEST_CASE("predicates: what is none is refused where it is wrong") {
  CHECK(refusal_of(R"({"model": 0, "metric": "val_loss", "op": "<", "value": 1})") == "");
  CHECK(refusal_of(R"({"model": 0, "metric": "val_los", "op": "<", "value": 1})") == "goal.metric choice.unknown");
  CHECK(refusal_of(R"({"model": 0, "metric": "best_seconds", "op": "<", "value": 1})") == "goal.metric choice.unknown");
  CHECK(refusal_of(R"({"model": 6, "metric": "loss", "op": "<", "value": 1})") == "goal.model number.whole");
  CHECK(refusal_of(R"({"model": "others", "metric": "loss", "op": "<", "value": 1})") == "goal.model choice.unknown");
  CHECK(refusal_of(R"({"model": 0, "metric": "loss", "op": "=", "value": 1})") == "goal.op choice.unknown");
  CHECK(refusal_of(R"({"model": 0, "metric": "loss", "op": "within", "value": 1})") == "goal.value list.type");
  CHECK(refusal_of(R"({"model": 0, "metric": "loss", "op": "within", "value": [2, 1]})") == "goal.value list.type");
  CHECK(refusal_of(R"({"model": 0, "metric": "loss", "op": "<", "value": 1e13})") == "goal.value number.range");
  CHECK(refusal_of(R"({"model": 0, "metric": "loss", "op": "<", "value": {"model": "all"}})") ==
        "goal.value.model choice.unknown");
  CHECK(refusal_of(R"({"model": 0, "metric": "loss", "op": "<", "value": 1, "script": 2})") ==
        "goal.script key.unknown");
  CHECK(refusal_of(R"({"model": 0, "metric": "final_loss", "op": "<", "value": 1, "by_step": 2})") ==
        "goal.by_step key.unknown");
}
