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

}  // namespace

TEST_CASE("measures: scores of heads are those of PyTorch's attention weights") {
  const GoldenMeasured measured("decoder-pre-learned-gelu");
  const Json theirs = golden_measures("decoder-pre-learned-gelu");
  const Findings found = measured.take("heads", {{"examples", 3}});
  for (std::size_t layer = 0; layer < 2; ++layer)
    for (const char* score : {"previous", "induction", "copying", "entropy"}) {
      CAPTURE(score);
      const Finding& ours = array_of(found, "transformer." + std::to_string(layer) + ".attention." + score);
      check_alike(ours.data, flat(theirs["heads"][layer][score]));
    }
}
