// Experiments that are valid by describe(), at the edges of their options, with as much data as is just enough or just not.
#include <cstdint>

#include "fuzz/draw.hpp"
#include "fuzz/use.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const Json experiment = drawn_experiment(bytes);
  const std::string text = experiment.dump();
  if (!cheap(text, 0, 30)) return -1;  // not worth keeping
  const std::string read = data_for(experiment.at("task"), bytes.ConsumeIntegralInRange(0, 300));
  open_and_use(text, 0, read, R"({"prompt":"1+2","beam":2})");
  return 0;
}
