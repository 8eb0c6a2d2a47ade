// Every task that reads data, at the smallest amount that it takes and just below: trained, tested, asked and looked into.
// The sanitizers see what is read beyond its end.
#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <string>

#include "session/form.hpp"
#include "support/packed_digits.hpp"
#include "support/sessions.hpp"
#include "tasks/registry.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kMost = 400;

/// So much data for a task: characters, numbers, pairs, names or images.
std::string data_of(const std::string& task, std::size_t size) {
  if (task.starts_with("digit")) return packed_digits(size);
  std::string data;
  for (std::size_t i = 0; i < size; ++i) {
    if (task == "text" || task == "masked_text") data += char('a' + i * i % 7);
    if (task == "forecast_csv") data += std::to_string(i * i % 1009) + "\n";
    if (task == "pairs_csv") data += std::to_string(i) + "," + std::to_string(i % 10) + "\n";
    if (task == "naming") data += {char('a' + i % 26), char('a' + i / 26), 'o', '\n'};
  }
  return data;
}

/// Between them they read every form.
const char* const kReaders[] = {
    R"({"kind":"rnn","embedding_size":2,"hidden_size":3})",
    R"({"kind":"transformer","topology":"encoder","d_model":4,"num_heads":2,"num_layers":1,"d_ff":4})",
    R"({"kind":"set_transformer","d_model":4,"num_heads":2,"num_layers":1,"d_ff":4})",
    R"({"kind":"ngram","order":6})",
    R"({"kind":"seq2seq","embedding_size":2,"hidden_size":3})",
};

/// With the shortest sequences that the task can have.
std::string experiment_of(const TaskKind& task, const char* model, const Json& options) {
  Json json{{"version", 1}, {"train", {{"batch_size", 3}}}, {"models", {Json::parse(model)}}};
  json["task"] = options;
  json["task"]["kind"] = task.group.kind;
  if (!task.group.kind.starts_with("digit")) json["task"]["corpus"] = "own";
  if (find_option(task.group.options, "length") != nullptr) json["task"]["length"] = 8;
  return json.dump();
}

bool reads(const std::string& experiment) {
  try {
    form_for(parse_experiment(experiment), 0, 64);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// All that a reader can do with a session.
void use(Session& session) {
  session.step(2);
  session.evaluate();
  const Json info = Json::parse(session.info());
  if (!info.at("generates").get<bool>())
    for (const char* set : {"val", "longer"}) session.examples(Json{{"set", set}, {"count", 64}}.dump());
  if (info.at("generates").get<bool>()) session.generate(R"({"prompt":"a","tokens":20})");
  if (info.at("answers").get<bool>()) code_of([&] { session.answer(R"({"prompt":"a1b"})"); });
  code_of([&] { session.inspect(info.at("generates").get<bool>() ? "abcabcabcabc" : "0"); });
  session.save();
}

/// "" where it works, else why not.
std::string refusal_of(const std::string& experiment, const std::string& data) {
  std::optional<Session> session;
  try {
    session.emplace(experiment, 0, data);
  } catch (const Error& error) {
    return error.what();
  }
  use(*session);
  return "";
}

/// From nothing on: the first that is enough; whatever is less is refused.
std::size_t smallest(const std::string& task, const std::string& experiment) {
  for (std::size_t size = 0; size <= kMost; ++size)
    if (refusal_of(experiment, data_of(task, size)).empty()) return size;
  return kMost;
}

void check_around(const std::string& task, const std::string& experiment) {
  const std::size_t least = smallest(task, experiment);
  CAPTURE(task);
  CAPTURE(experiment);
  CAPTURE(least);
  CHECK(least < kMost);
  for (std::size_t more = 1; more <= 3; ++more) CHECK(refusal_of(experiment, data_of(task, least + more)) == "");
  const std::string said = least == 0 ? "" : refusal_of(experiment, data_of(task, least - 1));
  const bool counts = task.ends_with("text") || task == "forecast_csv" || task == "pairs_csv";
  if (counts) CHECK(said.find(std::to_string(least)) != std::string::npos);  // what it asks for is enough, and needed
}

}  // namespace

TEST_CASE("data: every task works with the least that it says it needs, and refuses less") {
  for (const TaskKind* task : task_kinds()) {
    if (!task->reads_data) continue;
    const std::string kind(task->group.kind);
    std::size_t readers = 0;
    for (const char* model : kReaders) {
      const std::string experiment = experiment_of(*task, model, Json::object());
      if (readers > 1 || !reads(experiment)) continue;
      check_around(kind, experiment);
      ++readers;
    }
    CHECK(readers > 0);
  }
}

TEST_CASE("data: a forecast far ahead, or tested on longer sequences, needs as much as it says") {
  const TaskKind& task = task_kind("forecast_csv");
  for (const Json& options : {Json{{"ahead", 5}}, Json{{"longer_length", 20}}, Json{{"ahead", 7}, {"period", 9}}})
    check_around("forecast_csv", experiment_of(task, kReaders[0], options));
}
