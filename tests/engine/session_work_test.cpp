// What takes long in a session can be done in parts: the same to the bit, and whatever changes the weights drops it.
#include <doctest/doctest.h>

#include <functional>

#include "session/network.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// The result, and in how many parts it came.
std::pair<std::string, int> in_parts(
    Session& session, const std::function<void()>& between = [] {}) {
  for (int parts = 1;; ++parts) {
    std::string found = session.next();
    if (found != "null") return {std::move(found), parts};
    between();
  }
}

Session reversing(const std::string& model) {
  return Session(
      R"({"version":1,"task":{"kind":"reverse","longer_length":14},"train":{"batch_size":4},"models":[)" + model + "]}",
      0, "");
}

const std::string kSeq2seq = R"({"kind":"seq2seq","cell":"gru","hidden_size":12,"embedding_size":8})";

}  // namespace

TEST_CASE("work in parts: an evaluation is the same to the bit, with looks, answers and saving in between") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session session = open(k, R"({"batch_size":4})");
    session.step(3);
    session.begin_evaluation();  // before the whole: what is counted is evaluated once
    const auto [found, parts] = in_parts(session, [&] {
      session.inspect("the white whale");
      session.save();
      session.weights_sha256();
    });
    CHECK(parts > 5);
    CHECK(found == session.evaluate());
    Session other = open(k, R"({"batch_size":4})");
    other.step(3);
    CHECK(found == other.evaluate());
  }
  Session pairs = reversing(kSeq2seq);
  pairs.step(3);
  const std::string whole = pairs.evaluate();
  pairs.begin_evaluation();
  CHECK(in_parts(pairs, [&] { pairs.answer(R"({"prompt":"abc","beam":2})"); }).first == whole);
}

TEST_CASE("work in parts: examples of every form and texts are the same") {
  for (const std::string& model : {kSeq2seq, std::string(R"({"kind":"gru","hidden_size":12})"),
                                   std::string(R"({"kind":"transformer","topology":"encoder","d_model":16})")}) {
    CAPTURE(model);
    Session session = reversing(model);
    session.step(3);
    for (const char* options : {R"({"count":6})", R"({"set":"longer","first":3,"count":9})", R"({"first":100000})"}) {
      const std::string whole = session.examples(options);
      session.begin_examples(options);
      CHECK((in_parts(session).first == whole));  // too long to be shown
    }
  }
  for (std::size_t k = 0; k < kCount; ++k) {
    Session session = open(k);
    const char* const options = R"({"prompt":"the whale ","tokens":40,"seed":3})";
    const std::string whole = session.generate(options);
    session.begin_generation(options);
    CHECK(in_parts(session) == std::pair(whole, 7));  // of eight symbols each, the prompt's among them
  }
}

TEST_CASE("work in parts: what changes the weights drops it, and so does the next thing begun") {
  Session session = open(1), other = open(1);
  const std::vector<std::byte> saved = other.save();
  const std::function<void()> changes[] = {[&] { session.step(1); }, [&] { session.reset(); },
                                           [&] { session.load(saved); }, [&] { session.adopt(saved); }};
  for (const auto& change : changes) {
    session.begin_evaluation();
    CHECK(session.next() == "null");
    change();
    CHECK(code_of([&] { session.next(); }) == "invalid_config");
  }
  session.begin_generation("{}");
  session.begin_evaluation();
  CHECK(in_parts(session).first == other.evaluate());
  CHECK(code_of([&] { session.next(); }) == "invalid_config");
}

TEST_CASE("work in parts: sequences that cost much are read a few at a time") {
  TrainConfig config;
  config.batch_size = 12;
  TaskForm form{Form::single, Signature(4, 10), {}};
  form.lengths.input = 10, form.longer.input = 20;
  CHECK(held_out_batch(HeldOut::val, form, config, 1e6) == 12);
  CHECK(held_out_batch(HeldOut::val, form, config, 1e8) == 3);
  CHECK(held_out_batch(HeldOut::longer, form, config, 1e7) == 7);
  CHECK(held_out_batch(HeldOut::val, form, config, 1e12) == 1);
  CHECK(held_out_batch(HeldOut::val, form, config, 0) == 12);
}
