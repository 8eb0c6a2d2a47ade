// Which model reads which task in which form, and what a session shows of tasks that are not texts.
#include <doctest/doctest.h>

#include <algorithm>

#include "session/answers.hpp"
#include "session/form.hpp"
#include "support/sessions.hpp"
#include "tasks/examples/example.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

std::string experiment_on(const std::string& task, const std::string& model, const std::string& train = "{}") {
  return R"({"version":1,"task":)" + task + R"(,"train":)" + train + R"(,"models":[)" + model + "]}";
}

const std::string kReverse = R"({"kind":"reverse"})", kParity = R"({"kind":"running_parity"})",
                  kAdding = R"({"kind":"adding"})";
const std::string kSeq2seq = R"({"kind":"seq2seq","cell":"gru","hidden_size":24,"embedding_size":8})";
const std::string kGru = R"({"kind":"gru","hidden_size":12,"embedding_size":8})";

Session open_on(const std::string& task, const std::string& model, const std::string& train = "{}") {
  return Session(experiment_on(task, model, train), 0, "");
}

std::string form_name(const std::string& task, const std::string& model) {
  return to_string(form_for(parse_experiment(experiment_on(task, model)), 0, 0).form);
}

std::string reason(const std::string& task, const std::string& model) {
  try {
    form_name(task, model);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("forms: each family reads a task of pairs in its own way") {
  CHECK(form_name(kReverse, kSeq2seq) == "pairs");
  CHECK(form_name(kReverse, kGru) == "prefix");
  CHECK(form_name(kReverse, R"({"kind":"transformer","topology":"encoder"})") == "aligned");
  CHECK(form_name(kReverse, R"({"kind":"transformer","topology":"encoder-decoder"})") == "pairs");
  CHECK(form_name(kParity, kGru) == "single");
}

TEST_CASE("forms: a model that cannot do a task is refused in words at its own place") {
  CHECK(reason(kParity, kSeq2seq).find("models[0]") != std::string::npos);
  CHECK(reason(R"({"kind":"text"})", R"({"kind":"transformer","topology":"encoder"})") != "");
  CHECK(reason(R"({"kind":"text"})", R"({"kind":"gru","bidirectional":true})") != "");
  CHECK(reason(kParity, R"({"kind":"ngram"})").find("counts") != std::string::npos);
  CHECK(code_of([] { estimate(experiment_on(kParity, kSeq2seq), 0, 0); }) == "invalid_config");
}

TEST_CASE("evaluate: accuracy, exact match and the longer examples are told where the task has them") {
  Session pairs = open_on(kReverse, kSeq2seq);
  const Json scores = Json::parse(pairs.evaluate());
  for (const char* name : {"val_loss", "val_accuracy", "val_exact", "longer_loss", "longer_accuracy", "longer_exact"})
    CHECK(scores[name].is_number());
  CHECK(scores["val_exact"].get<double>() <= scores["val_accuracy"].get<double>());
  Session text = open(0);
  CHECK(Json::parse(text.evaluate())["longer_loss"].is_null());
}

TEST_CASE("examples: greedy answers are exact for just the part that exact match says") {
  for (const std::string& model : {kSeq2seq, kGru}) {
    CAPTURE(model);
    Session session = open_on(R"({"kind":"reverse","symbols":4,"min_length":3,"max_length":6,"longer_length":8})",
                              model, R"({"batch_size":16,"optimizer":{"kind":"adam","lr":0.01}})");
    session.step(150);
    std::size_t count = 0, right = 0;
    for (std::size_t first = 0;; first += 64) {
      const Json items =
          Json::parse(session.examples(R"({"count":64,"first":)" + std::to_string(first) + "}"))["items"];
      for (const Json& item : items) {
        ++count;
        right += item["answer"]["symbols"] == item["target"]["symbols"];
        CHECK(item["given"]["symbols"].size() == item["target"]["symbols"].size());
      }
      if (items.size() < 64) break;
    }
    CHECK(count >= 32);
    const double exact = Json::parse(session.evaluate())["val_exact"].get<double>();
    CHECK(double(right) / double(count) == doctest::Approx(exact));
    CHECK(exact > 0);
    CHECK(exact < 1);
  }
}

TEST_CASE("answer: a reader's question is answered; a beam of one is the greedy answer; nonsense is refused") {
  Session session = open_on(R"({"kind":"reverse","symbols":4,"min_length":3,"max_length":6,"longer_length":8})",
                            kSeq2seq, R"({"batch_size":16,"optimizer":{"kind":"adam","lr":0.01}})");
  session.step(150);
  const Json one = Json::parse(session.answer(R"({"prompt":"abc"})"));
  CHECK(one["item"]["given"]["symbols"] == Json({"a", "b", "c"}));
  CHECK(!one["item"]["answer"]["symbols"].empty());
  CHECK_FALSE(one["item"].contains("target"));
  const Json wide = Json::parse(session.answer(R"({"prompt":"abc","beam":4})"));
  CHECK(!wide["item"]["answer"]["symbols"].empty());
  CHECK(code_of([&] { session.answer(R"({"prompt":""})"); }) == "invalid_text");
  CHECK(code_of([&] { session.answer(R"({"prompt":"abcabcabcabcabcabcabcabcabcabcabcabcabc"})"); }) == "invalid_text");
}

TEST_CASE("addition: what is read or written backwards is shown, and asked, as people write it") {
  const auto number = [](const Json& symbols, std::size_t first, std::size_t end) {
    int value = 0;
    for (std::size_t i = first; i < end; ++i) value = 10 * value + (symbols[i].get<std::string>()[0] - '0');
    return value;
  };
  Session session = open_on(R"({"kind":"addition","reversed_source":true,"reversed_answer":true})", kGru);
  const Json examples = Json::parse(session.examples(R"({"count":64})"));
  for (const Json& item : examples["items"]) {
    const Json &given = item["given"]["symbols"], &target = item["target"]["symbols"];
    const std::size_t plus = std::size_t(std::find(given.begin(), given.end(), "+") - given.begin());
    CHECK(number(given, 0, plus) + number(given, plus + 1, given.size()) == number(target, 0, target.size()));
  }
  const Json asked = Json::parse(session.answer(R"({"prompt":"12+45"})"))["item"];
  CHECK(asked["given"]["symbols"] == Json({"1", "2", "+", "4", "5"}));
  CHECK(asked["answer"]["symbols"].size() == asked["probability"].size());

  // The same weights say the same, whichever way round it is told.
  session.step(30);
  Session plain = open_on(R"({"kind":"addition"})", kGru);
  plain.load(session.save());
  Json there = Json::parse(plain.answer(R"({"prompt":"54+21"})"))["item"]["answer"]["symbols"];
  std::reverse(there.begin(), there.end());
  CHECK(Json::parse(session.answer(R"({"prompt":"12+45"})"))["item"]["answer"]["symbols"] == there);
}

TEST_CASE(
    "answer: what the task does not know is counted, and a question of nothing else is refused with what it knows") {
  Session session = open_on(R"({"kind":"addition"})", kGru);
  const Json asked = Json::parse(session.answer(R"({"prompt":"12 + 45="})"));
  CHECK(asked["item"]["given"]["symbols"] == Json({"1", "2", "+", "4", "5"}));
  CHECK(asked["unknown"] == 3);
  CHECK(Json::parse(session.answer(R"({"prompt":"1+2"})"))["unknown"] == 0);
  try {
    session.answer(R"({"prompt":"hello"})");
    FAIL("answered");
  } catch (const Error& error) {
    CHECK(error.key() == "prompt.unknown");
    CHECK(std::string(error.what()).ends_with("+ 0 1 2 3 4 5 6 7 8 9"));
  }
}

TEST_CASE("inspect: a held-out example is looked into by its number") {
  Session session = open_on(kParity, kGru);
  session.step(2);
  const std::string hash = session.weights_sha256();
  const Json look = Json::parse(session.inspect("3"));
  CHECK(look["symbols"].size() >= look["item"]["given"]["symbols"].size());
  CHECK(session.tap("gru.0.hidden").data.size() > 0);
  CHECK(session.weights_sha256() == hash);
  CHECK(code_of([&] { session.inspect("100000"); }) == "invalid_text");
}

TEST_CASE("adopt: weights of equal name and shape come over, the head of another task stays fresh") {
  Session first = open_on(kParity, kGru);
  first.step(20);
  Session second = open_on(R"({"kind":"parity"})", kGru);
  const std::string before = second.weights_sha256();
  const Json adoption = Json::parse(second.adopt(first.save()));
  CHECK(std::ranges::find(adoption["adopted"], Json("gru.weight_hh_l0")) != adoption["adopted"].end());
  CHECK(std::ranges::find(adoption["fresh"], Json("head.weight")) != adoption["fresh"].end());
  CHECK(second.weights_sha256() != before);
  CHECK(second.steps_done() == 0);
  CHECK(code_of([&] { second.adopt({}); }) == "invalid_file");
}

TEST_CASE("adopt: characters learned by filling in hidden ones come over") {
  const std::string task = R"({"kind":"masked_text","length":16})", text = story();
  const std::string encoder =
      R"({"kind":"transformer","topology":"encoder","d_model":16,"num_layers":1,"num_heads":2})";
  const auto made = [&] { return Session(experiment_on(task, encoder), 0, text); };
  Session first = made(), second = made();
  first.step(2);
  const Json adoption = Json::parse(second.adopt(first.save()));
  CHECK(adoption["fresh"].empty());
  CHECK(second.weights_sha256() == first.weights_sha256());
}

TEST_CASE("masked text: the mask is one symbol more than the text has, in the model, its estimate and its name list") {
  const std::string task = R"({"kind":"masked_text","corpus":"own","length":16})";
  const std::string encoder = R"({"kind":"transformer","topology":"encoder","d_model":8,"num_heads":2,"d_ff":8})";
  const std::string json = experiment_on(task, encoder);
  Session session(json, 0, story());
  const std::size_t symbols = Json::parse(text_info(story()))["vocab_size"];
  const Json info = Json::parse(session.info());
  CHECK(info["vocab"].size() == symbols + 1);
  CHECK(info["parameters"] == Json::parse(estimate(json, 0, symbols))["parameters"]);
  CHECK(Json::parse(Session(session.save()).info())["parameters"] == info["parameters"]);
}

TEST_CASE("teacher forcing: 1 and 0 train differently, both reproducibly") {
  const auto losses_with = [](const std::string& forcing) {
    Session session = open_on(kReverse, kSeq2seq, R"({"batch_size":4,"teacher_forcing":)" + forcing + "}");
    return losses(session, 6);
  };
  CHECK(losses_with("0") == losses_with("0"));
  CHECK(losses_with("0") != losses_with("1"));
}

TEST_CASE("checkpoints: models of pairs and of numbers are saved and go on bit by bit") {
  for (const auto& pair : {std::pair(kReverse, kSeq2seq), std::pair(kAdding, kGru)}) {
    const auto &task = pair.first, &model = pair.second;
    CAPTURE(task);
    Session whole = open_on(task, model), half = open_on(task, model), other = open_on(task, model);
    whole.step(6);
    half.step(3);
    other.load(half.save());
    other.step(3);
    CHECK(other.weights_sha256() == whole.weights_sha256());
  }
}
