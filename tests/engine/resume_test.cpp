// A run does not depend on what its memory held before: after a checkpoint, after a reset, in every family.
#include <doctest/doctest.h>

#include "support/packed_digits.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// Answers longer than what is given, shorter, as long; one for all; sets; images; text.
const std::pair<const char*, std::string> kTasks[] = {
    {R"({"kind":"roman"})", ""},       {R"({"kind":"roman","direction":"to_digits"})", ""},
    {R"({"kind":"reverse"})", ""},     {R"({"kind":"running_parity"})", ""},
    {R"({"kind":"set_maximum"})", ""}, {R"({"kind":"digits"})", packed_digits()}};

std::vector<Json> variants_of(const Json& model) {
  Json plain{{"kind", model["kind"]}};
  for (const auto& [name, size] : {std::pair{"hidden_size", 8},
                                   {"embedding_size", 6},
                                   {"d_model", 8},
                                   {"num_heads", 2},
                                   {"d_ff", 12},
                                   {"channels", 6}})
    for (const Json& option : model["options"])
      if (option["name"] == name) plain[name] = size;
  std::vector<Json> variants{plain};
  for (const Json& option : model["options"]) {
    if (option["type"] != "boolean" && option["type"] != "choice") continue;
    std::vector<Json> values{!option["default"].is_boolean() || !option["default"].get<bool>()};
    if (option["type"] == "choice") {
      values.clear();
      for (const Json& choice : option["choices"])
        if (choice["value"] != option["default"]) values.push_back(choice["value"]);
    }
    for (const Json& value : values)
      variants.push_back(plain), variants.back()[option["name"].get<std::string>()] = value;
  }
  if (model["kind"] != "transformer") return variants;
  for (const char* topology : {"encoder", "encoder-decoder"})
    for (const char* position : {"learned", "sinusoidal", "rope", "alibi", "none"})
      variants.push_back(plain), variants.back()["topology"] = topology, variants.back()["position"] = position;
  return variants;
}

std::unique_ptr<Session> open_on(const std::string& task, const std::string& data, const Json& model) {
  try {
    return std::make_unique<Session>(
        R"({"version":1,"task":)" + task + R"(,"train":{"batch_size":3},"models":[)" + model.dump() + "]}", 0, data);
  } catch (const Error&) {
    return nullptr;
  }
}

}  // namespace

TEST_CASE("resume: saved and loaded, or reset on the way, a run is the run at once; every family and variant") {
  std::size_t runs = 0;
  const Json all = Json::parse(describe());
  for (const Json& model : all["models"])
    for (const Json& variant : variants_of(model))
      for (const auto& on : kTasks) {
        const std::string task = on.first, data = on.second;
        const auto at_once = open_on(task, data, variant);
        if (at_once == nullptr) continue;
        CAPTURE(variant.dump());
        CAPTURE(task);
        const auto first = losses(*at_once, 2);
        const auto saved = at_once->save();
        const auto rest = losses(*at_once, 2);
        const auto other = open_on(task, data, variant);
        losses(*other, 5);  // the memory is used, by other batches than those to come
        other->inspect("1");
        other->load(saved);
        CHECK(losses(*other, 2) == rest);
        CHECK(other->weights_sha256() == at_once->weights_sha256());
        other->reset();
        CHECK(losses(*other, 2) == first);
        CHECK(losses(*other, 2) == rest);
        ++runs;
      }
  CHECK(runs > 150);
}
