// The promise of the strict tier: the same experiment gives the same weights, to the bit, wherever it runs.
#include <doctest/doctest.h>

#include <string>

#include "support/golden_hashes.hpp"

using namespace unrolled;
using namespace unrolled::test;

// With sanitizers all steps would take minutes, and another compiler's flags show in the first hundred already.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kToTheEnd = false;
#else
constexpr bool kToTheEnd = true;
#endif

TEST_CASE("reproducible: after 100 and 1,000 steps the weights of every family have the hashes on file") {
  const GoldenHashes golden;
  REQUIRE(golden.cases().size() == 46);
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
