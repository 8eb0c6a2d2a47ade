#include "io/experiment.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "session/session.hpp"

using namespace unrolled;

namespace {

const std::string kExample = R"({ "version": 1, "name": "Char LM race",
  "task":  {"kind": "text", "corpus": "moby-dick", "length": 64},
  "train": {"batch_size": 16, "steps": 2000, "seed": 1, "eval_every": 100,
            "optimizer": {"kind": "adamw", "lr": 0.002, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8,
                          "weight_decay": 0.0},
            "schedule": {"kind": "constant", "warmup": 0}, "clip_norm": 1.0, "tier": "strict"},
  "models": [ {"kind": "rnn",  "embedding_size": 64, "hidden_size": 128, "num_layers": 1},
              {"kind": "lstm", "embedding_size": 64, "hidden_size": 128, "num_layers": 1},
              {"kind": "transformer", "topology": "decoder", "d_model": 64, "num_heads": 4,
               "num_layers": 2, "d_ff": 256, "position": "learned"} ] })";

/// Smallest valid experiment, with one place to spoil.
std::string with(const std::string& train, const std::string& model = R"({"kind":"rnn"})",
                 const std::string& task = R"({"kind":"text"})") {
  return R"({"version":1,"task":)" + task + R"(,"train":)" + train + R"(,"models":[)" + model + "]}";
}
std::string with_model(const std::string& model) { return with("{}", model); }
std::string with_task(const std::string& task) { return with("{}", R"({"kind":"rnn"})", task); }

struct Rejected {
  std::string json, where, mentions;
};

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

std::vector<Rejected> rejected_inputs() {
  const std::string rnn = R"({"kind":"rnn"})";
  return {
      {"", "experiment", "JSON"},
      {"{", "experiment", "ends too early"},
      {"{\n\"version\": 1,\n oops}", "experiment", "line 3"},
      {"[]", "", "an object"},
      {"7", "", "an object"},
      {"\"\\ud800\"", "experiment", "JSON"},
      {"{\"a\": \"\xFF\"}", "experiment", "JSON"},
      {"{\"version\": 1e999}", "experiment", "numbers"},
      {nested(65), "experiment", "64 levels"},
      {nested(100000), "experiment", "64 levels"},
      {R"({"version":1,"version":1})", "experiment", "\"version\" twice"},
      {R"({"task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version", "got nothing"},
      {R"({"version":2,"task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version", "from 1 to 1, got 2"},
      {R"({"version":"1","task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version", "the text \"1\""},
      {R"({"version":1,"models":[{"kind":"rnn"}]})", "task", "got nothing"},
      {R"({"version":1,"task":{"kind":"text"}})", "models", "got nothing"},
      {R"({"version":1,"task":{"kind":"text"},"models":[]})", "models", "got 0"},
      {R"({"version":1,"task":{"kind":"text"},"models":{}})", "models", "an object"},
      {with_model(rnn + "," + rnn + "," + rnn + "," + rnn + "," + rnn + "," + rnn + "," + rnn), "models", "got 7"},
      {R"({"version":1,"task":{"kind":"text"},"models":[{"kind":"rnn"}],"modles":[]})", "modles", "\"models\""},
      {with_model("3"), "models[0]", "an object"},
      {with_model("{}"), "models[0].kind", "\"lstm\""},
      {with_model(R"({"kind":"lsmt"})"), "models[0].kind", "perhaps \"lstm\""},
      {with_model(R"({"kind":["rnn"]})"), "models[0].kind", "a list"},
      {with_model(R"({"kind":"rnn","hiden_size":64})"), "models[0].hiden_size", "perhaps \"hidden_size\""},
      {with_model(R"({"kind":"rnn","d_model":64})"), "models[0].d_model", "one of the keys"},
      {with_model(R"({"kind":"rnn","hidden_size":0})"), "models[0].hidden_size", "from 1 to 1024, got 0"},
      {with_model(R"({"kind":"rnn","hidden_size":-1})"), "models[0].hidden_size", "got -1"},
      {with_model(R"({"kind":"rnn","hidden_size":5000000000})"), "models[0].hidden_size", "got 5000000000"},
      {with_model(R"({"kind":"rnn","hidden_size":1e300})"), "models[0].hidden_size", "1e+300"},
      {with_model(R"({"kind":"rnn","hidden_size":64.5})"), "models[0].hidden_size", "whole number"},
      {with_model(R"({"kind":"rnn","hidden_size":"64"})"), "models[0].hidden_size", "the text \"64\""},
      {with_model(R"({"kind":"rnn","hidden_size":null})"), "models[0].hidden_size", "null"},
      {with_model(R"({"kind":"rnn","nonlinearity":"sigmoid"})"), "models[0].nonlinearity", "\"tanh\", \"relu\""},
      {with_model(R"({"kind":"rnn","dropout":0.95})"), "models[0].dropout", "from 0 to 0.9"},
      {with_model(R"({"kind":"rnn"},{"kind":"lstm","forget_bias":true})"), "models[1].forget_bias", "true"},
      {with_model(R"({"kind":"transformer","num_heads":5})"), "models[0].num_heads", "divides d_model, which is 64"},
      {with_model(R"({"kind":"transformer","tied":1})"), "models[0].tied", "true or false"},
      {with_model(R"({"kind":"ngram","order":7})"), "models[0].order", "from 0 to 6"},
      {with_task(R"({"kind":"text","corpus":"moby"})"), "task.corpus", "\"names\""},
      {with_task(R"({"kind":"text","length":7})"), "task.length", "from 8 to 512"},
      {with_task(R"({"kind":"text","text":"abc"})"), "task.text", "\"own\""},
      {with_task(R"({"kind":"text","corpus":"own","text":")" + std::string(20001, 'x') + "\"}"), "task.text", "20001"},
      {with("[]"), "train", "a list"},
      {with(R"({"batchsize":4})"), "train.batchsize", "perhaps \"batch_size\""},
      {with(R"({"steps":0})"), "train.steps", "from 1"},
      {with(R"({"seed":-1})"), "train.seed", "got -1"},
      {with(R"({"seed":4294967296})"), "train.seed", "4294967295"},
      {with(R"({"tier":"turbo"})"), "train.tier", "\"fast\""},
      {with(R"({"optimizer":{"lr":0.1}})"), "train.optimizer.kind", "got nothing"},
      {with(R"({"optimizer":{"kind":"adamw","lr":0}})"), "train.optimizer.lr", "got 0"},
      {with(R"({"optimizer":{"kind":"sgd","beta1":0.9}})"), "train.optimizer.beta1", "unknown"},
      {with(R"({"schedule":{"kind":"cosine","warmup":-5}})"), "train.schedule.warmup", "got -5"},
      {with(R"({"schedule":{"kind":"constant","final_fraction":0.5}})"), "train.schedule.final_fraction", "unknown"},
  };
}

}  // namespace

TEST_CASE("experiment: every mistake is refused with its place and a sentence") {
  for (const Rejected& input : rejected_inputs()) {
    CAPTURE(input.json.substr(0, 200));
    try {
      parse_experiment(input.json);
      FAIL_CHECK("was accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_config);
      CHECK(error.where() == input.where);
      CHECK(std::string(error.what()).find(input.mentions) != std::string::npos);
      CAPTURE(error.what());
      CHECK(std::string(error.what()).size() < 300);
    }
  }
}

TEST_CASE("experiment: the example of the documentation is read as it says") {
  const Experiment experiment = parse_experiment(kExample);
  CHECK(experiment.name == "Char LM race");
  CHECK(experiment.task.options.integer("length") == 64);
  CHECK(experiment.optimizer.options.number("eps") == 1e-8);
  CHECK(experiment.models.size() == 3);
  CHECK(experiment.models[2].options.integer("d_ff") == 256);
}

TEST_CASE("experiment: what is left out takes its default, which is the example's") {
  const Experiment experiment = parse_experiment(
      R"({"version":1,"name":"Char LM race","task":{"kind":"text"},
          "models":[{"kind":"rnn"},{"kind":"lstm"},{"kind":"transformer"}]})");
  CHECK(experiment == parse_experiment(kExample));
}

TEST_CASE("experiment: written and read again it is the same") {
  Experiment experiment = parse_experiment(kExample);
  experiment.models[0].options.set("dropout", 0.25);
  experiment.train.set("seed", 4294967295.0);
  const std::string text = to_text(to_json(experiment));
  CHECK(parse_experiment(text) == experiment);
  CHECK(to_text(to_json(parse_experiment(text))) == text);
}

TEST_CASE("experiment: a whole number may be written with an exponent") {
  CHECK(parse_experiment(with(R"({"steps":1e3})")).train.integer("steps") == 1000);
}

TEST_CASE("describe: every default is accepted, and every option tells a sentence") {
  const Json all = Json::parse(describe());
  CHECK(all["version"] == 1);
  std::size_t options = 0;
  const auto check_options = [&](const Json& list) {
    for (const Json& option : list) {
      ++options;
      CAPTURE(option.dump());
      const auto summary = option["summary"].get<std::string>();
      CHECK(summary.size() > 15);
      CHECK(summary.back() == '.');
      CHECK_FALSE(option["title"].get<std::string>().empty());
      CHECK(option.contains("default"));
    }
  };
  for (const Json& model : all["models"]) {
    CHECK(model["summary"].get<std::string>().size() > 20);
    check_options(model["options"]);
    CHECK_FALSE(model["taps"].empty());
    Json written{{"kind", model["kind"]}};
    for (const Json& option : model["options"]) written[option["name"].get<std::string>()] = option["default"];
    CHECK_NOTHROW(parse_experiment(with_model(written.dump())));
  }
  check_options(all["tasks"][0]["options"]);
  check_options(all["train"]["options"]);
  for (const char* groups : {"optimizers", "schedules"})
    for (const Json& group : all["train"][groups]) check_options(group["options"]);
  CHECK(options > 40);
}

TEST_CASE("describe: a condition names another option of its table, and values that option can have") {
  const Json all = Json::parse(describe());
  for (const Json& model : all["models"])
    for (const Json& option : model["options"]) {
      if (!option.contains("when")) continue;
      for (const auto& [name, values] : option["when"].items()) {
        const auto at = std::ranges::find_if(model["options"], [&](const Json& o) { return o["name"] == name; });
        REQUIRE(at != model["options"].end());
        for (const Json& value : values) {
          Json written{{"kind", model["kind"]}, {name, value}};
          CHECK_NOTHROW(parse_experiment(with_model(written.dump())));
        }
      }
    }
}
