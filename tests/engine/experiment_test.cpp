#include "io/experiment.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/rng.hpp"
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

std::string zeros(std::size_t count) {
  std::string list = "[0";
  for (std::size_t i = 1; i < count; ++i) list += ",0";
  return list + "]";
}

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
      {"{\"version\": 1e999}", "experiment", "number is too large"},
      {nested(65), "experiment", "more than 64 deep"},
      {nested(100000), "experiment", "more than 64 deep"},
      {zeros(kMaxJsonValues), "experiment", "more than 65536 values"},
      {R"({"version":1,"version":1})", "experiment", "\"version\" is given twice"},
      {R"({"task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version", "Nothing is given"},
      {R"({"version":4,"sounds":[],"models":7})", "version", "made with a newer Unrolled"},
      {R"({"version":0,"task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version",
       "0 is not a whole number from 1 to 3"},
      {R"({"version":1.5,"task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version", "whole number"},
      {R"({"version":"1","task":{"kind":"text"},"models":[{"kind":"rnn"}]})", "version", "\"1\" is not a whole number"},
      {R"({"version":1,"models":[{"kind":"rnn"}]})", "task", "Nothing is given"},
      {R"({"version":1,"task":{"kind":"text"}})", "models", "Nothing is given"},
      {R"({"version":1,"task":{"kind":"text"},"models":[]})", "models", "There are 0 models"},
      {R"({"version":1,"task":{"kind":"text"},"models":{}})", "models", "{} stands where a list"},
      {with_model(rnn + "," + rnn + "," + rnn + "," + rnn + "," + rnn + "," + rnn + "," + rnn), "models", "7 models"},
      {R"({"version":1,"task":{"kind":"text"},"models":[{"kind":"rnn"}],"modles":[]})", "modles", "Perhaps models"},
      {with_model("3"), "models[0]", "an object"},
      {with_model("{}"), "models[0].kind", "rnn, gru, lstm"},
      {with_model(R"({"kind":"lsmt"})"), "models[0].kind", "Perhaps lstm"},
      {with_model(R"({"kind":["rnn"]})"), "models[0].kind", "[] is not one"},
      {with_model(R"({"kind":"rnn","hiden_size":64})"), "models[0].hiden_size", "Perhaps hidden_size"},
      {with_model(R"({"kind":"rnn","d_model":64})"), "models[0].d_model", "Those known are kind, "},
      {with_model(R"({"kind":"rnn","hidden_size":0})"), "models[0].hidden_size",
       "0 is not a whole number from 1 to 1024."},
      {with_model(R"({"kind":"rnn","hidden_size":-1})"), "models[0].hidden_size", "-1 is not"},
      {with_model(R"({"kind":"rnn","hidden_size":5000000000})"), "models[0].hidden_size", "5000000000 is not"},
      {with_model(R"({"kind":"rnn","hidden_size":1e300})"), "models[0].hidden_size", "1e300"},
      {with_model(R"({"kind":"rnn","hidden_size":64.5})"), "models[0].hidden_size", "whole number"},
      {with_model(R"({"kind":"rnn","hidden_size":"64"})"), "models[0].hidden_size", "\"64\" is not"},
      {with_model(R"({"kind":"rnn","hidden_size":null})"), "models[0].hidden_size", "null"},
      {with_model(R"({"kind":"rnn","nonlinearity":"sigmoid"})"), "models[0].nonlinearity", "tanh, relu"},
      {with_model(R"({"kind":"rnn","dropout":0.95})"), "models[0].dropout", "from 0 to 0.9"},
      {with_model(R"({"kind":"rnn"},{"kind":"lstm","forget_bias":true})"), "models[1].forget_bias", "true"},
      {with_model(R"({"kind":"transformer","num_heads":5})"), "models[0].num_heads",
       "does not divide d_model, which is 64"},
      {with_model(R"({"kind":"transformer","tied":1})"), "models[0].tied", "1 is neither true nor false"},
      {with_model(R"({"kind":"ngram","order":7})"), "models[0].order", "from 0 to 6"},
      {with_task(R"({"kind":"text","corpus":"moby"})"), "task.corpus", "names"},
      {with_task(R"({"kind":"text","length":7})"), "task.length", "from 8 to 512"},
      {with_task(R"({"kind":"text","text":"abc"})"), "task.text", "not your own"},
      {with_task(R"({"kind":"text","corpus":"own","text":")" + std::string(20001, 'x') + "\"}"), "task.text", "20001"},
      {with("[]"), "train", "[] stands where an object"},
      {with(R"({"batchsize":4})"), "train.batchsize", "Perhaps batch_size"},
      {with(R"({"steps":0})"), "train.steps", "from 1"},
      {with(R"({"seed":-1})"), "train.seed", "-1 is not"},
      {with(R"({"seed":4294967296})"), "train.seed", "4294967295"},
      {with(R"({"tier":"turbo"})"), "train.tier", "strict, fast"},
      {with(R"({"optimizer":{"lr":0.1}})"), "train.optimizer.kind", "Nothing is chosen. Choose from"},
      {with(R"({"optimizer":{"kind":"adamw","lr":0}})"), "train.optimizer.lr", "0 is not"},
      {with(R"({"optimizer":{"kind":"sgd","beta1":0.9}})"), "train.optimizer.beta1", "no such key"},
      {with(R"({"schedule":{"kind":"cosine","warmup":-5}})"), "train.schedule.warmup", "-5 is not"},
      {with(R"({"schedule":{"kind":"constant","final_fraction":0.5}})"), "train.schedule.final_fraction",
       "no such key"},
      {with(R"({"schedule":{"kind":"cosine","span":-1}})"), "train.schedule.span", "-1 is not"},
  };
}

/// What a model has of its own, as the second of two.
std::string with_own(const std::string& own) { return with_model(R"({"kind":"rnn"},{"kind":"lstm",)" + own + "}"); }
std::string with_change(const std::string& change) { return with_own(R"("changes":[)" + change + "]"); }

/// That many starts inside one another.
std::string start_of(int depth) {
  const std::string before = depth > 1 ? R"(,"start":)" + start_of(depth - 1) : "";
  return R"({"experiment":)" + with_model(R"({"kind":"rnn")" + before + "}") + "}";
}

std::vector<Rejected> rejected_runs() {
  const std::string plain = with_model(R"({"kind":"rnn"})"), ngram = with_model(R"({"kind":"ngram"},{"kind":"rnn"})");
  const std::string hash(64, 'a');
  std::string many;
  for (int i = 0; i <= 1000; ++i) many += std::string(i > 0 ? "," : "") + R"({"step":1,"train":{}})";
  return {
      {with_own(R"("train":[])"), "models[1].train", "an object"},
      {with_own(R"("train":{"batch_size":8})"), "models[1].train.batch_size", "share this"},
      {with_own(R"("train":{"eval_every":8})"), "models[1].train.eval_every", "share this"},
      {with_own(R"("train":{"tier":"fast"})"), "models[1].train.tier", "share this"},
      {with_own(R"("train":{"lr":0.1})"), "models[1].train.lr", "no such key"},
      {with_own(R"("train":{"seed":"1"})"), "models[1].train.seed", "whole number"},
      {with_own(R"("train":{"optimizer":{"lr":-1}})"), "models[1].train.optimizer.lr", "-1 is not"},
      {with_own(R"("train":{"optimizer":{"momentum":0.9}})"), "models[1].train.optimizer.momentum", "no such key"},
      {with_own(R"("train":{"optimizer":{"kind":"sdg"}})"), "models[1].train.optimizer.kind", "Perhaps sgd"},
      {with_own(R"("train":{"schedule":{"final_fraction":0.5}})"), "models[1].train.schedule.final_fraction",
       "no such key"},
      {with_own(R"("train":{"schedule":7})"), "models[1].train.schedule", "an object"},
      {with_own(R"("changes":{})"), "models[1].changes", "where a list"},
      {with_own(R"("changes":[)" + many + "]"), "models[1].changes", "1001 changes"},
      {with_change("3"), "models[1].changes[0]", "an object"},
      {with_change(R"({"train":{}})"), "models[1].changes[0].step", "Nothing is given"},
      {with_change(R"({"step":5})"), "models[1].changes[0].train", "Nothing is given"},
      {with_change(R"({"step":5,"trian":{}})"), "models[1].changes[0].trian", "Perhaps train"},
      {with_change(R"({"step":-5,"train":{}})"), "models[1].changes[0].step", "-5 is not"},
      {with_change(R"({"step":0.5,"train":{}})"), "models[1].changes[0].step", "whole number"},
      {with_change(R"({"step":1e18,"train":{}})"), "models[1].changes[0].step", "to 1000000"},
      {with_change(R"({"step":5,"train":{}},{"step":4,"train":{}})"), "models[1].changes[1].step", "above it, 5"},
      {with_change(R"({"step":5,"train":{"optimizer":{"lr":"fast"}}})"), "models[1].changes[0].train.optimizer.lr",
       "\"fast\" is not"},
      {with_change(R"({"step":5,"train":{"optimizer":{"kind":"adam"}}})"), "models[1].changes[0].train.optimizer.kind",
       "than adamw, with which"},
      {with_change(R"({"step":5,"train":{"batch_size":1}})"), "models[1].changes[0].train.batch_size", "share this"},
      {with_change(R"({"step":500,"train":{"steps":499}})"), "models[1].changes[0].train.steps", "step 500"},
      {with_change(R"({"step":5,"train":{"steps":1e12}})"), "models[1].changes[0].train.steps", "1000000"},
      {with_change(
           R"({"step":5,"train":{"schedule":{"kind":"linear"}}},{"step":6,"train":{"schedule":{"kind":"constant"}}},)"
           R"({"step":7,"train":{"schedule":{"final_fraction":0.5}}})"),
       "models[1].changes[2].train.schedule.final_fraction", "no such key"},
      {with_own(R"("start":3)"), "models[1].start", "an object"},
      {with_own(R"("start":{})"), "models[1].start.experiment", "Nothing is given"},
      {with_own(R"("start":{"weights":7})"), "models[1].start.weights", "64 hexadecimal"},
      {with_own(R"("start":{"weights":"abc"})"), "models[1].start.weights", "64 hexadecimal"},
      {with_own(R"("start":{"weights":")" + hash + R"(","step":3})"), "models[1].start.step", "weights"},
      {with_own(R"("start":{"experiment":)" + plain + R"(,"model":1})"), "models[1].start.model", "from 0 to 0"},
      {with_own(R"("start":{"experiment":)" + plain + R"(,"step":2001})"), "models[1].start.step", "from 0 to 2000"},
      {with_own(R"("start":{"experiment":)" + ngram + "}"), "models[1].start.model", "counts"},
      {with_model(R"({"kind":"ngram","start":{"weights":")" + hash + R"("}})"), "models[0].start", "counts"},
      {with_own(R"("start":{"experiment":)" + with_model(R"({"kind":"rnn","hidden_size":0})") + "}"),
       "models[1].start.experiment.models[0].hidden_size", "0 is not"},
      {with_own(R"("start":{"experiment":)" + with_task(R"({"kind":"text","corpus":"own"})") + "}"),
       "models[1].start.experiment.task.corpus", "hash of the weights"},
      {with_own(R"("start":{"experiment":)" + with_task(R"({"kind":"pairs_csv"})") + "}"),
       "models[1].start.experiment.task.corpus", "hash of the weights"},
      {with_own(R"("start":{"experiment":{"version":9}})"), "models[1].start.experiment.version", "newer Unrolled"},
      {with_own(R"("start":)" + start_of(4)),
       "models[1].start.experiment.models[0].start.experiment.models[0].start.experiment.models[0].start",
       "more than 3 starts"},
  };
}

void check_rejected(const std::vector<Rejected>& inputs) {
  for (const Rejected& input : inputs) {
    CAPTURE(input.json.substr(0, 200));
    try {
      parse_experiment(input.json);
      FAIL_CHECK("was accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_config);
      CHECK(error.where() == input.where);
      CAPTURE(error.what());
      CHECK(std::string(error.what()).find(input.mentions) != std::string::npos);
      CHECK(std::string(error.what()).size() < 350);
    }
  }
}

/// One of each new key.
const std::string kRun =
    R"({"version":2,"task":{"kind":"text"},"train":{"steps":10,"schedule":{"kind":"cosine","span":8}},
  "models":[{"kind":"rnn"},
            {"kind":"lstm","train":{"seed":3,"optimizer":{"kind":"sgd","lr":0.5},"schedule":{"warmup":4}},
             "changes":[{"step":2,"train":{"optimizer":{"momentum":0.9}}},{"step":2,"train":{"steps":1e1}},
                        {"step":10,"train":{"steps":20}}],
             "start":)" +
    start_of(3) + "}]}";

}  // namespace

TEST_CASE("experiment: every mistake is refused with its place and a sentence") { check_rejected(rejected_inputs()); }

TEST_CASE("experiment: so is every mistake in what a model has of its own, what changes, and where it starts") {
  check_rejected(rejected_runs());
}

TEST_CASE("experiment: what a model has of its own is read, written and read again") {
  const Experiment experiment = parse_experiment(kRun);
  const std::string text = to_text(to_json(experiment));
  CHECK(parse_experiment(text) == experiment);
  CHECK(to_text(to_json(parse_experiment(text))) == text);
  const Json model = to_json(experiment)["models"][1];
  CHECK(model["train"] == Json::parse(R"({"seed":3,"optimizer":{"kind":"sgd","lr":0.5},"schedule":{"warmup":4}})"));
  CHECK(model["changes"][1] == Json::parse(R"({"step":2,"train":{"steps":10}})"));
  CHECK(model["start"]["step"] == 2000);
  CHECK(model["start"]["model"] == 0);
}

TEST_CASE("experiment: the default step of a start is where that run ends, with what is changed until then") {
  const auto step = [](const std::string& changes) {
    const std::string inner =
        R"({"version":1,"task":{"kind":"text"},"train":{"steps":10},"models":[{"kind":"rnn","changes":)" + changes +
        "}]}";
    return parse_experiment(with_own(R"("start":{"experiment":)" + inner + "}")).models[1].start->step;
  };
  CHECK(step("[]") == 10);
  CHECK(step(R"([{"step":10,"train":{"steps":20}},{"step":20,"train":{"steps":25}}])") == 25);
  CHECK(step(R"([{"step":11,"train":{"steps":20}}])") == 10);
  CHECK(step(R"([{"step":3,"train":{"steps":5}},{"step":6,"train":{"steps":30}}])") == 5);
}

TEST_CASE("experiment: version 2 is written only where version 1 cannot say it, and 1 may use its keys") {
  const auto version = [](const std::string& json) { return to_json(parse_experiment(json))["version"].get<int>(); };
  CHECK(version(kExample) == 1);
  CHECK(to_text(to_json(parse_experiment(kExample))).find("span") == std::string::npos);
  CHECK(version(with_own(R"("train":{},"changes":[])")) == 1);
  CHECK(version(with_own(R"("train":{"seed":2})")) == 2);
  CHECK(version(with_change(R"({"step":5,"train":{"clip_norm":2}})")) == 2);
  CHECK(version(with_own(R"("start":{"weights":")" + std::string(64, '0') + R"("})")) == 2);
  CHECK(version(with(R"({"schedule":{"kind":"cosine","span":0}})")) == 1);
  CHECK(version(with(R"({"schedule":{"kind":"cosine","span":5}})")) == 2);
  CHECK(version(R"({"version":2,"task":{"kind":"text"},"models":[{"kind":"rnn"}]})") == 1);
}

TEST_CASE("experiment: as many models as there may be, each changed as often as may be, are read") {
  Json json = to_json(parse_experiment(with("{}")));
  json["version"] = 2;
  Json model = json["models"][0];
  model["changes"] = Json::array();
  for (std::size_t step = 0; step < kMaxChanges; ++step)
    model["changes"].push_back({{"step", step}, {"train", {{"clip_norm", 0.5}, {"optimizer", {{"lr", 0.001}}}}}});
  json["models"] = Json::array();
  for (std::size_t k = 0; k < kMaxModels; ++k) json["models"].push_back(model);
  const std::string text = to_text(json);
  CHECK(to_json(parse_experiment(text)) == json);
}

TEST_CASE("experiment: with any character changed it is read the same twice, or refused") {
  Rng rng(3);
  std::size_t refused = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string text = kRun;
    for (int n = int(rng.below(3)); n >= 0; --n)
      text[rng.below(text.size())] = "0123456789{}[]\",:.-eakst"[rng.below(24)];
    try {
      const Json written = to_json(parse_experiment(text));
      CHECK(to_json(read_experiment(written)) == written);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_config);
      ++refused;
    }
  }
  CHECK(refused > 1000);
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
  CHECK(all["experiment_version"] == 3);
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
      for (const auto& condition : option["when"].items()) {
        const std::string& name = condition.key();
        const Json& values = condition.value();
        const auto at = std::ranges::find_if(model["options"], [&](const Json& o) { return o["name"] == name; });
        REQUIRE(at != model["options"].end());
        for (const Json& value : values) {
          Json written{{"kind", model["kind"]}, {name, value}};
          CHECK_NOTHROW(parse_experiment(with_model(written.dump())));
        }
      }
    }
}
