// What `make learn` trains must be what the engine accepts, whatever is renamed.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "session/planning.hpp"

using namespace unrolled;
namespace fs = std::filesystem;

TEST_CASE("learning: every experiment of the goals is accepted, and each of its models can do its task") {
  std::size_t models = 0;
  for (const auto& entry : fs::directory_iterator(UNROLLED_SOURCE_DIR "/tests/learning")) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().filename().string());
    std::ifstream file(entry.path());
    const Experiment experiment =
        parse_experiment(std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()));
    for (std::size_t k = 0; k < experiment.models.size(); ++k, ++models) {
      CAPTURE(k);
      CHECK_NOTHROW(estimate_model(experiment, k, 64));
    }
  }
  CHECK(models > 10);
}
