#include "session/session.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "core/rng.hpp"
#include "models/registry.hpp"
#include "session/planning.hpp"
#include "support/packed_digits.hpp"
#include "support/sessions.hpp"
#include "train/loss_plan.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// The logits after the last of `ids`, from a whole forward pass.
std::vector<float> full_forward(Model<float>& model, Signature signature, const std::vector<std::int32_t>& ids) {
  LossPlan<float> plan(model, signature, {1, ids.size()});
  plan.allocate();
  std::ranges::copy(ids, plan.batch().input.tokens.begin());
  plan.forward({});
  const auto last = plan.result().last(signature.output.width);
  return {last.begin(), last.end()};
}

bool is_text(const Session& session) { return session.experiment().task.kind == "text"; }

/// The default of a family, and each other value of its choices and switches by itself.
std::vector<Json> variants_of(const Json& model) {
  const Json plain{{"kind", model["kind"]}};
  std::vector<Json> variants{plain};
  const auto add = [&](const std::string& name, const Json& value) {
    variants.push_back(plain);
    variants.back()[name] = value;
  };
  for (const Json& option : model["options"]) {
    if (option["type"] == "boolean") add(option["name"], !option["default"].get<bool>());
    if (option["type"] == "choice")
      for (const Json& choice : option["choices"])
        if (choice["value"] != option["default"]) add(option["name"], choice["value"]);
  }
  return variants;
}

/// On the first of a few tasks that the model can do; nullptr if on none.
std::unique_ptr<Session> open_on_any_task(const std::string& model) {
  const std::pair<const char*, std::string> tasks[] = {{R"({"kind":"text","corpus":"own","length":16})", story()},
                                                       {R"({"kind":"reverse"})", ""},
                                                       {R"({"kind":"running_parity"})", ""},
                                                       {R"({"kind":"set_maximum"})", ""},
                                                       {R"({"kind":"digits"})", packed_digits()}};
  for (const auto& [task, data] : tasks) try {
      return std::make_unique<Session>(
          R"({"version":1,"task":)" + std::string(task) + R"(,"train":{"batch_size":4},"models":[)" + model + "]}", 0,
          data);
    } catch (const Error&) {  // cannot do it
    }
  return nullptr;
}

double largest_gap(std::span<const float> a, std::span<const float> b) {
  double gap = 0;
  for (std::size_t i = 0; i < a.size(); ++i) gap = std::max(gap, std::abs(double(a[i]) - b[i]));
  return gap;
}

}  // namespace

TEST_CASE("session: the same experiment gives the same losses and weights; another seed others") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session a = open(k), b = open(k), c = open(k, R"({"seed":2})");
    const auto first = losses(a, 8);
    CHECK(first == losses(b, 8));
    CHECK(a.weights_sha256() == b.weights_sha256());
    if (k == kNgram) continue;
    CHECK(first != losses(c, 8));
    CHECK(a.weights_sha256() != c.weights_sha256());
  }
}

TEST_CASE("session: one step at a time or many, with looks, tests and texts between, it is the same run") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session plain = open(k), watched = open(k);
    const auto expected = losses(plain, 6);
    std::vector<double> found;
    for (int i = 0; i < 6; ++i) {
      found.push_back(losses(watched, 1)[0]);
      watched.evaluate();
      watched.inspect("the white whale and the sea");
      watched.generate(R"({"prompt":"the ","tokens":20})");
      for (const Json& tap : Json::parse(watched.taps())) watched.tap(tap["name"].get<std::string>());
    }
    CHECK(found == expected);
    CHECK(plain.weights_sha256() == watched.weights_sha256());
  }
}

TEST_CASE("session: reset gives the same run again, also after a change of the learning rate") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session session = open(k);
    const std::string fresh = session.weights_sha256();
    const auto first = losses(session, 5);
    session.set_lr(0.05);
    losses(session, 3);
    session.reset();
    CHECK(session.weights_sha256() == fresh);
    CHECK(Json::parse(session.step(0))["step"] == 0);
    CHECK(losses(session, 5) == first);
  }
}

TEST_CASE("session: a loss that is not finite stops the run at the last good state, until a reset") {
  Session session(experiment(R"({"optimizer":{"kind":"sgd","lr":100},"clip_norm":0})",
                             R"([{"kind":"rnn","nonlinearity":"relu","hidden_size":64}])"),
                  0, story());
  Json report = Json::parse(session.step(200));
  REQUIRE_FALSE(report["finite"].get<bool>());
  const std::string kept = session.weights_sha256();
  CHECK(report["losses"].size() == report["step"]);
  for (const Json& loss : report["losses"]) CHECK(std::isfinite(loss.get<double>()));
  report = Json::parse(session.step(3));
  CHECK_FALSE(report["finite"].get<bool>());
  CHECK(report["losses"].empty());
  CHECK(session.weights_sha256() == kept);
  session.reset();
  session.set_lr(0.001);
  CHECK(Json::parse(session.step(3))["finite"].get<bool>());
}

TEST_CASE("session: the estimate is what opening it allocates") {
  for (std::size_t k = 0; k < kCount; ++k) {
    if (k == kNgram) continue;
    CAPTURE(k);
    Session session = open(k);
    const Json info = Json::parse(session.info());
    const Json cost = Json::parse(estimate(experiment(), k, info["vocab"].size()));
    for (const char* key : {"parameters", "bytes", "flops_per_step", "flops_per_token", "position_count"})
      CHECK(cost[key].get<double>() == info[key].get<double>());
    CHECK(cost["position_count"] == 256);
    CHECK(cost["flops_per_step"].get<double>() > 0);
  }
}

TEST_CASE("session: a Transformer of four layers of 128 trains in 130 MB") {
  const Json cost = Json::parse(estimate(
      R"({"version":1,"task":{"kind":"text","length":128},"train":{"batch_size":16,"optimizer":{"kind":"adam"}},)"
      R"("models":[{"kind":"transformer","d_model":128,"num_heads":4,"num_layers":4,"d_ff":512}]})",
      0, 64));
  CHECK(cost["bytes"].get<double>() < 130e6);
}

TEST_CASE("session: what is too expensive is refused before anything is allocated, with advice") {
  const char* const monsters[] = {
      R"([{"kind":"lstm","hidden_size":1024,"num_layers":4}])",
      R"([{"kind":"transformer","d_model":512,"num_heads":16,"num_layers":8,"d_ff":2048}])"};
  for (const char* models : monsters) {
    const std::string json =
        R"({"version":1,"task":{"kind":"text","length":512},"train":{"batch_size":256},"models":)" +
        std::string(models) + "}";
    CHECK(code_of([&] { estimate(json, 0, 256); }) == "too_expensive");
    CHECK(code_of([&] { Session(json, 0, story()); }) == "too_expensive");
    try {
      estimate(json, 0, 256);
    } catch (const Error& error) {
      CHECK(error.where() == "models[0]");
      CHECK(std::string(error.what()).find("batch size") != std::string::npos);
    }
  }
}

TEST_CASE("session: short sequences hide no price: what is too expensive is refused at every length") {
  const auto price = [](const std::string& batch, const std::string& length, const std::string& models) {
    return code_of([&] {
      estimate(R"({"version":1,"task":{"kind":"text","length":)" + length + R"(},"train":{"batch_size":)" + batch +
                   R"(},"models":)" + models + "}",
               0, 256);
    });
  };
  CHECK(price("128", "8", R"([{"kind":"lstm","hidden_size":1024,"num_layers":4}])") == "too_expensive");
  CHECK(price("1", "8", R"([{"kind":"lstm","hidden_size":1024,"num_layers":3}])") == "too_expensive");
  CHECK(price("1", "8", R"([{"kind":"lstm","hidden_size":512,"num_layers":3}])") == "no error");
}

TEST_CASE("session: there must be room to save a model and to look into it, not only to open it") {
  const std::string json = R"({"version":1,"task":{"kind":"text","length":16},"train":{"batch_size":1},"models":[)"
                           R"({"kind":"transformer","d_model":512,"num_heads":8,"num_layers":8,"d_ff":1536}]})";
  CHECK(code_of([&] { estimate(json, 0, 100); }) == "too_expensive");
}

TEST_CASE("session: a decoder fed symbol by symbol gives the logits of the whole forward pass") {
  const Experiment parsed = parse_experiment(experiment());
  const Signature signature{23, 16};
  for (std::size_t k = 0; k < kCount; ++k) {
    if (k == kNgram) continue;
    CAPTURE(k);
    const auto model = make_model<float>(parsed.models[k], signature);
    model->parameters().allocate();
    model->initialise(3);
    for (Tensor<float>& tensor : model->parameters().tensors())
      for (float& w : tensor.value) w *= 3;  // far from where every symbol looks alike
    const auto decoder = model->decoder();
    for (int repetition = 0; repetition < 2; ++repetition) {  // the second proves that restart forgets, and looks anew
      for (float& w : model->parameters().values()) w *= 0.9f;
      decoder->restart();
      Rng rng(5 + std::uint64_t(repetition));
      std::vector<std::int32_t> ids;
      for (std::size_t t = 0; t < signature.input.length; ++t) {
        ids.push_back(std::int32_t(rng.below(signature.input.symbols)));
        CHECK(largest_gap(decoder->feed(ids.back()), full_forward(*model, signature, ids)) < 2e-5);
      }
    }
  }
}

TEST_CASE("session: beyond its context a Transformer goes on from the newer half, a recurrent model from its state") {
  const Experiment parsed = parse_experiment(experiment());
  const Signature signature{23, 16};
  for (std::size_t k : {0, 1, 2, 5}) {
    CAPTURE(k);
    const auto model = make_model<float>(parsed.models[k], signature);
    model->parameters().allocate();
    model->initialise(3);
    const auto decoder = model->decoder();
    decoder->restart();
    Rng rng(5);
    std::vector<std::int32_t> ids;
    for (std::size_t t = 0; t < 45; ++t) {
      ids.push_back(std::int32_t(rng.below(signature.input.symbols)));
      const std::vector<float> logits = [&] {
        const auto found = decoder->feed(ids.back());
        return std::vector<float>(found.begin(), found.end());
      }();
      if (k == 2 || k == 5) {
        // 16 fit; then 8 are dropped whenever it is full, so the window holds 9 .. 16 symbols.
        const std::size_t window = t < 16 ? t + 1 : 9 + (t - 16) % 8;
        CHECK(largest_gap(logits, full_forward(*model, signature, {ids.end() - std::ptrdiff_t(window), ids.end()})) <
              2e-5);
      } else {
        CHECK(largest_gap(logits, full_forward(*model, {23, 45}, ids)) < 2e-5);
      }
    }
  }
}

TEST_CASE("session: generation follows its seed and temperature, and says what of the prompt it could not use") {
  Session session = open(1);
  losses(session, 30);
  const auto write = [&](const std::string& options) { return Json::parse(session.generate(options)); };
  const Json greedy = write(R"({"prompt":"the ","tokens":40,"temperature":0})");
  CHECK(greedy["text"].get<std::string>().size() == 40);
  CHECK(greedy == write(R"({"prompt":"the ","tokens":40,"temperature":0,"seed":9})"));
  CHECK(greedy["text"] == write(R"({"prompt":"the ","tokens":40,"temperature":2,"top_k":1})")["text"]);
  const Json warm = write(R"({"prompt":"the ","tokens":40,"temperature":1})");
  CHECK(warm == write(R"({"prompt":"the ","tokens":40,"temperature":1})"));
  CHECK(warm != write(R"({"prompt":"the ","tokens":40,"temperature":1,"seed":2})"));
  const Json odd = write("{\"prompt\":\"th\u00e9 \",\"tokens\":1}");
  CHECK(odd["prompt_used"] == "th ");
  CHECK(odd["prompt_unknown"] == 1);
  CHECK(write(R"({"prompt":"","tokens":5})")["text"].get<std::string>().size() == 5);
  CHECK(write(R"({"prompt":"the","tokens":0})")["text"] == "");
  CHECK(code_of([&] { session.generate(R"({"temprature":1})"); }) == "invalid_config");
  CHECK(code_of([&] { session.generate(R"({"tokens":1e9})"); }) == "invalid_config");
}

TEST_CASE("session: inspecting shows taps of the excerpt's length and the probability of each symbol") {
  const char* const expected[] = {"rnn.0.hidden", "lstm.1.gates", "transformer.1.attention", "probabilities"};
  for (std::size_t k = 0; k < 4; ++k) {
    CAPTURE(k);
    Session session = open(k);
    losses(session, 5);
    const Json look = Json::parse(session.inspect("the whale"));
    CHECK(look["text"] == "the whale");
    CHECK(look["symbols"].size() == 9);
    CHECK(look["probability"].size() == 9);
    CHECK(look["probability"][0].is_null());
    const Tap<float> tap = session.tap(expected[k]);
    CHECK(tap.axes.size() == tap.shape.rank());
    CHECK(tap.data.size() == tap.shape.count());
    const Tap<float> p = session.tap("probabilities");
    const std::size_t V = p.shape.last();
    CHECK(p.data.size() == 9 * V);
    const Json info = Json::parse(session.info());
    for (std::size_t t = 1; t < 9; ++t) {
      const auto id = std::ranges::find(info["vocab"], look["symbols"][t]) - info["vocab"].begin();
      CHECK(look["probability"][t].get<float>() == p.data[(t - 1) * V + std::size_t(id)]);
    }
    CHECK(Json::parse(session.inspect(story()))["symbols"].size() == 16);
    CHECK(code_of([&] { session.inspect("t"); }) == "invalid_text");
    CHECK(code_of([&] { session.inspect("\u4E2D\u4E2D\u4E2D"); }) == "invalid_text");
    CHECK(code_of([&] { session.tap("lstm.0.gate"); }) == "invalid_config");
  }
}

TEST_CASE(
    "session: every value of every choice makes a model that learns, and the taps that describe() announces exist") {
  const Json all = Json::parse(describe());
  for (const Json& model : all["models"]) {
    std::map<std::string, std::vector<std::string>> seen;  // the axes of each tap
    for (const Json& variant : variants_of(model)) {
      CAPTURE(variant.dump());
      const auto session = open_on_any_task(variant.dump());
      REQUIRE(session != nullptr);
      CHECK(Json::parse(session->step(2))["finite"] == true);
      session->inspect(is_text(*session) ? "the whale" : "1");
      for (const Json& tap : Json::parse(session->taps())) seen[tap["name"]] = tap["axes"];
    }
    for (const Json& note : model["taps"]) {
      std::string name = note["name"];
      if (const auto at = name.find("{layer}"); at != std::string::npos) name.replace(at, 7, "0");
      CAPTURE(name);
      CHECK(seen[name] == note["axes"].get<std::vector<std::string>>());
    }
  }
}

TEST_CASE("session: training taps are views of the last training batch") {
  Session session = open(0);
  losses(session, 1);
  const Tap<float> tap = session.training_tap("rnn.0.hidden");
  CHECK(tap.shape == Shape{16, 16, 10});
  CHECK(std::ranges::any_of(tap.data, [](float x) { return x != 0; }));
}

TEST_CASE("match: every model is resized to within two per cent, at several sizes") {
  const std::size_t vocab = 65;
  for (std::size_t target : {20000, 60000, 111873, 400000})
    for (std::size_t k : {0, 1, 2, 4, 5}) {
      CAPTURE(target);
      CAPTURE(k);
      const Json resized = Json::parse(match(experiment(), k, target, vocab));
      const std::string json = experiment("{}", "[" + resized.dump() + "]");
      const double count = double(count_parameters(parse_experiment(json).models[0], {vocab, 16}));
      CHECK(std::abs(count / double(target) - 1) <= 0.02);
    }
  CHECK(code_of([&] { match(experiment(), kNgram, 1000, vocab); }) == "invalid_config");
  CHECK(code_of([&] { match(experiment(), 0, 3, vocab); }) == "invalid_config");
}

TEST_CASE("match: a model that has the size already keeps its shape") {
  const Experiment parsed = parse_experiment(experiment());
  for (std::size_t k : {0, 1, 2}) {
    const std::size_t own = count_parameters(parsed.models[k], {40, 16});
    CHECK(match_model(parsed, k, own, 40) == parsed.models[k]);
  }
}

TEST_CASE("floors: orders 0 to 4, falling on a text with order, and the n-gram model agrees") {
  const Json list = Json::parse(floors(story(), experiment()));
  REQUIRE(list.size() == 5);
  for (std::size_t order = 0; order < 5; ++order) {
    CHECK(list[order]["order"] == order);
    if (order > 0 && order < 4)
      CHECK(list[order]["val_loss"].get<double>() < list[order - 1]["val_loss"].get<double>());
  }
  Session ngram = open(kNgram);
  const double loss = Json::parse(ngram.evaluate())["val_loss"];
  CHECK(loss == doctest::Approx(list[3]["val_loss"].get<double>()).epsilon(1e-12));
}

TEST_CASE("text_info: what the page shows before anything is trained") {
  const Json info = Json::parse(text_info("hello\r\nworld"));
  CHECK(info == Json::parse(R"({"characters":11,"vocab_size":8,"replaced":0,"distinct":8})"));
}
