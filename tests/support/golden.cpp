#include "support/golden.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

namespace unrolled::test {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path folder = fs::path(UNROLLED_SOURCE_DIR) / "tests" / "golden";

/// Nested arrays, outermost first, as one row-major list. JSON has no NaN: null stands for it.
template <class Number>
void flatten(const json& tree, std::vector<Number>& out) {
  if (tree.is_null()) return out.push_back(std::numeric_limits<Number>::quiet_NaN());
  if (!tree.is_array()) return out.push_back(tree.get<Number>());
  for (const json& branch : tree) flatten(branch, out);
}

template <class Number>
std::vector<Number> flat(const json& tree) {
  std::vector<Number> out;
  flatten(tree, out);
  return out;
}

void read_parameters(const json& from, Golden& golden) {
  for (const auto& [name, content] : from.items())
    golden.parameters.push_back(
        {name, flat<std::size_t>(content["shape"]), flat<double>(content["value"]), flat<double>(content["grad"])});
}

StreamSize read_size(const json& from) {
  return {from.value("symbols", std::size_t{0}), from.value("features", std::size_t{0}), from["length"]};
}

OutputSize read_output(const json& from) {
  using Kind = OutputSize::Kind;
  const std::map<std::string, Kind> kinds{
      {"symbols", Kind::symbols}, {"numbers", Kind::numbers}, {"mixture", Kind::mixture}};
  return {kinds.at(from["kind"]), from["width"], from["whole"]};
}

Signature read_signature(const json& from) {
  Signature signature{read_size(from["input"]), read_output(from["output"]), from["causal"]};
  if (from.contains("source")) signature.source = read_size(from["source"]);
  signature.ordered = from["ordered"];
  signature.image_columns = from["image_columns"];
  return signature;
}

GoldenStream read_stream(const json& from) {
  GoldenStream stream;
  if (from.contains("tokens")) flatten(from["tokens"], stream.tokens);
  if (from.contains("values")) flatten(from["values"], stream.values);
  flatten(from["lengths"], stream.lengths);
  return stream;
}

GoldenBatch read_batch(const json& from) {
  GoldenBatch batch;
  batch.input = read_stream(from["input"]);
  if (from.contains("source")) batch.source = read_stream(from["source"]);
  if (from.contains("targets")) flatten(from["targets"], batch.targets);
  if (from.contains("numbers")) flatten(from["numbers"], batch.numbers);
  return batch;
}

}  // namespace

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  const std::set<std::string> others{"hashes", "predicates", "seed_of_name"};
  for (const auto& entry : fs::directory_iterator(folder))
    if (const std::string stem = entry.path().stem(); entry.path().extension() == ".json" && !others.contains(stem))
      names.push_back(stem);
  std::sort(names.begin(), names.end());
  return names;
}

Golden read_golden(const std::string& name) {
  std::ifstream file(folder / (name + ".json"));
  if (!file) throw std::runtime_error("no golden file named " + name);
  const json content = json::parse(file);
  Golden golden{name, content["model"], read_signature(content["signature"]), 0, {}, {}, {}, content["loss"], {}};
  flatten(content["result"], golden.result);
  read_parameters(content["parameters"], golden);
  for (const json& batch : content["batches"]) golden.batches.push_back(read_batch(batch));
  golden.batch = golden.batches.at(0).input.lengths.size();
  for (const json& run : content["runs"]) golden.runs.push_back({run["train"], flat<double>(run["losses"])});
  return golden;
}

}  // namespace unrolled::test
