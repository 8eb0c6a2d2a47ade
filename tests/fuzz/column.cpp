// Any bytes as a table with a column of numbers, read by the tasks that read one at small lengths.
#include <array>
#include <cstdint>

#include "fuzz/use.hpp"
#include "io/json.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

namespace {
constexpr std::array kExperiments = {
    R"({"version":1,"task":{"kind":"forecast_csv","corpus":"own","length":8},"train":{"batch_size":2},"models":[{"kind":"rnn","hidden_size":3,"embedding_size":2}]})",
    R"({"version":1,"task":{"kind":"forecast_csv","corpus":"own","length":8,"column":"2"},"train":{"batch_size":2},"models":[{"kind":"rnn","hidden_size":3,"embedding_size":2}]})",
};
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return -1;
  const auto [experiment, read] = experiment_and_data(kExperiments, data, size);
  open_and_use(experiment, 0, read, R"({"prompt":"1"})");
  return 0;
}
