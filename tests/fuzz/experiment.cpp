// Any bytes as an experiment: read, estimated, matched, opened and used where it is cheap, or refused.
#include <cstdint>
#include <string>

#include "fuzz/draw.hpp"
#include "fuzz/use.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string text = data_for(Json{{"kind", "text"}}, 400);
  const std::string_view experiment(reinterpret_cast<const char*>(data), size);
  answered([&] { match(experiment, 0, 500, 30); });
  answered([&] { floors(text, experiment); });
  if (cheap(experiment, 0, 30)) open_and_use(experiment, 0, text, R"({"prompt":"the"})");
  return 0;
}
