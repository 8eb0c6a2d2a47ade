// One way to change a run, and one way to begin it: what was done on the way is in the experiment, and the experiment gives
// the same weights again, to the bit.
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "io/course.hpp"
#include "support/count_allocations.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr const char* kLstm = R"("kind":"lstm","embedding_size":6,"hidden_size":10,"num_layers":2,"dropout":0.1)";

/// One model: an LSTM with dropout, and more keys of its own.
std::string lstm(const std::string& own = "", const std::string& train = "{}") {
  return experiment(train, "[{" + std::string(kLstm) + (own.empty() ? "" : "," + own) + "}]");
}

Session open_lstm(const std::string& own = "", const std::string& train = "{}") {
  return Session(lstm(own, train), 0, story());
}

/// With the story inside, so that whoever reads it can train it again.
Json whole(const std::string& experiment) {
  Json json = Json::parse(experiment);
  json["task"]["text"] = story();
  return json;
}
Session open_whole(const std::string& own = "", const std::string& train = "{}") {
  return Session(whole(lstm(own, train)).dump(), 0, story());
}

std::string hash_after(Session session, std::size_t steps) {
  session.step(steps);
  return session.weights_sha256();
}
std::string hash_of(const std::string& own, std::size_t steps, const std::string& train = "{}") {
  return hash_after(open_lstm(own, train), steps);
}

/// The experiment as the session's checkpoint says it.
std::string stored_experiment(Session& session) {
  const auto saved = session.save();
  return read_safetensors(saved).metadata.at("experiment");
}

std::vector<std::byte> with_metadata(const std::vector<std::byte>& checkpoint,
                                     const std::map<std::string, std::string>& changed) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  auto metadata = file.metadata;
  metadata.erase("sha256");  // it would be another one
  for (const auto& [key, value] : changed) metadata[key] = value;
  return write_safetensors(metadata, file.tensors);
}

Json info(const Session& session) { return Json::parse(session.info()); }

std::string sentence_of(auto&& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

/// Every option that may change, each with an effect on this model, and what it was.
constexpr const char* kChanges[] = {
    R"({"optimizer":{"lr":0.01}})",
    R"({"optimizer":{"beta1":0.5,"beta2":0.9}})",
    R"({"optimizer":{"eps":0.001}})",
    R"({"optimizer":{"kind":"adamw","weight_decay":0.5}})",
    R"({"schedule":{"kind":"linear","final_fraction":0.1,"span":30}})",
    R"({"schedule":{"warmup":40}})",
    R"({"seed":7})",
    R"({"clip_norm":0.01})",
    R"({"label_smoothing":0.2})",
};

}  // namespace

TEST_CASE("runs: a model's own rate, optimizer and clipping are those of a race that says the same") {
  const std::string own = R"("train":{"optimizer":{"kind":"sgd","lr":0.05},"clip_norm":0.3,"schedule":{"warmup":4}})";
  const std::string race =
      R"({"optimizer":{"kind":"sgd","lr":0.05},"clip_norm":0.3,"schedule":{"kind":"constant","warmup":4}})";
  CHECK(hash_of(own, 8) == hash_of("", 8, race));
  CHECK(hash_of(R"("train":{"optimizer":{"lr":0.01}})", 8) ==
        hash_of("", 8, R"({"optimizer":{"kind":"adamw","lr":0.01}})"));
  CHECK(hash_of(R"("train":{"optimizer":{"lr":0.01}})", 8) != hash_of("", 8));
}

TEST_CASE("runs: what a model's own part does not say is as in the race; another kind starts from its defaults") {
  const std::string race = R"({"optimizer":{"kind":"adam","lr":0.03,"beta1":0.5}})";
  const auto optimizer = [&](const std::string& own) {
    return Course(parse_experiment(lstm(own, race)), 0).now().optimizer;
  };
  CHECK(optimizer(R"("train":{"optimizer":{"beta2":0.9}})").options.number("beta1") == 0.5);
  CHECK(optimizer(R"("train":{"optimizer":{"kind":"adam","beta2":0.9}})").options.number("lr") == 0.03);
  CHECK(optimizer(R"("train":{"optimizer":{"kind":"adamw","beta2":0.9}})").options.number("beta1") == 0.9);
  CHECK(optimizer(R"("train":{"optimizer":{"kind":"sgd"}})").options.number("lr") == 0.1);
}

TEST_CASE("runs: a model's own seed decides its first weights and not its batches") {
  Session plain = open_lstm(), own = open_lstm(R"("train":{"seed":2})"), race = open_lstm("", R"({"seed":2})");
  CHECK(own.weights_sha256() == race.weights_sha256());
  CHECK(own.weights_sha256() != plain.weights_sha256());
  plain.step(1), own.step(1), race.step(1);
  CHECK(own.weights_sha256() != race.weights_sha256());  // on the first race's batches
  // The same weights, batches and coins, however the two seeds came about.
  Session same = open_lstm(R"("train":{"seed":1})", R"({"seed":1})");
  same.step(1);
  CHECK(same.weights_sha256() == plain.weights_sha256());
}

TEST_CASE("runs: a change that is listed, and the same made at that step, give the same run and the same checkpoint") {
  for (const char* change : kChanges) {
    CAPTURE(change);
    Session listed = open_lstm(R"("changes":[{"step":5,"train":)" + std::string(change) + "}]"), live = open_lstm();
    listed.step(9);
    live.step(5);
    const Json said = Json::parse(live.change(change));
    CHECK(said == Json{{"step", 5}, {"train", Json::parse(change)}});
    live.step(4);
    CHECK(live.weights_sha256() == listed.weights_sha256());
    CHECK(live.save() == listed.save());
    CHECK(live.weights_sha256() != hash_of("", 9));
    CHECK(hash_after(Session(stored_experiment(live), 0, story()), 9) == live.weights_sha256());
  }
}

TEST_CASE("runs: before its step a change changes nothing") {
  for (const char* change : kChanges)
    CHECK(hash_of(R"("changes":[{"step":5,"train":)" + std::string(change) + "}]", 5) == hash_of("", 5));
}

TEST_CASE("runs: the coins of teacher forcing can be weighted anew") {
  const auto seq2seq = [](const std::string& own) {
    return Session(R"({"version":1,"task":{"kind":"reverse"},"train":{"batch_size":4},"models":[{"kind":"seq2seq",)"
                   R"("embedding_size":4,"hidden_size":6)" +
                       own + "}]}",
                   0, "");
  };
  const std::string free = R"({"teacher_forcing":0})";
  Session live = seq2seq(""), forced = seq2seq("");
  live.step(3), live.change(free), live.step(3), forced.step(6);
  CHECK(live.weights_sha256() != forced.weights_sha256());
  CHECK(hash_after(seq2seq(R"(,"changes":[{"step":3,"train":)" + free + "}]"), 6) == live.weights_sha256());
}

TEST_CASE(
    "runs: a run that goes on from a checkpoint at any step is the uninterrupted one, changes at that step and all") {
  const std::string own =
      R"("changes":[{"step":0,"train":{"clip_norm":0.5}},{"step":3,"train":{"optimizer":{"lr":0.02}}},)"
      R"({"step":5,"train":{"seed":9}},{"step":5,"train":{"optimizer":{"beta1":0.5}}}])";
  for (const char* kind : {"adamw", "sgd"})
    for (std::size_t stop = 0; stop <= 7; ++stop) {
      CAPTURE(stop);
      const std::string train = R"({"optimizer":{"kind":")" + std::string(kind) + R"("}})";
      const std::string mine =
          std::string(kind) == "sgd" ? R"("changes":[{"step":3,"train":{"optimizer":{"momentum":0.9}}}])" : own;
      Session unbroken = open_lstm(mine, train), before = open_lstm(mine, train), after = open_lstm(mine, train);
      unbroken.step(stop), before.step(stop);
      unbroken.change(R"({"label_smoothing":0.1})"), before.change(R"({"label_smoothing":0.1})");
      const Json loaded = Json::parse(after.load(before.save()));
      CHECK(loaded == Json{{"step", stop}, {"arithmetic", kArithmetic}, {"reproducible", true}});
      CHECK(losses(after, 9 - stop) == losses(unbroken, 9 - stop));
      CHECK(after.save() == unbroken.save());
    }
}

TEST_CASE("runs: of a checkpoint's changes those until its step count, of one's own those after it") {
  Session other = open_lstm(R"("changes":[{"step":2,"train":{"clip_norm":0.2}},{"step":6,"train":{"clip_norm":0.6}}])");
  other.step(4);
  Session own = open_lstm(R"("changes":[{"step":3,"train":{"clip_norm":0.3}},{"step":5,"train":{"clip_norm":0.5}}])");
  own.load(other.save());
  const auto& changes = own.experiment().models[0].changes;
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].train.options.at("clip_norm") == OptionValue(0.2));
  CHECK(changes[1].train.options.at("clip_norm") == OptionValue(0.5));
  own.step(4);
  CHECK(hash_after(Session(stored_experiment(own), 0, story()), 8) == own.weights_sha256());
  own.reset();
  CHECK(own.experiment().models[0].changes[0].step == 3);
}

TEST_CASE("runs: more steps later are the run that was longer from the beginning, under a constant rate") {
  const std::string more = R"("changes":[{"step":10,"train":{"steps":15}}])";
  CHECK(hash_of(more, 15, R"({"steps":10})") == hash_of("", 15, R"({"steps":15})"));
  Session live = open_lstm("", R"({"steps":10})");
  live.step(10);
  CHECK(info(live)["steps"] == 10);
  live.change(R"({"steps":15})");
  CHECK(info(live)["steps"] == 15);
  live.step(5);
  CHECK(live.weights_sha256() == hash_of("", 15, R"({"steps":15})"));
  CHECK(hash_after(Session(stored_experiment(live), 0, story()), 15) == live.weights_sha256());
}

TEST_CASE(
    "runs: more steps bend no schedule that was there; a span of its own does, and a model's own steps are a plan") {
  const std::string train = R"({"steps":10,"schedule":{"kind":"cosine","final_fraction":0.25}})";
  Session shorter = open_lstm("", train), longer = open_lstm(R"("changes":[{"step":10,"train":{"steps":15}}])", train);
  CHECK(losses(shorter, 10) == losses(longer, 10));
  CHECK(shorter.weights_sha256() == longer.weights_sha256());
  CHECK(Json::parse(longer.step(5))["lr"].get<double>() == doctest::Approx(0.25 * 0.002));
  const auto last_rate = [](Session session) { return Json::parse(session.step(11))["lr"].get<double>(); };
  const std::string spanned = R"({"steps":10,"schedule":{"kind":"linear","final_fraction":0,"span":20}})";
  CHECK(last_rate(open_lstm("", spanned)) == doctest::Approx(0.002 * 9 / 19));  // the eleventh of twenty steps
  const std::string linear = R"({"steps":10,"schedule":{"kind":"linear"}})";
  CHECK(last_rate(open_lstm(R"("train":{"steps":20})", linear)) == doctest::Approx(0.002 * 9 / 19));
}

TEST_CASE("runs: a listed change at the end of a run prolongs it, and one that ends it stops the steps") {
  Session longer = open_lstm(R"("changes":[{"step":4,"train":{"steps":8}}])", R"({"steps":4})");
  CHECK(Json::parse(longer.step(3))["steps"] == 4);
  CHECK(Json::parse(longer.step(1))["steps"] == 8);
  CHECK(info(longer)["steps"] == 8);
  Session shorter = open_lstm(R"("changes":[{"step":4,"train":{"steps":4}}])", R"({"steps":10})");
  CHECK(Json::parse(shorter.step(10))["step"] == 4);
}

TEST_CASE("runs: reset forgets what was changed meanwhile and keeps what was listed") {
  const std::string own =
      R"("train":{"seed":3},"changes":[{"step":0,"train":{"seed":4}},{"step":2,"train":{"clip_norm":0.1}}])";
  Session session = open_lstm(own);
  const auto fresh = session.save();
  session.step(4);
  const std::string first = session.weights_sha256();
  session.change(R"({"optimizer":{"lr":0.5},"steps":99,"seed":11})");
  session.step(2);
  session.reset();
  CHECK(session.save() == fresh);
  CHECK(info(session)["steps"] == 2000);
  session.step(4);
  CHECK(session.weights_sha256() == first);
}

TEST_CASE("runs: a change that cannot be is refused, also for what comes after it, and nothing changes") {
  Session session = open_lstm(R"("changes":[{"step":9,"train":{"schedule":{"final_fraction":0.5}}}])",
                              R"({"schedule":{"kind":"linear"}})");
  session.step(3);
  const auto before = session.save();
  const auto refused = [&](const char* change) { return sentence_of([&] { session.change(change); }); };
  CHECK(refused(R"({"optimizer":{"lr":0}})").find("train.optimizer.lr") != std::string::npos);
  CHECK(refused(R"({"optimizer":{"kind":"sgd"}})").find("train.optimizer.kind") != std::string::npos);
  CHECK(refused(R"({"batch_size":4})").find("train.batch_size") != std::string::npos);
  CHECK(refused(R"({"steps":2})").find("train.steps") != std::string::npos);
  CHECK(refused("[]").find("train") != std::string::npos);
  CHECK(refused("{").find("train") != std::string::npos);
  CHECK(refused(R"({"schedule":{"kind":"constant"}})").find("models[0].changes[1].train.schedule.final_fraction") !=
        std::string::npos);
  CHECK(session.save() == before);
  CHECK_THROWS(session.set_lr(0));
  CHECK_THROWS(session.set_lr(std::nan("")));
}

TEST_CASE("runs: a checkpoint from before changes were listed goes on with its rate, and is not called reproducible") {
  Session moved = open_lstm();
  moved.step(3), moved.set_lr(0.05), moved.step(2);
  const auto old = with_metadata(moved.save(), {{"experiment", lstm()}});
  Session on = open_lstm();
  CHECK(Json::parse(on.load(old)) ==
        Json{{"step", 5}, {"arithmetic", kArithmetic}, {"reproducible", false}, {"unverified", true}});
  moved.step(3), on.step(3);
  CHECK(on.weights_sha256() == moved.weights_sha256());
  on.change(R"({"clip_norm":0.3})");
  CHECK(Json::parse(on.step(1))["lr"] == 0.05);
  CHECK(Json::parse(open_lstm().load(on.save()))["reproducible"] == false);  // and it stays so
}

TEST_CASE("runs: what another arithmetic computed opens and goes on, and is marked") {
  Session session = open_lstm();
  CHECK(Json::parse(describe())["arithmetic"] == kArithmetic);
  CHECK(info(session)["arithmetic"] == kArithmetic);
  session.step(3);
  const auto saved = session.save();
  CHECK(read_safetensors(saved).metadata.at("arithmetic") == std::to_string(kArithmetic));
  Session on = open_lstm();
  const Json loaded = Json::parse(on.load(with_metadata(saved, {{"arithmetic", "77"}})));
  CHECK(loaded == Json{{"step", 3}, {"arithmetic", 77}, {"reproducible", false}, {"unverified", true}});
  CHECK(Json::parse(on.step(2))["finite"] == true);
  CHECK(info(on)["arithmetic"] == kNoArithmetic);
  CHECK(Json::parse(open_lstm().load(on.save()))["reproducible"] == false);
  on.reset();
  CHECK(info(on)["arithmetic"] == kArithmetic);
  for (const char* wrong : {"", "x", "1x", "-1", "99999999999"})
    CHECK(code_of([&] { on.load(with_metadata(saved, {{"arithmetic", wrong}})); }) == "invalid_file");
}

TEST_CASE("runs: steps allocate nothing after a change either") {
  Session session = open_lstm();
  session.step(64);
  session.change(R"({"optimizer":{"lr":0.01},"label_smoothing":0.1,"schedule":{"kind":"cosine"}})");
  session.step(64);
  const std::size_t one = allocations_during([&] { session.step(1); });
  CHECK(allocations_during([&] { session.step(64); }) < one + 16);
}

TEST_CASE("starts: a model with a start trains only from the weights it names") {
  Session source = open_whole();
  source.step(6);
  const auto six = source.save();
  const std::string begun = R"("start":{"experiment":)" + whole(lstm()).dump() + R"(,"step":6})";
  Session tuned = open_lstm(begun, R"({"seed":5})");
  CHECK(tuned.waits());
  CHECK(info(tuned)["start"]["step"] == 6);
  CHECK(sentence_of([&] { tuned.step(1); }).find("models[0].start") != std::string::npos);
  source.step(1);
  CHECK(code_of([&] { tuned.adopt(source.save()); }) == "invalid_file");  // one step more
  Session other = open_whole("", R"({"clip_norm":0.9})");
  other.step(6);
  CHECK(code_of([&] { tuned.adopt(other.save()); }) == "invalid_file");
  CHECK(tuned.waits());
  CHECK(Json::parse(tuned.adopt(six))["fresh"].empty());
  CHECK_FALSE(tuned.waits());
  tuned.step(4);
  const std::string hash = tuned.weights_sha256();
  tuned.reset();
  CHECK(tuned.waits());
  tuned.adopt(six), tuned.step(4);
  CHECK(tuned.weights_sha256() == hash);
  // It is its JSON: opened from its checkpoint's experiment and given the same weights, it is the same.
  Session again(stored_experiment(tuned), 0, story());
  again.adopt(six), again.step(4);
  CHECK(again.save() == tuned.save());
  Session resumed = open_lstm(begun, R"({"seed":5})");
  CHECK(Json::parse(resumed.load(tuned.save()))["reproducible"] == true);
  resumed.step(1), tuned.step(1);
  CHECK(resumed.weights_sha256() == tuned.weights_sha256());
}

TEST_CASE("starts: by the hash of the weights") {
  Session source = open_whole();
  source.step(2);
  const auto saved = source.save();
  const auto naming = [](const std::string& hash) { return open_lstm(R"("start":{"weights":")" + hash + R"("})"); };
  Session right = naming(source.weights_sha256()), wrong = naming(std::string(64, 'a'));
  right.adopt(saved);
  CHECK(right.weights_sha256() == source.weights_sha256());
  CHECK(sentence_of([&] { wrong.adopt(saved); }).find("models[0].start.weights") != std::string::npos);
}

TEST_CASE("starts: names, other models and what comes later are no part of what a checkpoint was trained by") {
  Session source(whole(experiment()).dump(), 1, story());
  source.step(5), source.set_lr(0.01), source.step(3);
  Json named = Json::parse(stored_experiment(source));
  named["name"] = "Another name";
  named["models"] = Json::array({named["models"][1]});
  named["models"][0]["changes"].push_back({{"step", 8}, {"train", {{"clip_norm", 0.1}}}});
  named["models"][0]["changes"].push_back({{"step", 20}, {"train", {{"seed", 3}}}});
  const std::string start = R"("start":{"experiment":)" + named.dump() + R"(,"step":8})";
  CHECK_NOTHROW(open_lstm(start).adopt(source.save()));
  named["models"][0]["changes"][0]["train"]["optimizer"]["lr"] = 0.011;
  const std::string other = R"("start":{"experiment":)" + named.dump() + R"(,"step":8})";
  CHECK(code_of([&] { open_lstm(other).adopt(source.save()); }) == "invalid_file");
}

TEST_CASE("starts: from weights of another arithmetic a run goes on, marked") {
  Session source = open_whole();
  source.step(2);
  const auto foreign = with_metadata(source.save(), {{"arithmetic", "9"}});
  Session tuned = open_lstm(R"("start":{"experiment":)" + whole(lstm()).dump() + R"(,"step":2})");
  tuned.adopt(foreign);
  CHECK(info(tuned)["arithmetic"] == kNoArithmetic);
}
