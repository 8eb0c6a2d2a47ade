// Memory may run out anywhere: it is told as that, ends nothing, and leaves a session that goes on as if it had not been
// asked. UNROLLED_EVERY_ALLOCATION=1: every one, not one in kStride.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "support/count_allocations.hpp"
#include "support/golden_hashes.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kStride = 97;
constexpr std::size_t kSteps = 6;  // of a whole run

std::size_t stride() { return std::getenv("UNROLLED_EVERY_ALLOCATION") != nullptr ? 1 : kStride; }

/// done_anyway: it was something that can be done without, as the memory that a sort may ask for.
enum class End { nothing_failed, done_anyway, out_of_memory, other };

/// Does it with the nth allocation failing; nothing of doctest's is done meanwhile.
template <class Work>
End with_failure(std::size_t nth, bool lasting, Work&& work) {
  const FailingAllocations failing(nth, lasting);
  try {
    work();
    return failing.failed() ? End::done_anyway : End::nothing_failed;
  } catch (const std::bad_alloc&) {
    return End::out_of_memory;
  } catch (const Error& error) {  // of an arena, which says how much there was not
    return error.code() == ErrorCode::out_of_memory ? End::out_of_memory : End::other;
  } catch (...) {
    return End::other;
  }
}

/// What takes no session, or begins one.
struct Question {
  std::string name;
  std::function<void()> ask;
};

/// What is asked of an open session; asked again it gives the same.
struct Deed {
  std::string name;
  std::function<std::string(Session&)> act;
};

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

/// Of another run of model 1: weights that no other session begins with.
std::string other_run() {
  Session session = open(1, R"({"batch_size":2,"seed":5})");
  session.step(3);
  return text_of(session.save());
}

const std::string kTraining = R"({"batch_size":2,"steps":40})";

std::vector<Deed> deeds(const std::string& checkpoint) {
  return {
      {"step", [](Session& session) { return session.step(kSteps - session.steps_done()), session.weights_sha256(); }},
      {"info", [](Session& session) { return session.info(); }},
      {"evaluate", [](Session& session) { return session.evaluate(); }},
      {"generate", [](Session& session) { return session.generate(R"({"prompt":"the ","tokens":5,"seed":3})"); }},
      {"inspect", [](Session& session) { return session.inspect("the whale"); }},
      {"taps", [](Session& session) { return session.inspect("the whale"), session.taps(); }},
      {"change", [](Session& session) { return session.change(R"({"optimizer":{"lr":0.001}})"); }},
      {"reset", [](Session& session) { return session.reset(), session.weights_sha256(); }},
      {"save", [](Session& session) { return text_of(session.save()); }},
      {"load", [&](Session& session) { return session.load(bytes_of(checkpoint)); }},
      {"adopt", [&](Session& session) { return session.adopt(bytes_of(checkpoint)), session.weights_sha256(); }}};
}

/// A session in the midst of a run.
std::unique_ptr<Session> begun(std::size_t model) {
  auto session = std::make_unique<Session>(experiment(kTraining), model, story());
  session->step(2);
  return session;
}

/// What a run comes to.
std::string outcome(Session& session) {
  session.step(kSteps - std::min(kSteps, std::size_t(session.steps_done())));
  return session.weights_sha256();
}

/// What is right of a deed: its answer, and what the run comes to with it and without.
struct Right {
  std::string answer, with, without;
};

std::optional<Right> right(const Deed& deed, std::size_t model) {
  const auto with = begun(model), without = begun(model);
  Right right;
  if (code_of([&] { right.answer = deed.act(*with); }) != "no error") return {};  // no model of this kind does it
  right.with = outcome(*with), right.without = outcome(*without);
  return right;
}

/// The deed with one allocation failing, twice: left at that, and done again. Whether one failed.
bool survives(const Deed& deed, std::size_t model, std::size_t nth, bool lasting, const Right& right) {
  const auto left = begun(model), again = begun(model);
  const End end = with_failure(nth, lasting, [&] { deed.act(*left); });
  CHECK(end != End::other);
  const std::string came_to = outcome(*left);
  CHECK((came_to == right.without || came_to == right.with));
  if (with_failure(nth, lasting, [&] { deed.act(*again); }) == End::out_of_memory) {
    CHECK((deed.act(*again) == right.answer));  // in doubled parentheses: too long to be shown
    CHECK(outcome(*again) == right.with);
  }
  return end != End::nothing_failed;
}

}  // namespace

TEST_CASE("failed allocations: what is asked without a session is refused as out of memory, wherever that happens") {
  const std::string asked = experiment(kTraining);
  const std::string text = story();
  const std::string checkpoint = other_run();
  const auto parameters = Json::parse(estimate(asked, 1, 30))["parameters"].get<std::size_t>();
  const Question questions[] = {{"describe", [] { describe(); }},
                                {"estimate", [&] { estimate(asked, 1, 30); }},
                                {"match", [&] { match(asked, 1, parameters, 30); }},
                                {"text_info", [&] { text_info(text); }},
                                {"floors", [&] { floors(text, asked); }},
                                {"open", [&] { Session(asked, 2, text); }},
                                {"open a checkpoint", [&] { Session session(bytes_of(checkpoint)); }},
                                {"broken JSON", [&] { code_of([&] { estimate(asked.substr(0, 300), 1, 30); }); }}};
  for (const Question& question : questions) {
    CAPTURE(question.name);
    for (const bool lasting : {false, true}) {
      End end = End::out_of_memory;
      for (std::size_t nth = 0; end != End::nothing_failed; nth += stride()) {
        end = with_failure(nth, lasting, question.ask);
        REQUIRE(end != End::other);
      }
    }
  }
}

TEST_CASE("failed allocations: a session in which one failed goes on to the bit") {
  const std::string checkpoint = other_run();
  for (const std::size_t model : {0, 1, 2, 3, 5}) {
    for (const Deed& deed : deeds(checkpoint)) {
      CAPTURE(model);
      CAPTURE(deed.name);
      const std::optional<Right> known = right(deed, model);
      if (!known) continue;
      for (const bool lasting : {false, true})
        for (std::size_t nth = 0; survives(deed, model, nth, lasting, *known);) nth += stride();
    }
  }
}
