// Any bytes as a table of pairs, read by the tasks that read one at small lengths.
#include <array>
#include <cstdint>

#include "fuzz/use.hpp"
#include "io/json.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

namespace {
constexpr std::array kExperiments = {
    R"({"version":1,"task":{"kind":"pairs_csv"},"train":{"batch_size":2},"models":[{"kind":"seq2seq","hidden_size":3,"embedding_size":2}]})",
    R"({"version":1,"task":{"kind":"pairs_csv"},"train":{"batch_size":2},"models":[{"kind":"rnn","hidden_size":3,"embedding_size":2}]})",
};
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return -1;
  const auto [experiment, read] = experiment_and_data(kExperiments, data, size);
  open_and_use(experiment, 0, read, R"({"prompt":"12"})");
  return 0;
}
