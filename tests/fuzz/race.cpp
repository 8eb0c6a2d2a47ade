// Any bytes as a race file, and as the race.json of one whose container is whole: a kept race or a refusal, and what was read
// is written to a file that says the same.
#include <cstdint>

#include "fuzz/use.hpp"
#include "io/curves.hpp"
#include "io/zip.hpp"
#include "session/kept_race.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

namespace {

const char* const kExperiment =
    R"({"version":1,"task":{"kind":"reverse"},"train":{"batch_size":2},"models":[{"kind":"rnn","hidden_size":2}]})";

std::vector<std::byte> small_model() {
  Session session(kExperiment, 0, "");
  return session.save();
}

void read_again(std::span<const std::byte> file) {
  answered([&] {
    const KeptRace race = read_race(file);
    for (bool with_data : {false, true}) {
      const auto written = write_race(race, with_data);
      const KeptRace again = read_race(written);
      must(again.experiment.models.size() == race.experiment.models.size(), "as many models are written as were read");
      must(write_race(again, with_data) == written, "what was written and read is written the same");
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> model = small_model();
  const std::span bytes(reinterpret_cast<const std::byte*>(data), size);
  read_again(bytes);
  read_again(write_zip({{"race.json", bytes}, {"models/1.safetensors", model}}));
  answered([&] { race_of_model({bytes.begin(), bytes.end()}); });
  Curves curves(1, 1);
  curves.resume(std::string(reinterpret_cast<const char*>(data), size), 100);
  curves.to_text();
  return 0;
}
