// Edits on the way of a run: what is held stays to the bit, the rest learns on, and the experiment gives the same weights again
// however the run was cut into pieces.
#include <doctest/doctest.h>

#include "io/course.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr const char* kTransformer = R"("kind":"transformer","d_model":12,"num_heads":2,"num_layers":2,"d_ff":20)";
constexpr const char* kGru = R"("kind":"gru","embedding_size":6,"hidden_size":9,"dropout":0)";

std::string edit_of(const std::string& name, const std::string& part, int index, const std::string& to) {
  return R"({"place":{"name":")" + name + R"(","part":")" + part + R"(","index":)" + std::to_string(index) +
         R"(},"to":)" + to + "}";
}

/// Of an experiment with one model.
std::string edited_experiment(const std::string& model, const std::string& changes, const std::string& train = "{}") {
  return experiment(train, "[{" + model + (changes.empty() ? "" : R"(,"changes":)" + changes) + "}]");
}
Session open_edited(const std::string& model, const std::string& changes, const std::string& train = "{}") {
  return Session(edited_experiment(model, changes, train), 0, story());
}

std::string hash_at(Session& session, std::size_t steps) {
  session.step(steps);
  return session.weights_sha256();
}

std::vector<float> weights_of(Session& session, const std::string& name) {
  const auto saved = session.save();
  const SafetensorsFile file = read_safetensors(saved);
  const StoredTensor& tensor = *file.find(name);
  std::vector<float> values(tensor.shape.count());
  copy_tensor(tensor, tensor.shape, std::span<float>(values));
  return values;
}

std::string experiment_told(Session& session) {
  const auto saved = session.save();
  return read_safetensors(saved).metadata.at("experiment");
}

struct Case {
  const char* model;
  std::string edits;
};

/// Each with an effect on these models.
std::vector<Case> cases() {
  return {{kTransformer, edit_of("transformer.0", "head", 1, R"("off")")},
          {kTransformer, edit_of("transformer.1", "head", 0, "0.25")},
          {kTransformer, edit_of("transformer.1.feed", "unit", 7, "0.5")},
          {kTransformer, edit_of("transformer.0", "layer", 0, R"("frozen")")},
          {kTransformer, edit_of("transformer.1", "layer", 0, R"("off")")},
          {kTransformer, edit_of("embedding.weight", "parameter", 0, R"("frozen")")},
          {kTransformer, edit_of("transformer.1", "head", 1, R"("mean")")},
          {kGru, edit_of("gru.0", "unit", 2, R"("mean")")},
          {kGru, edit_of("gru.0", "gate", 1, R"("closed")")},
          {kGru, edit_of("gru.0", "gate", 0, R"("open")")},
          {kGru, edit_of("gru.0", "unit", 4, "0.5")},
          {kGru, edit_of("gru.0", "unit", 4, R"("off")") + "," + edit_of("gru.0", "unit", 5, R"("frozen")")}};
}

constexpr const char* kDecay = R"({"optimizer":{"kind":"adamw","lr":0.01,"weight_decay":0.1},"clip_norm":0.5})";

}  // namespace

TEST_CASE(
    "edits: listed, made live, paused, saved and resumed, or told by a checkpoint's experiment: the same weights") {
  for (const Case& now : cases()) {
    CAPTURE(now.edits);
    const std::string changes = R"([{"step":4,"edits":[)" + now.edits + "]}]";
    Session listed = open_edited(now.model, changes, kDecay), live = open_edited(now.model, "", kDecay);
    Session plain = open_edited(now.model, "", kDecay), pieces = open_edited(now.model, changes, kDecay);
    CHECK(hash_at(listed, 3) == hash_at(plain, 3));  // before its step it changes nothing
    live.step(4);
    const Json said = Json::parse(live.edit("[" + now.edits + "]"));
    CHECK(said["step"] == 4);
    CHECK(said["edits"] == Json::parse("[" + now.edits + "]"));
    const std::string expected = hash_at(listed, 6);
    CHECK(hash_at(live, 5) == expected);
    CHECK(hash_at(plain, 6) != expected);
    for (int i = 0; i < 9; ++i) {
      pieces.step(1);
      const auto saved = pieces.save();
      pieces.step(2);
      pieces.load(saved);
    }
    CHECK(pieces.weights_sha256() == expected);
    for (const std::size_t at : {std::size_t{3}, std::size_t{4}, std::size_t{6}}) {
      Session half = open_edited(now.model, changes, kDecay), rest = open_edited(now.model, changes, kDecay);
      half.step(at);
      rest.load(half.save());
      CHECK(hash_at(rest, 9 - at) == expected);
    }
    CHECK(listed.save() == live.save());
    Session again(experiment_told(live), 0, story());
    CHECK(hash_at(again, 9) == expected);
    again.reset();
    CHECK(hash_at(again, 9) == expected);
  }
}

TEST_CASE("edits: what is held stays as it is while the rest learns, until it is free") {
  const std::string off = edit_of("transformer.0", "head", 1, R"("off")"),
                    free = edit_of("transformer.0", "head", 1, R"("free")");
  Session session =
      open_edited(kTransformer, R"([{"step":2,"edits":[)" + off + R"(]},{"step":6,"edits":[)" + free + "]}]", kDecay);
  const std::string out = "layers.0.self_attn.out_proj.weight";
  const auto norm = [&](std::size_t head) {
    const std::vector<float> weights = weights_of(session, out);
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
      sum += i % 12 / 6 == head ? double(weights[i]) * double(weights[i]) : 0;
    return sum;
  };
  session.step(1);
  CHECK(norm(1) > 0);
  session.step(1);
  CHECK(norm(1) == 0);
  const double other = norm(0);
  session.step(3);
  CHECK(norm(1) == 0);
  CHECK(norm(0) != other);
  session.step(2);
  CHECK(norm(1) > 0);
}

TEST_CASE("edits: frozen is what PyTorch calls it: without a gradient, which no norm counts") {
  // All but the head frozen, and clipped hard: what the head learns is scaled by its own gradient alone.
  std::string edits;
  for (const char* name :
       {"embedding.weight", "gru.weight_ih_l0", "gru.weight_hh_l0", "gru.bias_ih_l0", "gru.bias_hh_l0"})
    edits += (edits.empty() ? "" : ",") + edit_of(name, "parameter", 0, R"("frozen")");
  const std::string train = R"({"optimizer":{"kind":"sgd","lr":1},"clip_norm":0.01})";
  Session session = open_edited(kGru, R"([{"step":0,"edits":[)" + edits + "]}]", train);
  const auto head = [&] {
    std::vector<float> all = weights_of(session, "head.weight");
    const std::vector<float> bias = weights_of(session, "head.bias");
    all.insert(all.end(), bias.begin(), bias.end());
    return all;
  };
  const std::vector<float> before = head(), frozen = weights_of(session, "gru.weight_hh_l0");
  const Json report = Json::parse(session.step(1));
  CHECK(report["grad_norm"].get<double>() > 0.01);
  const std::vector<float> after = head();
  double moved = 0;
  for (std::size_t i = 0; i < after.size(); ++i) moved += std::pow(double(after[i]) - double(before[i]), 2);
  CHECK(std::sqrt(moved) == doctest::Approx(0.01).epsilon(1e-3));
  CHECK(weights_of(session, "gru.weight_hh_l0") == frozen);
}

TEST_CASE("edits: at the first step they are of the weights that were adopted") {
  Session donor = open_edited(kTransformer, "");
  donor.step(5);
  const std::string hold = edit_of("transformer.0.feed", "unit", 3, "0.5");
  const auto saved = donor.save();
  Session session = open_edited(kTransformer, R"([{"step":0,"edits":[)" + hold + "]}]");
  session.adopt(saved);
  donor.edit("[" + hold + "]");
  CHECK(donor.weights_sha256() == session.weights_sha256());
}

TEST_CASE("edits: a recipe has them from the step on at which they rewrite") {
  const std::string off = edit_of("gru.0", "unit", 4, R"("off")");
  const Experiment with = parse_experiment(edited_experiment(kGru, R"([{"step":5,"edits":[)" + off + "]}]"));
  const Experiment without = parse_experiment(edited_experiment(kGru, ""));
  CHECK(recipe(with, 0, 4) == recipe(without, 0, 4));
  CHECK_FALSE(recipe(with, 0, 5) == recipe(without, 0, 5));
  const Json json = to_json(with);
  CHECK(json["version"] == 3);
  CHECK(to_json(without)["version"] == 1);
  CHECK(read_experiment(json) == with);
}

TEST_CASE("edits: what is no place, no edit, or of a model that counts, is refused before anything changes") {
  const auto sentence = [](const std::string& model, const std::string& edits) -> std::string {
    try {
      open_edited(model, R"([{"step":2,"edits":)" + edits + "}]");
      return "no error";
    } catch (const Error& error) {
      return error.what();
    }
  };
  CHECK(sentence(kGru, "[]").starts_with("models[0].changes[0].edits: "));
  CHECK(sentence(kGru, "{}").starts_with("models[0].changes[0].edits: "));
  CHECK(sentence(kGru, R"([{"place":{"name":"gru.0","part":"unit"},"to":"of"}])")
            .starts_with("models[0].changes[0].edits[0].to: "));
  CHECK(sentence(kGru, "[" + edit_of("gru.1", "unit", 0, R"("off")") + "]") ==
        "models[0].changes[0].edits[0].place.name: gru.1 is not one of the choices. Choose from gru.0.");
  CHECK(sentence(kGru, "[" + edit_of("gru.0", "unit", 9, R"("off")") + "]")
            .starts_with("models[0].changes[0].edits[0].place.index: "));
  CHECK(sentence(R"("kind":"ngram")", "[" + edit_of("ngram.0", "unit", 0, R"("off")") + "]")
            .starts_with("models[0].changes[0].edits: A model that counts"));
  CHECK(code_of([] {
          estimate(edited_experiment(kGru, R"([{"step":2,"edits":[)" + edit_of("x", "unit", 0, "0") + "]}]"), 0, 20);
        }) == "invalid_config");
  Session session = open_edited(kGru, "");
  session.step(1);
  const std::string hash = session.weights_sha256();
  CHECK(code_of([&] { session.edit("[" + edit_of("gru.0", "head", 0, R"("off")") + "]"); }) == "invalid_config");
  CHECK(code_of([&] { session.edit("[" + edit_of("gru.0", "unit", 0, "2") + "]"); }) == "invalid_config");
  CHECK(session.weights_sha256() == hash);
  CHECK(experiment_told(session).find("edits") == std::string::npos);
}

TEST_CASE("edits: what was frozen takes up what a later edit makes of it, and keeps that") {
  const std::string half = edit_of("transformer.0", "head", 0, "0.5");
  std::string name;
  for (const char* known : {"layers.0.self_attn.out_proj.bias", "transformer.layers.0.self_attn.out_proj.bias"}) {
    Session session = open_edited(kTransformer, "");
    const auto saved = session.save();
    if (read_safetensors(saved).find(known) != nullptr) name = known;
  }
  REQUIRE_FALSE(name.empty());
  const std::string freeze = edit_of(name, "parameter", 0, R"("frozen")");
  Session both = open_edited(kTransformer, R"([{"step":2,"edits":[)" + freeze + "," + half + "]}]");
  both.step(3);
  const std::vector<float> set = weights_of(both, name);
  both.step(4);
  CHECK(weights_of(both, name) == set);  // frozen, with the number that the head shows in it
  Session never = open_edited(kTransformer, R"([{"step":2,"edits":[)" + freeze + "]}]");
  never.step(3);
  CHECK(weights_of(never, name) != set);
}

TEST_CASE("edits: one after the other, whether they are listed at one step or made live") {
  const std::string off = edit_of("transformer.0", "head", 0, R"("off")");
  const std::string mean = edit_of("transformer.1", "head", 1, R"("mean")");
  Session listed = open_edited(kTransformer, R"([{"step":3,"edits":[)" + off + "," + mean + "]}]");
  Session live = open_edited(kTransformer, "");
  live.step(3);
  live.edit("[" + off + "]");
  live.edit("[" + mean + "]");
  listed.step(3);
  CHECK(hash_at(live, 4) == hash_at(listed, 4));
}

TEST_CASE("edits: a place whose columns are gone is not set to another number, and there is an end to edits") {
  const std::string off = edit_of("transformer.0", "head", 0, R"("off")"),
                    half = edit_of("transformer.0", "head", 0, "0.5");
  const auto key_of = [](const std::string& changes) {
    try {
      open_edited(kTransformer, changes);
    } catch (const Error& error) {
      return std::string(error.key());
    }
    return std::string();
  };
  CHECK(key_of(R"([{"step":1,"edits":[)" + off + R"(]},{"step":2,"edits":[)" + half + "]}]") == "edits.again");
  CHECK(key_of(R"([{"step":1,"edits":[)" + half + "," + off + "]}]") == "edits.again");
  CHECK(key_of(R"([{"step":1,"edits":[)" + off + R"(]},{"step":2,"edits":[)" + off + "]}]").empty());
  std::string many;
  for (int change = 0; change < 3; ++change) {
    many += (change ? R"(,{"step":)" : R"([{"step":)") + std::to_string(change) + R"(,"edits":[)";
    for (int i = 0; i < 100; ++i) many += (i ? "," : "") + edit_of("transformer.0", "layer", 0, R"("frozen")");
    many += "]}";
  }
  CHECK(key_of(many + "]") == "edits.count");
}
