// The promise of the strict tier: the same experiment gives the same weights, to the bit, wherever it runs.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "session/session.hpp"

using namespace unrolled;

TEST_CASE("reproducible: after 200 steps the weights have the hashes on file") {
  std::ifstream file(UNROLLED_SOURCE_DIR "/tests/golden/hashes.json");
  REQUIRE(file.good());
  const Json golden = Json::parse(file);
  const std::string text = golden["text"];
  REQUIRE(golden["cases"].size() == 4);
  for (const Json& stored : golden["cases"]) {
    const std::string experiment = stored["experiment"].dump();
    REQUIRE(stored["weights_sha256"].size() == stored["experiment"]["models"].size());
    for (std::size_t k = 0; k < stored["weights_sha256"].size(); ++k) {
      Session session(experiment, k, text);
      CAPTURE(stored["experiment"]["models"][k].dump());
      CHECK(Json::parse(session.step(200))["finite"] == true);
      CHECK(session.weights_sha256() == stored["weights_sha256"][k].get<std::string>());
    }
  }
}
