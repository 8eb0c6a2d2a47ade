// Any bytes as what a page asks of open sessions, one of each way to answer: the sessions go on as if nobody had asked.
#include <cstdint>
#include <memory>
#include <vector>

#include "fuzz/draw.hpp"
#include "fuzz/use.hpp"

using namespace unrolled;
using namespace unrolled::fuzz;

namespace {

std::unique_ptr<Session> opened(const char* task, const char* model) {
  const std::string experiment =
      std::string(R"({"version":1,"task":)") + task + R"(,"train":{"batch_size":2},"models":[)" + model + "]}";
  return std::make_unique<Session>(experiment, 0, data_for(Json::parse(task), 400));
}

std::vector<std::unique_ptr<Session>>& sessions() {
  static std::vector<std::unique_ptr<Session>> all = [] {
    std::vector<std::unique_ptr<Session>> some;
    some.push_back(opened(R"({"kind":"text","corpus":"own","length":8})", R"({"kind":"gru","hidden_size":3})"));
    some.push_back(opened(R"({"kind":"addition"})", R"({"kind":"seq2seq","hidden_size":3,"attention":"dot"})"));
    some.push_back(opened(R"({"kind":"parity"})", R"({"kind":"transformer","d_model":8,"num_heads":2,"d_ff":8})"));
    some.push_back(
        opened(R"({"kind":"clustering"})", R"({"kind":"set_transformer","d_model":8,"num_heads":2,"d_ff":8})"));
    some.push_back(opened(R"({"kind":"adding"})", R"({"kind":"lstm","hidden_size":3})"));
    return some;
  }();
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return -1;
  Session& session = *sessions()[data[0] % sessions().size()];
  const std::string text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string before = session.weights_sha256();
  switch (data[1] % 7) {
    case 0: answered([&] { session.answer(text); }); break;
    case 1: answered([&] { session.inspect(text); }); break;
    case 2:
      answered([&] {
        session.begin_examples(text);
        for (int i = 0; i < 3; ++i) session.next();
      });
      break;
    case 3:
      answered([&] {
        session.begin_generation(text);
        for (int i = 0; i < 3; ++i) session.next();
      });
      break;
    case 4: answered([&] { session.tap(text); }); break;
    case 5: answered([&] { session.training_tap(text); }); break;
    default:
      answered([&] { session.change(text); });
      session.reset();
      return 0;
  }
  must(session.weights_sha256() == before, "asking changes no weight");
  return 0;
}
