// What info() and estimate() say there is to look at and to edit, held against what a look inside brings: for every
// family, every choice it has, and every form in which it reads a task.
#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>

#include "core/error.hpp"
#include "models/registry.hpp"
#include "session/session.hpp"
#include "support/packed_digits.hpp"
#include "support/sessions.hpp"

using namespace unrolled;

namespace {

struct Reading {
  Json task;
  std::string data;
};

std::vector<Reading> readings() {
  std::string text;
  while (text.size() < 400) text += "The whale went down and the sea rolled on. ";
  return {{{{"kind", "text"}, {"corpus", "own"}, {"length", 16}}, text},
          {{{"kind", "masked_text"}, {"corpus", "own"}, {"length", 16}}, text},
          {{{"kind", "reverse"}}, ""},
          {{{"kind", "running_parity"}}, ""},
          {{{"kind", "adding"}, {"length", 10}, {"longer_length", 0}}, ""},
          {{{"kind", "set_maximum"}}, ""},
          {{{"kind", "clustering"}}, ""},
          {{{"kind", "digits"}, {"reading", "rows"}}, test::packed_digits()}};
}

Json small(const ModelKind& kind) {
  Json model{{"kind", kind.group.kind}};
  for (const Option& option : kind.group.options)
    for (const auto& [name, size] : {std::pair("hidden_size", 8),
                                     {"d_model", 8},
                                     {"embedding_size", 4},
                                     {"num_layers", 2},
                                     {"num_heads", 2},
                                     {"d_ff", 8},
                                     {"channels", 4},
                                     {"growth", 4}})
      if (option.name == name && size >= option.min) model[name] = size;
  return model;
}

/// The small one, and that with each choice and switch turned by itself.
std::vector<Json> variants(const ModelKind& kind) {
  std::vector<Json> all{small(kind)};
  for (const Option& option : kind.group.options) {
    const std::string name(option.name);
    if (option.type == Option::Type::boolean) (all.emplace_back(all[0]))[name] = !std::get<bool>(option.preset);
    for (const Choice& choice : option.choices) (all.emplace_back(all[0]))[name] = choice.value;
  }
  return all;
}

std::optional<Session> opened(const std::string& experiment, const std::string& data) {
  try {
    return std::optional<Session>(std::in_place, experiment, 0, data);
  } catch (const Error&) {
    return std::nullopt;  // a family does not read every task
  }
}

Json without_shapes(const std::string& taps) {
  Json list = Json::parse(taps);
  for (Json& tap : list) tap.erase("shape");
  return list;
}

std::string dotted(std::string pattern, const Json& layer) {
  const std::size_t at = pattern.find("{layer}");
  return at == std::string::npos ? pattern : pattern.replace(at, 7, layer.dump());
}

}  // namespace

TEST_CASE("outline: info() and estimate() name exactly what every look inside brings, in all families and forms") {
  for (const ModelKind* kind : model_kinds()) {
    std::size_t forms = 0;
    for (const Json& model : variants(*kind))
      for (const Reading& reading : readings()) {
        const std::string experiment = to_text(
            {{"version", 1}, {"task", reading.task}, {"train", {{"batch_size", 2}}}, {"models", Json::array({model})}});
        CAPTURE(experiment);
        auto session = opened(experiment, reading.data);
        if (!session) continue;
        ++forms;
        const Json info = Json::parse(session->info());
        session->inspect(reading.task["kind"] == "text" ? "The whale" : "0");
        CHECK(info["taps"] == without_shapes(session->taps()));
        const Json cost = Json::parse(estimate(experiment, 0, info["vocab"].size()));
        for (const char* key : {"taps", "looks", "places"}) CHECK(cost[key] == info[key]);
        std::set<std::string> taps;
        for (const Json& tap : info["taps"]) taps.insert(tap["name"].get<std::string>());
        for (const Json& look : info["looks"]) {
          const Json layers = look["layers"].empty() ? Json::array({nullptr}) : look["layers"];
          for (const Json& layer : layers) CHECK(taps.contains(dotted(look["tap"].get<std::string>(), layer)));
        }
      }
    CAPTURE(kind->group.kind);
    CHECK(forms > 0);
  }
}

TEST_CASE("outline: a picture that a model cannot have is not among its looks") {
  const auto looks = [](const std::string& model) {
    const Json cost =
        Json::parse(estimate(R"({"version":1,"task":{"kind":"text","length":16},"models":[)" + model + "]}", 0, 30));
    std::map<std::string, Json> found;
    for (const Json& look : cost["looks"]) found[look["tap"].get<std::string>()] = look["layers"];
    return found;
  };
  const auto decoder = looks(R"({"kind":"transformer","num_layers":3})");
  CHECK(decoder.at("transformer.{layer}.attention") == Json::array({0, 1, 2}));
  CHECK_FALSE(decoder.contains("transformer.{layer}.cross_attention"));
  CHECK_FALSE(decoder.contains("transformer.encoder.{layer}.attention"));
  CHECK(decoder.at("probabilities").empty());
  CHECK_FALSE(looks(R"({"kind":"transformer","attention":"linear"})").contains("transformer.{layer}.attention"));
  CHECK(looks(R"({"kind":"lstm","num_layers":2})").at("lstm.{layer}.gates") == Json::array({0, 1}));
  CHECK(looks(R"({"kind":"ngram"})").size() == 1);
}

TEST_CASE("outline: places are the heads, gates and units of each layer, the layers, and each parameter") {
  const auto places = [](const std::string& model) {
    const Json all = Json::parse(
        estimate(R"({"version":1,"task":{"kind":"text","length":16},"models":[)" + model + "]}", 0, 30))["places"];
    Json list = Json::array();
    bool parameters = false;
    for (const Json& place : all) {
      if (place["part"] == "parameter") parameters = parameters || place["name"] == "head.weight";
      if (place["part"] != "parameter" && place["part"] != "layer") list.push_back(place);
    }
    CHECK(parameters != all.empty());
    return list;
  };
  CHECK(places(R"({"kind":"lstm","hidden_size":24,"num_layers":2})") ==
        Json::parse(R"([{"name":"lstm.0","part":"gate","count":4,"names":["i","f","g","o"]},)"
                    R"({"name":"lstm.0","part":"unit","count":24},)"
                    R"({"name":"lstm.1","part":"gate","count":4,"names":["i","f","g","o"]},)"
                    R"({"name":"lstm.1","part":"unit","count":24}])"));
  CHECK(places(R"({"kind":"rnn","hidden_size":24})") == Json::parse(R"([{"name":"rnn.0","part":"unit","count":24}])"));
  const Json heads = Json::parse(R"([{"name":"transformer.0","part":"head","count":2},)"
                                 R"({"name":"transformer.0.feed","part":"unit","count":256},)"
                                 R"({"name":"transformer.1","part":"head","count":2},)"
                                 R"({"name":"transformer.1.feed","part":"unit","count":256}])");
  const std::string transformer = R"({"kind":"transformer","d_model":16,"num_heads":2,"num_layers":2)";
  CHECK(places(transformer + "}") == heads);
  CHECK(places(transformer + R"(,"attention":"linear"})") == heads);
  CHECK(places(R"({"kind":"ngram"})").empty());
}
