// The promise of the strict tier: the same experiment gives the same weights, to the bit, wherever it runs, and whatever
// else is done meanwhile.
#include <doctest/doctest.h>

#include <string>

#include "support/golden_hashes.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

// With sanitizers all steps would take minutes, and another compiler's flags show in the first hundred already.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kToTheEnd = false;
#else
constexpr bool kToTheEnd = true;
#endif

void look_inside(Session& session, bool text) {
  session.inspect(text ? "again and home" : "1");
  for (const Json& tap : Json::parse(session.taps())) {
    const std::string name = tap["name"];
    CHECK(session.tap(name).data.size() > 0);
    try {
      session.training_tap(name);
    } catch (const Error&) {
    }  // not all that inspect() shows is kept while training
  }
}

/// What a reader may do between two steps.
void disturb(Session& session, bool text) {
  look_inside(session, text);
  session.evaluate();
  session.examples(R"({"count":2})");
  if (Json::parse(session.info())["generates"] == true) session.generate(R"({"prompt":"wind","tokens":4,"seed":5})");
  session.begin_evaluation();
  session.next();  // and never goes on
}

/// Every measure that can be taken.
void measure_all(Session& session) {
  for (const Json& kind : Json::parse(session.measures())) {
    const std::string name = kind["kind"];
    session.measure(name, name == "lengths" ? R"({"lengths":2,"examples":3})" : "");
    session.begin_measure(name, "");
    session.next();
  }
}

}  // namespace

TEST_CASE("reproducible: after 100 and 1,000 steps the weights of every family have the hashes on file") {
  const GoldenHashes golden;
  REQUIRE(golden.cases().size() == 46);
  CHECK(golden.arithmetic() == kArithmetic);
  for (const Json& stored : golden.cases()) {
    CAPTURE(stored["name"].get<std::string>());
    Session session = golden.open(stored);
    CHECK(Json::parse(session.step(100))["finite"] == true);
    CHECK(session.weights_sha256() == stored["after_100"].get<std::string>());
    if (!kToTheEnd) continue;
    CHECK(Json::parse(session.step(900))["finite"] == true);
    CHECK(session.weights_sha256() == stored["after_1000"].get<std::string>());
  }
}

TEST_CASE("reproducible: looking, measuring, testing, writing, saving, resetting and a neighbour change no bit") {
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    CAPTURE(stored["name"].get<std::string>());
    const bool text = stored["experiment"]["task"]["kind"] == "text";
    Session session = golden.open(stored), neighbour = golden.open(stored);
    session.step(3);
    session.reset();
    for (int i = 0; i < 10; ++i) {
      session.step(i + 1);
      disturb(session, text);
      if (i % 5 == 1) measure_all(session);
      neighbour.step(1);
      session.step(4);
    }  // 95 steps
    neighbour.load(session.save());
    session.step(5);
    neighbour.step(5);
    CHECK(session.weights_sha256() == stored["after_100"].get<std::string>());
    CHECK(neighbour.weights_sha256() == stored["after_100"].get<std::string>());
  }
}
