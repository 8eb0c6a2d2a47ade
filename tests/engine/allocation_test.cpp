// A training step allocates nothing: not the model, not the task that draws examples, not the optimizer.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "session/form.hpp"
#include "support/count_allocations.hpp"
#include "support/golden_hashes.hpp"
#include "support/packed_digits.hpp"
#include "support/sessions.hpp"
#include "tasks/registry.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// How often 64 steps allocate beyond what one does. The list of losses and its text grow, each by doubling; one
/// allocation a step would be 63.
std::size_t growth(Session& session) {
  session.step(64);  // lists that are as long as the longest example so far, and no longer
  const std::size_t one = allocations_during([&] { session.step(1); });
  const std::size_t many = allocations_during([&] { session.step(64); });
  return many < one ? 0 : many - one;
}
constexpr std::size_t kDoublings = 16;

std::string data_for(const std::string& task) {
  std::string data;
  if (task == "text" || task == "masked_text") return story();
  if (task.starts_with("digit")) return packed_digits();
  for (int i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i * i % 1009);
    if (task == "forecast_csv" || task == "pairs_csv") data += number + "," + std::to_string(i) + "\n";
    if (task == "naming") data += {char('a' + i % 26), char('a' + i / 26), 'o', '\n'};
  }
  return data;
}

/// Between them they read every form.
const char* const kReaders[] = {
    R"({"kind":"gru","embedding_size":4,"hidden_size":5})",
    R"({"kind":"gru","embedding_size":4,"hidden_size":5,"bidirectional":true})",
    R"({"kind":"seq2seq","embedding_size":4,"hidden_size":5})",
    R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":1,"d_ff":8})",
    R"({"kind":"transformer","topology":"encoder","d_model":8,"num_heads":2,"num_layers":1,"d_ff":8})",
    R"({"kind":"transformer","topology":"encoder-decoder","d_model":8,"num_heads":2,"num_layers":1,"d_ff":8})",
    R"({"kind":"set_transformer","d_model":8,"num_heads":2,"num_layers":1,"d_ff":8})",
    R"({"kind":"image_conv","channels":2,"hidden_size":5})"};

/// The form in which a model reads the experiment's task, "" if it does not.
std::string form_read(const std::string& experiment) {
  try {
    return to_string(form_for(parse_experiment(experiment), 0, 64).form);
  } catch (const Error&) {
    return "";
  }
}

std::string experiment_of(const std::string& task, const std::string& model) {
  const std::string data = task_kind(task).reads_data && !task.starts_with("digit") ? R"(","corpus":"own)" : "";
  return R"({"version":1,"task":{"kind":")" + task + data + R"("},"train":{"batch_size":2},"models":[)" + model + "]}";
}

}  // namespace

TEST_CASE("allocations: no step of any family allocates, of however many steps") {
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    CAPTURE(stored["name"].get<std::string>());
    Session session = golden.open(stored);
    CHECK(growth(session) < kDoublings);
  }
}

TEST_CASE("allocations: no step on any task allocates, in any form in which a model reads it") {
  for (const TaskKind* task : task_kinds()) {
    const std::string kind(task->group.kind), data = data_for(kind);
    CAPTURE(kind);
    std::set<std::string> seen{""};
    for (const char* model : kReaders) {
      const std::string experiment = experiment_of(kind, model), form = form_read(experiment);
      if (!seen.insert(form).second) continue;
      CAPTURE(form);
      Session session(experiment, 0, data);
      CHECK(growth(session) < kDoublings);
    }
    CHECK(seen.size() > 1);
  }
}
