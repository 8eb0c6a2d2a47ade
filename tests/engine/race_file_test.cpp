#include <doctest/doctest.h>

#include <functional>

#include "core/arithmetic.hpp"
#include "io/curves.hpp"
#include "io/zip.hpp"
#include "session/kept_race.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

const std::string kOwnModels = R"([{"kind":"rnn","embedding_size":4,"hidden_size":5},
  {"kind":"lstm","embedding_size":4,"hidden_size":6,"changes":[{"step":2,"train":{"clip_norm":0.5}}]}])";

/// The story is in the experiment too, as a short text of one's own is.
Experiment with_text() {
  Json json = Json::parse(experiment(R"({"steps":20})", kOwnModels));
  json["version"] = 2;
  json["task"]["text"] = story();
  return parse_experiment(to_text(json));
}

/// The second of two models was trained for three steps.
KeptRace sample() {
  KeptRace race = fresh_race(with_text());
  Session session(to_text(to_json(race.experiment)), 1, story());
  losses(session, 3);
  KeptModel& model = race.models[1];
  race.experiment.models[1] = session.experiment().models[1];
  model.looks = {{"colour", 4}, {"dash", 2}};
  model.said = {"LSTM", 3, {{"val_loss", 1.5}}, session.weights_sha256(), true};
  race.engine = "0.1.0", race.created = 1790000000000, race.changed = 1790000100000, race.name = "caf\u00e9";
  race.page = {{"view", {{"axis", "step"}}}};
  race.learned = {{"corpus", "own"}, {"sha256", "x"}, {"bytes", story().size()}};
  race.own = "whales.txt";
  const std::string text = story();
  const auto bytes = std::as_bytes(std::span(text));
  race.data.emplace(bytes.begin(), bytes.end());
  model.file = session.save({{"receipt", to_text(to_json(receipt_of(race, 1)))}, {"curves", "{}"}, {"format", "no"}});
  return race;
}

bool contains(std::span<const std::byte> bytes, std::string_view text) {
  return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).find(text) != std::string::npos;
}

/// race.json, which is the first entry.
std::string index_in(std::span<const std::byte> file) {
  const auto bytes = read_zip(file).front().bytes;
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The sample with another race.json.
std::string key_with(const std::function<void(Json&)>& change) {
  const auto file = write_race(sample(), true);
  auto entries = read_zip(file);
  Json json = Json::parse(index_in(file));
  change(json);
  const std::string text = to_text(json);
  entries[0].bytes = std::as_bytes(std::span(text));
  try {
    read_race(write_zip(entries));
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_file);
    return std::string(error.key());
  }
  return "";
}

}  // namespace

TEST_CASE("checkpoint: notes are in the metadata under the hash, and take nothing's place") {
  const KeptRace race = sample();
  const SafetensorsFile file = read_safetensors(race.models[1].file);
  CHECK(read_header(file).verified);
  CHECK(file.metadata.at("format") == "unrolled-1");
  CHECK(Json::parse(file.metadata.at("receipt"))["page"]["experiment"]["models"].size() == 1);
  Notes metadata = file.metadata;
  metadata["curves"] = "[]";
  const auto changed = write_safetensors(metadata, file.tensors);
  CHECK_THROWS_AS(read_header(read_safetensors(changed)), Error);
  const auto again = with_metadata(file, metadata);
  CHECK(read_header(read_safetensors(again)).verified);
  CHECK(Session(again).weights_sha256() == race.models[1].said.weights_sha256);
}

TEST_CASE("race file: what is written is read back") {
  const KeptRace race = sample(), read = read_race(write_race(race, true));
  CHECK(read.experiment == race.experiment);
  CHECK(read.page == race.page);
  CHECK(read.name == race.name);
  CHECK(read.created == race.created);
  CHECK(read.changed == race.changed);
  CHECK(read.own == race.own);
  CHECK(read.data == race.data);
  CHECK(read.learned == race.learned);
  CHECK(read.moved_lr.is_null());
  REQUIRE(read.models.size() == 2);
  CHECK(read.models[0].file.empty());
  CHECK(read.models[0].said.name == "RNN");
  CHECK(read.models[1].file == race.models[1].file);
  CHECK(read.models[1].said.step == 3);
  CHECK(read.models[1].said.scores == race.models[1].said.scores);
  CHECK(read.models[1].given.size() == 1);
  CHECK(read.models[1].steps == 20);
  CHECK(read.models[1].looks == race.models[1].looks);
  CHECK(write_race(race, true) == write_race(race, true));
}

TEST_CASE("race file: without data of one's own there is none of it anywhere, and the files are whole") {
  const KeptRace race = sample();
  const std::string some = story().substr(100, 60);
  const auto file = write_race(race, false);
  CHECK(contains(write_race(race, true), some));
  CHECK(!contains(file, some.substr(0, 20)));
  const KeptRace read = read_race(file);
  CHECK(!read.data);
  CHECK(read.own == "whales.txt");
  const SafetensorsFile model = read_safetensors(read.models[1].file);
  CHECK(read_header(model).verified);
  CHECK(model.metadata.at("curves") == "{}");
  CHECK(weights_sha256(model) == race.models[1].said.weights_sha256);
  // It goes on with the same text, and is still what that experiment gives.
  Session session(to_text(to_json(read.experiment)), 1, story());
  CHECK(Json::parse(session.load(read.models[1].file))["reproducible"] == true);
}

TEST_CASE("race file: texts are taken out of what a model begins with too") {
  Json start = Json::parse(experiment());
  start["task"]["text"] = "secret";
  Json whole = start;
  whole["models"] = {{{"kind", "rnn"}, {"start", {{"experiment", start}}}}};
  CHECK(to_text(whole).find("secret") != std::string::npos);
  CHECK(to_text(without_text(whole)).find("secret") == std::string::npos);
  for (const char* odd :
       {"3", "[]", R"({"task":3,"models":{}})", R"({"models":[3,{"start":4},{"start":{"weights":""}}]})"})
    CHECK(without_text(Json::parse(odd)) == Json::parse(odd));
}

TEST_CASE("race file: a model file alone is a race of one, by its receipt or else by its experiment") {
  const KeptRace race = sample();
  const KeptRace one = race_of_model(race.models[1].file);
  REQUIRE(one.models.size() == 1);
  CHECK(one.experiment.models[0] == race.experiment.models[1]);
  CHECK(one.models[0].said.step == 3);
  CHECK(one.models[0].said.scores == race.models[1].said.scores);
  CHECK(one.learned == race.learned);
  CHECK(one.page == race.page);
  Session session(to_text(to_json(race.experiment)), 1, story());
  losses(session, 4);
  const KeptRace plain = race_of_model(session.save());
  CHECK(plain.experiment.models == std::vector<Entrant>{race.experiment.models[1]});
  CHECK(plain.models[0].said.step == 4);
  CHECK(plain.models[0].said.weights_sha256 == session.weights_sha256());
  CHECK(plain.learned.is_null());
  CHECK(code_of([&] { race_of_model(session.save({{"receipt", "{}"}})); }) == "invalid_file");
  CHECK(code_of([&] { race_of_model(session.save({{"receipt", "no"}})); }) == "invalid_file");
}

TEST_CASE("race file: the best weights are beside the last, without a text of one's own where it is to be left out") {
  KeptRace race = sample();
  CHECK(Json::parse(index_in(write_race(race, true))).contains("best") == false);
  Session session(to_text(to_json(race.experiment)), 1, story());
  losses(session, 2);
  race.models[1].best = session.save();
  const KeptRace read = read_race(write_race(race, true));
  CHECK(read.models[0].best.empty());
  CHECK(read.models[1].best == race.models[1].best);
  CHECK(read.models[1].file == race.models[1].file);
  const auto file = write_race(race, false);
  CHECK(!contains(file, story().substr(100, 20)));
  const KeptRace there = read_race(file);
  const SafetensorsFile best = read_safetensors(there.models[1].best);  // a view of it
  CHECK(read_header(best).verified);
  CHECK(weights_sha256(best) == session.weights_sha256());
}

TEST_CASE("race file: one whose lists, names or experiment do not fit is refused") {
  CHECK(key_with([](Json&) {}) == "");
  CHECK(key_with([](Json& json) { json["format"] = "unrolled-race-2"; }) == "checkpoint.format");
  CHECK(key_with([](Json& json) { json["files"] = Json::array(); }) == "race.lists");
  CHECK(key_with([](Json& json) { json["files"][0] = 3; }) == "race.lists");
  CHECK(key_with([](Json& json) { json["files"][0] = "models/2"; }) == "race.missing");
  CHECK(key_with([](Json& json) { json["files"][0] = "../models/2.safetensors"; }) == "race.missing");
  CHECK(key_with([](Json& json) { json["files"][0] = "data.txt"; }).starts_with("checkpoint."));
  CHECK(key_with([](Json& json) { json["data"] = "x"; }) == "race.missing");
  CHECK(key_with([](Json& json) { json["steps"][0] = "many"; }) == "race.lists");
  CHECK(key_with([](Json& json) { json["steps"][0] = -1; }) == "race.lists");
  CHECK(key_with([](Json& json) { json["runs"].push_back(nullptr); }) == "race.lists");
  CHECK(key_with([](Json& json) { json["receipt"]["models"].erase(0); }) == "race.lists");
  CHECK(key_with([](Json& json) { json["receipt"]["models"][0]["step"] = 0.5; }) == "number.whole");
  CHECK(key_with([](Json& json) { json["receipt"]["page"].erase("experiment"); }) == "value.missing");
  CHECK(key_with([](Json& json) { json["receipt"]["page"]["experiment"]["train"]["steps"] = -5; }) ==
        "checkpoint.experiment");
  CHECK(key_with([](Json& json) { json["receipt"] = 3; }) == "object.type");
  CHECK(key_with([](Json& json) { json = Json::array(); }) == "object.type");
  // What is only shown may be anything.
  CHECK(key_with([](Json& json) {
          json["runs"][0] = {{"given", {3, {{"step", 1}}}}, {"adopted", 4}, {"colour", "red"}};
        }) == "");
  CHECK(key_with([](Json& json) { json["moved_lr"] = "fast"; }) == "");
}

TEST_CASE("race file: what another arithmetic made is not reproducible") {
  KeptRace race = sample();
  const auto file = write_race(race, true);
  CHECK(read_race(file).models[1].said.reproducible);
  race.models[0].said.reproducible = false;
  CHECK(!read_race(write_race(race, true)).models[0].said.reproducible);
}

TEST_CASE("race file: every cut and turned bits are refused, or change nothing that goes on") {
  const KeptRace race = sample();
  const auto file = write_race(race, true);
  Rng rng(3);
  for (int i = 0; i < 300; ++i) {
    CHECK(code_of([&] { read_race(std::span(file).first(std::size_t(rng.below(file.size())))); }) == "invalid_file");
    auto turned = file;
    turned[std::size_t(rng.below(file.size()))] ^= std::byte(1 << rng.below(8));
    const std::string code = code_of([&] {
      const KeptRace read = read_race(turned);
      CHECK(read.models[1].file == race.models[1].file);
      CHECK(read.experiment == race.experiment);
    });
    CHECK((code == "invalid_file" || code == "no error"));
  }
}
