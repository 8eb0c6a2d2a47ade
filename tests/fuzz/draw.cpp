#include "fuzz/draw.hpp"

#include <algorithm>

#include "session/session.hpp"
#include "support/packed_digits.hpp"

namespace unrolled::fuzz {
namespace {

/// Edges are drawn as often as small values: what breaks is at one or the other.
double drawn_number(FuzzedDataProvider& bytes, const Json& option) {
  const double low = option.at("min"), high = option.at("max"), usual = option.at("default");
  switch (bytes.ConsumeIntegralInRange(0, 5)) {
    case 0: return low;
    case 1: return high;
    case 2: return std::min(high, low + 1);
    case 3: return usual;
    default: return std::min(high, low + bytes.ConsumeIntegralInRange(0, 12));
  }
}

Json drawn_value(FuzzedDataProvider& bytes, const Json& option) {
  const std::string type = option.at("type");
  if (type == "boolean") return bytes.ConsumeBool();
  if (type == "choice") {
    const Json& choices = option.at("choices");
    return choices[bytes.ConsumeIntegralInRange<std::size_t>(0, choices.size() - 1)].at("value");
  }
  if (type == "integer") return static_cast<std::int64_t>(drawn_number(bytes, option));
  if (type == "number") return drawn_number(bytes, option);
  return option.at("default");
}

/// Options that make a model dear: small unless they are drawn.
const Json& small_options() {
  static const Json small =
      Json::parse(R"({"hidden_size":5,"embedding_size":4,"channels":4,"d_model":8,"num_heads":2,"d_ff":8,
    "state_size":3,"growth":2,"context":3,"mlp_ratio":1,"num_inducing":2,"order":2,"length":9,"batch_size":3,"eval_every":2})");
  return small;
}

const Json& any_of(FuzzedDataProvider& bytes, const Json& kinds) {
  return kinds[bytes.ConsumeIntegralInRange<std::size_t>(0, kinds.size() - 1)];
}

Json drawn_kind(FuzzedDataProvider& bytes, const Json& kinds) {
  const Json& kind = any_of(bytes, kinds);
  Json drawn = drawn_options(bytes, kind.at("options"));
  drawn["kind"] = kind.at("kind");
  return drawn;
}

}  // namespace

const Json& described() {
  static const Json all = Json::parse(describe());
  return all;
}

Json drawn_options(FuzzedDataProvider& bytes, const Json& options) {
  Json values = Json::object();
  for (const Json& option : options) {
    const std::string name = option.at("name");
    if (small_options().contains(name)) values[name] = small_options()[name];
    if (bytes.ConsumeIntegralInRange(0, 7) == 0) values[name] = drawn_value(bytes, option);
  }
  return values;
}

Json drawn_experiment(FuzzedDataProvider& bytes) {
  const Json& all = described();
  Json task = drawn_kind(bytes, all.at("tasks"));
  Json model = drawn_kind(bytes, all.at("models"));
  Json train = drawn_options(bytes, all.at("train").at("options"));
  return {{"version", 1}, {"task", task}, {"train", train}, {"models", Json::array({model})}};
}

std::string data_for(const Json& task, std::size_t size) {
  const std::string kind = task.at("kind");
  std::string data;
  if (kind.starts_with("digit") || kind == "naming") return test::packed_digits(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (kind == "pairs_csv") data += std::to_string(i) + "," + std::to_string(i * 7 % 100) + "\n";
    if (kind == "forecast_csv") data += std::to_string(int(i * i % 17)) + "." + std::to_string(i % 10) + "\n";
    if (kind.find("text") != std::string::npos) data += "the whale and a ship.\n"[(i + i / 9) % 22];
  }
  return data;
}

}  // namespace unrolled::fuzz
