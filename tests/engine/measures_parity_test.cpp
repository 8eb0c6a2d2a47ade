// Measures against PyTorch, of models with its weights, on the rows of a golden file. tests/parity/measures.py made the numbers.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "support/golden_task.hpp"
#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr double kGap = 2e-5;  // the engine computes in float

Json golden_measures(const std::string& name) {
  std::ifstream file(std::string(UNROLLED_SOURCE_DIR) + "/tests/golden/measures/" + name + ".json");
  REQUIRE(file.good());
  return Json::parse(file);
}

/// One after the other, whatever the nesting.
void flatten_numbers(const Json& tree, std::vector<double>& into) {
  if (tree.is_array())
    for (const Json& branch : tree) flatten_numbers(branch, into);
  else
    into.push_back(tree.get<double>());
}
std::vector<double> flat(const Json& tree) {
  std::vector<double> numbers;
  flatten_numbers(tree, numbers);
  return numbers;
}

void check_alike(const std::vector<float>& ours, const std::vector<double>& theirs, double scale = 1) {
  REQUIRE(ours.size() == theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    CAPTURE(i);
    CHECK(double(ours[i]) == doctest::Approx(theirs[i]).epsilon(kGap).scale(scale));
  }
}

/// One column of pairs [rise, fall].
std::vector<double> column(const Json& pairs, std::size_t which) {
  std::vector<double> numbers;
  for (const Json& pair : pairs) numbers.push_back(pair[which].get<double>());
  return numbers;
}

/// What a lens makes of one place: [layer] of the mean loss over all answers, and of the first example's right symbols.
struct TheirLens {
  std::vector<double> loss, right, entropy;

  /// probabilities: [B,T,V] of one place.
  void add(const Json& probabilities, const GoldenBatch& batch) {
    const std::size_t rows = probabilities.size(), length = probabilities[0].size();
    double sum = 0;
    for (std::size_t b = 0; b < rows; ++b)
      for (std::size_t t = 0; t < length; ++t) {
        const Json& p = probabilities[b][t];
        const double known = p[std::size_t(batch.targets[b * length + t])].get<double>();
        sum -= std::log(known);
        if (b > 0) continue;
        right.push_back(known);
        double mixed = 0;
        for (const Json& one : p) mixed -= one.get<double>() * std::log(one.get<double>());
        entropy.push_back(mixed);
      }
    loss.push_back(sum / double(rows * length));
  }
};

const char* const kDecoder = "decoder-pre-learned-gelu";
const char* const kLstm = "lstm-2-layers";
const nlohmann::json kAll{{"examples", 3}};

nlohmann::json all_of(const char* part) { return {{"examples", 3}, {"part", part}}; }

}  // namespace

TEST_CASE("measures: scores of heads are those of PyTorch's attention weights") {
  const GoldenMeasured measured(kDecoder);
  const Json theirs = golden_measures(kDecoder);
  const Findings found = measured.take("heads", kAll);
  for (std::size_t layer = 0; layer < 2; ++layer)
    for (const char* score : {"previous", "induction", "copying", "entropy"}) {
      CAPTURE(score);
      const Finding& ours = array_of(found, "transformer." + std::to_string(layer) + ".attention." + score);
      check_alike(ours.data, flat(theirs["heads"][layer][score]));
    }
}

TEST_CASE("measures: what heads and layers are worth is what PyTorch loses without them") {
  const GoldenMeasured measured(kDecoder);
  const Json theirs = golden_measures(kDecoder);
  const Findings heads = measured.take("parts", all_of("head")), layers = measured.take("parts", all_of("layer"));
  for (std::size_t l = 0; l < 2; ++l) {
    const std::string layer = "transformer." + std::to_string(l);
    check_alike(array_of(heads, layer + ".rise").data, column(theirs["head_off"][l], 0));
    check_alike(array_of(heads, layer + ".fall").data, column(theirs["head_off"][l], 1));
    check_alike(array_of(layers, layer + ".rise").data, {theirs["layer_off"][l][0].get<double>()});
  }
}

TEST_CASE("measures: what gates and units of an LSTM are worth is what PyTorch's steps lose without them") {
  const GoldenMeasured measured(kLstm);
  const Json theirs = golden_measures(kLstm);
  const Findings gates = measured.take("parts", all_of("gate")), units = measured.take("parts", all_of("unit"));
  for (std::size_t l = 0; l < 2; ++l) {
    const std::string layer = "lstm." + std::to_string(l);
    const Finding& rise = array_of(gates, layer + ".rise");
    for (std::size_t gate = 0; gate < 4; ++gate)
      for (std::size_t way = 0; way < theirs["gate_off"][l][gate].size(); ++way) {
        CAPTURE(gate);
        CAPTURE(way);
        check_alike({rise.data[gate * 2 + way]}, {theirs["gate_off"][l][gate][way][0].get<double>()});
      }
    check_alike(array_of(units, layer + ".rise").data, column(theirs["unit_off"][l], 0));
  }
}

TEST_CASE("measures: a lens reads from each layer what PyTorch's head reads from it") {
  const GoldenMeasured decoder(kDecoder), recurrent(kLstm);
  const Json theirs = golden_measures(kDecoder)["lens"], states = golden_measures(kLstm)["lens"];
  TheirLens of_decoder, of_lstm;
  for (const Json& place : theirs) of_decoder.add(place, decoder.golden.batches[0]);
  // As ours stand: the layers' h, and each one's c.
  const Findings found = recurrent.take("lens", kAll);
  const Finding& loss = array_of(found, "loss");
  for (const std::string& name : loss.axes[0].names) {
    const std::size_t layer = name.find(".1") != std::string::npos;
    of_lstm.add(states[name.ends_with(".cell") ? "c" : "h"][layer], recurrent.golden.batches[0]);
  }
  REQUIRE(loss.axes[0].count == 4);
  check_alike(loss.data, of_lstm.loss);
  check_alike(array_of(found, "right").data, of_lstm.right);
  check_alike(array_of(found, "entropy").data, of_lstm.entropy);

  const Findings ours = decoder.take("lens", kAll);
  const std::size_t count = array_of(ours, "loss").data.size();  // with or without what enters the first layer
  const auto last = [count](const std::vector<double>& all, std::size_t of_one) {
    return std::vector<double>(all.end() - std::ptrdiff_t(count * of_one), all.end());
  };
  REQUIRE(count >= 2);
  check_alike(array_of(ours, "loss").data, last(of_decoder.loss, 1));
  check_alike(array_of(ours, "right").data, last(of_decoder.right, 6));
  check_alike(array_of(ours, "entropy").data, last(of_decoder.entropy, 6));
}

TEST_CASE("measures: an answer moves as PyTorch's does when one place's value is another example's") {
  for (const char* name : {kDecoder, kLstm}) {
    CAPTURE(name);
    const GoldenMeasured measured(name);
    const Json theirs = golden_measures(name)["patch"];
    const Findings found = measured.take("patch", {{"example", 0}, {"other", 1}});
    check_alike(array_of(found, "moved").data, flat(theirs["moved"]), 10);
    for (const auto& [key, value] : found.numbers)
      if (theirs.contains(key)) CHECK(value == doctest::Approx(theirs[key].get<double>()).epsilon(1e-4));
  }
}

TEST_CASE("measures: points in a plane are PyTorch's principal components") {
  for (const char* name : {kDecoder, kLstm}) {
    CAPTURE(name);
    const GoldenMeasured measured(name);
    const Json theirs = golden_measures(name);
    const bool symbols = std::string(name) == kDecoder;
    const Findings found = measured.take("scatter", symbols ? nlohmann::json{{"of", "embedding"}} : kAll);
    check_alike(array_of(found, "points").data, flat(theirs["points"]), 10);
    for (const auto& [key, value] : found.numbers)
      if (key.starts_with("explained"))
        CHECK(value == doctest::Approx(theirs["explained"][key == "explained_1"].get<double>()).epsilon(1e-4));
  }
}
