// Any bytes as a checkpoint: opened by itself, gone on from, and weights taken from it, or refused without a change.
#include <cstdint>

#include "fuzz/draw.hpp"
#include "fuzz/use.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

namespace {
const char* const kExperiment =
    R"({"version":1,"task":{"kind":"text","corpus":"own","length":8},"train":{"batch_size":2},"models":[{"kind":"rnn","hidden_size":3,"embedding_size":2}]})";
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Session session(kExperiment, 0, data_for(Json{{"kind", "text"}}, 400));
  static const std::string untouched = session.weights_sha256();
  const std::span file(reinterpret_cast<const std::byte*>(data), size);
  answered([&] {
    Session opened(file);
    answered([&] { opened.generate(R"({"prompt":"the","tokens":3})"); });
    answered([&] { opened.inspect("the"); });
    answered([&] { opened.save(); });
  });
  const auto takes = [&](const std::function<void()>& call) {
    const bool taken = answered(call);
    must(taken || session.weights_sha256() == untouched, "a refused file changes nothing");
    session.reset();
  };
  takes([&] { session.load(file); });
  takes([&] { session.adopt(file); });
  must(session.weights_sha256() == untouched, "a reset gives the first weights");
  return 0;
}
