// What is handed in of an exercise: read, hashed, and led back to the experiment of each run.
#include "facts/exercise.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "facts/loss_points.hpp"
#include "io/canonical.hpp"

using namespace unrolled;

namespace {

const char* const kPart = R"({
  "exercise": {"v": 1, "title": "Which?", "question": "", "choices": [], "seed": "name", "goal": [
    {"model": 0, "metric": "val_loss", "op": "<", "value": 1},
    {"find": "head", "model": 1, "score": "copy_alignment", "at_least": 0.5}]},
  "taken": {"exercise": "0123456789abcdef", "name": "Ada", "prediction": null, "answers": [], "found": {"1": {"layer": 1, "head": 2}},
    "runs": [{"position": null, "changes": {"train.steps": 20}, "seed": 3,
              "models": [{"name": "RNN", "step": 20, "scores": {"val_loss": 0.5}, "weights_sha256": null}]}],
    "goals": [{"run": 0, "step": 10, "value": 0.75}, null], "hints": 0, "begun": 0, "seconds": 0, "finished": true},
  "checksum": "00"})";

Json part() { return Json::parse(kPart); }

/// Where it is refused once the value at a path is another.
std::string refused_with(const std::string& path, const Json& value) {
  Json json = part();
  json[Json::json_pointer(path)] = value;
  try {
    read_handed_in(json, "exercise");
  } catch (const Error& error) {
    return error.where();
  }
  return "";
}

Json changed(const std::string& changes) {
  const Json experiment =
      Json::parse(R"({"train":{"steps":5},"models":[{"kind":"rnn"},{"kind":"lstm"},{"kind":"gru"}]})");
  return with_changes(experiment, Json::parse(changes), 7, "runs[0]");
}

}  // namespace

TEST_CASE("exercise: what is handed in is read") {
  const HandedIn read = read_handed_in(part(), "exercise");
  CHECK(read.title == "Which?");
  CHECK(read.seed_of_name);
  REQUIRE(read.goals.size() == 2);
  CHECK(std::get<Find>(read.goals[1]).array == "copying");
  CHECK(read.runs[0].models[0].step == 20);
  CHECK_FALSE(read.runs[0].models[0].weights_sha256);
  CHECK(read.reached[0]->step == 10.0);
  CHECK_FALSE(read.reached[1]);
  CHECK(read.found.at(1).head == 2);
}

TEST_CASE("exercise: what cannot be is refused where it stands") {
  CHECK(refused_with("/exercise/v", 2) == "exercise.exercise.v");
  CHECK(refused_with("/exercise/seed", "other") == "exercise.exercise.seed");
  CHECK(refused_with("/exercise/goal/1/score", "entropy") == "exercise.exercise.goal[1].score");
  CHECK(refused_with("/taken/runs/0/seed", 1e300) == "exercise.taken.runs[0].seed");
  CHECK(refused_with("/taken/runs/0/models/0/step", -1) == "exercise.taken.runs[0].models[0].step");
  CHECK(refused_with("/taken/runs/0/models/0/weights_sha256", "abc") ==
        "exercise.taken.runs[0].models[0].weights_sha256");
  CHECK(refused_with("/taken/runs/0/changes", Json::array()) == "exercise.taken.runs[0].changes");
  CHECK(refused_with("/taken/goals/0/run", 1) == "exercise.taken.goals[0].run");
  CHECK(refused_with("/taken/goals", Json::array()) == "exercise.taken.goals");
  CHECK(refused_with("/taken/runs", Json::array()) == "exercise.taken.goals[0].run");
}

TEST_CASE("exercise: changes are set at their paths, and taken away from the end of a list first") {
  CHECK(changed("{}").at("train") == Json::parse(R"({"steps":5,"seed":7})"));
  CHECK(changed(R"({"train.optimizer.lr":0.5})").at("train").at("optimizer") == Json::parse(R"({"lr":0.5})"));
  CHECK(changed(R"({"models.1.hidden_size":9})").at("models")[1] == Json::parse(R"({"kind":"lstm","hidden_size":9})"));
  CHECK(changed(R"({"models.3":{"kind":"mlp"}})").at("models").size() == 4);
  CHECK(changed(R"({"models.1":null,"models.2":null})").at("models") == Json::parse(R"([{"kind":"rnn"}])"));
  for (const char* wrong : {R"({"models.5":1})", R"({"models.x":1})", R"({"train.steps.more":1})",
                            R"({"train.no":null})", R"({"models.01x":null})", R"({"a.a.a.a.a.a.a.a.a.a.a.a.a":1})"})
    CHECK_THROWS_AS(changed(wrong), Error);
}

TEST_CASE("exercise: the seed follows from the name as it does in the page") {
  std::ifstream file(UNROLLED_SOURCE_DIR "/tests/golden/seed_of_name.json");
  const auto golden = nlohmann::json::parse(file);
  CHECK(golden.at("cases").size() > 5);
  for (const auto& one : golden.at("cases")) CHECK(seed_of_name(one.at("name").get<std::string>()) == one.at("seed"));
}

TEST_CASE("canonical: numbers, texts and keys as JavaScript writes them in order") {
  const auto text = [](const char* json) { return canonical(Json::parse(json)); };
  CHECK(text(R"({"b": [1, 2.50, true, null], "a": {"z": "é\n\u0001\"", "B": -0.0}})") ==
        "{\"a\":{\"B\":0,\"z\":\"é\\n\\u0001\\\"\"},\"b\":[1,2.5,true,null]}");
  const std::pair<const char*, const char*> numbers[] = {
      {"1e-7", "1e-7"},     {"0.000001", "0.000001"},          {"1.5e-9", "1.5e-9"},
      {"1e21", "1e+21"},    {"1e20", "100000000000000000000"}, {"123456789.125", "123456789.125"},
      {"-0.1", "-0.1"},     {"1.25e+30", "1.25e+30"},          {"0.30000000000000004", "0.30000000000000004"},
      {"5e-324", "5e-324"}, {"1790000000000", "1790000000000"}};
  for (const auto& pair : numbers) CHECK(text(pair.first) == pair.second);
}

TEST_CASE("loss points: means between tests, of merged points where there are many") {
  std::vector<double> losses;
  for (int step = 1; step <= 12; ++step) losses.push_back(step);
  const Curve over = loss_means(losses, 12, 5, true), open = loss_means(losses, 12, 5, false),
              cut = loss_means(losses, 7, 5, true);
  CHECK(over.step == std::vector<double>{5, 10, 12});
  CHECK(over.value == std::vector<double>{3, 8, 11.5});
  CHECK(open.step == std::vector<double>{5, 10});
  CHECK(cut.value == std::vector<double>{3, 6.5});
  const Curve many = loss_means(std::vector<double>(5000, 0.5), 5000, 100, false);
  CHECK(many.step.size() == 50);
}
