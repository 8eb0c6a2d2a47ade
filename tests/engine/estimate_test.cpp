// What an estimate refuses, at the largest that every option allows: each refusal says what to lower.
#include <doctest/doctest.h>

#include <string>

#include "models/registry.hpp"
#include "support/sessions.hpp"
#include "tasks/registry.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// Every number as large as it may be, but for those that have to fit others.
Json largest(const OptionGroup& group) {
  Json json{{"kind", std::string(group.kind)}};
  for (const Option& option : group.options) {
    const bool size = option.name.find("size") != std::string::npos || option.name == "channels" ||
                      option.name == "d_model" || option.name == "d_ff" || option.name == "num_layers" ||
                      option.name == "growth" || option.name == "length";
    if (size && option.max > option.min) json[option.name] = option.max;
  }
  return json;
}

}  // namespace

TEST_CASE("estimate: whatever is too expensive is refused by naming the size of the model, batch and lengths") {
  std::size_t refused = 0;
  for (const TaskKind* task : task_kinds())
    for (const OptionGroup& model : model_groups()) {
      CAPTURE(task->group.kind);
      CAPTURE(model.kind);
      const Json json{{"version", 1},
                      {"task", largest(task->group)},
                      {"train", {{"batch_size", 256}}},
                      {"models", {largest(model)}}};
      try {
        estimate(json.dump(), 0, 256);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::too_expensive) continue;
        ++refused;
        CHECK(error.where() == "models[0]");
        const std::string said = error.what(), coarse(model_kind(std::string(model.kind)).sizing.coarse);
        CHECK(!coarse.empty());
        CHECK(said.find("Lower " + coarse + ", the batch size") != std::string::npos);
      }
    }
  CHECK(refused > 50);
}
