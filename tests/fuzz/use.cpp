#include "fuzz/use.hpp"

#include <cstdio>
#include <cstdlib>
#include <new>

#include "core/error.hpp"
#include "io/json.hpp"

namespace unrolled::fuzz {
namespace {

constexpr double kMostFlops = 3e5;
constexpr double kMostBytes = 2e6;
constexpr double kMostPositions = 200;

/// Some parts of what takes long, and then something else: nobody waits for the rest.
void begin_and_leave(Session& session, const std::function<void()>& begin) {
  answered([&] {
    begin();
    for (int part = 0; part < 3 && session.next() == "null"; ++part) {
    }
  });
}

/// Every number of every tap is read: each must lie where its shape says.
void look(Session& session) {
  const Json taps = Json::parse(session.taps());
  double sum = 0;
  for (const Json& tap : taps)
    answered([&] {
      const Tap<float> seen = session.tap(tap.at("name").get<std::string>());
      for (float value : seen.data) sum += value;
    });
  static volatile double kept;
  kept = sum;
}

/// What was saved is taken up again, and is the same to the bit.
void save_and_load(Session& session) {
  const std::vector<std::byte> file = session.save();
  const std::string before = session.weights_sha256();
  if (answered([&] { session.load(file); }))
    must(session.weights_sha256() == before, "a file gives the weights it was made of");
}

}  // namespace

bool answered(const std::function<void()>& call) {
  try {
    call();
    return true;
  } catch (const Error&) {
  } catch (const std::bad_alloc&) {
  }
  return false;
}

void must(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "ERROR: broken promise: %s\n", promise);
  std::abort();
}

bool cheap(std::string_view experiment, std::size_t k, std::size_t symbols) {
  bool small = false;
  answered([&] {
    const Json cost = Json::parse(estimate(experiment, k, symbols));
    small = cost.at("flops_per_step").get<double>() <= kMostFlops && cost.at("bytes").get<double>() <= kMostBytes &&
            cost.at("position_count").get<double>() <= kMostPositions;
  });
  return small;
}

void use(Session& session, const std::string& prompt) {
  answered([&] { session.step(2); });
  begin_and_leave(session, [&] { session.begin_evaluation(); });
  begin_and_leave(session, [&] { session.begin_examples(R"({"count":2})"); });
  begin_and_leave(session, [&] { session.begin_generation(R"({"tokens":4})"); });
  answered([&] { session.answer(prompt); });
  if (answered([&] { session.inspect("0"); })) look(session);
  save_and_load(session);
  answered([&] { session.step(1); });
  answered([&] { session.reset(); });
}

Input experiment_and_data(std::span<const char* const> experiments, const std::uint8_t* data, std::size_t size) {
  return {experiments[data[0] % experiments.size()], {reinterpret_cast<const char*>(data) + 1, size - 1}};
}

void open_and_use(std::string_view experiment, std::size_t k, std::string_view data, const std::string& prompt) {
  answered([&] {
    Session session(experiment, k, data);
    use(session, prompt);
  });
}

}  // namespace unrolled::fuzz
