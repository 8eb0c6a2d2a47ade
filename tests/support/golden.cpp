#include "support/golden.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace unrolled::test {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path folder = fs::path(UNROLLED_SOURCE_DIR) / "tests" / "golden";

/// Nested arrays, outermost first, as one row-major list.
template <class Number>
void flatten(const json& tree, std::vector<Number>& out) {
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

void read_batches(const json& from, Golden& golden) {
  for (const json& batch : from)
    golden.batches.push_back({flat<std::int32_t>(batch["inputs"]), flat<std::int32_t>(batch["targets"])});
  golden.batch = from[0]["inputs"].size();
  golden.length = from[0]["inputs"][0].size();
}

}  // namespace

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json" && entry.path().stem() != "hashes") names.push_back(entry.path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

Golden read_golden(const std::string& name) {
  std::ifstream file(folder / (name + ".json"));
  if (!file) throw std::runtime_error("no golden file named " + name);
  const json content = json::parse(file);
  Golden golden;
  golden.name = name;
  golden.model = content["model"];
  golden.vocab = content["vocab"];
  golden.logits = flat<double>(content["logits"]);
  golden.loss = content["loss"];
  read_parameters(content["parameters"], golden);
  read_batches(content["batches"], golden);
  for (const json& run : content["runs"]) golden.runs.push_back({run["train"], flat<double>(run["losses"])});
  return golden;
}

}  // namespace unrolled::test
