// Symbols are drawn as often as the softmax of what the model says, warmed or cooled, would have it.
#include "session/sampling.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace unrolled;

namespace {

const std::vector<float> kLogits{0.5F, -1, 2, 1.5F, 2, -0.25F};

/// exp(logit / temperature) over their sum, among the symbols listed; 0 for the others.
std::vector<double> expected(const std::vector<std::size_t>& among, double temperature) {
  std::vector<double> p(kLogits.size());
  double sum = 0;
  for (std::size_t s : among) sum += p[s] = std::exp(double(kLogits[s]) / temperature);
  for (double& x : p) x /= sum;
  return p;
}

void check_frequencies(const SamplingOptions& options, const std::vector<std::size_t>& among) {
  CAPTURE(options.temperature);
  CAPTURE(options.top_k);
  constexpr double kDraws = 20000;
  std::vector<double> counts(kLogits.size());
  Rng rng(3);
  for (int i = 0; i < int(kDraws); ++i) ++counts[std::size_t(sample_symbol(kLogits, options, rng))];
  const std::vector<double> p = expected(among, options.temperature);
  for (std::size_t s = 0; s < p.size(); ++s) {
    CAPTURE(s);
    CHECK(std::abs(counts[s] / kDraws - p[s]) <= 5 * std::sqrt(p[s] * (1 - p[s]) / kDraws));
  }
}

}  // namespace

TEST_CASE("sampling: symbols are as frequent as the softmax at a temperature says") {
  for (double temperature : {0.4, 1.0, 2.5}) check_frequencies({temperature, 0}, {0, 1, 2, 3, 4, 5});
}

TEST_CASE("sampling: only the most probable are drawn from, of equals the lower first") {
  for (double temperature : {0.4, 1.0, 2.5}) {
    check_frequencies({temperature, 1}, {2});
    check_frequencies({temperature, 3}, {2, 3, 4});
    check_frequencies({temperature, 4}, {0, 2, 3, 4});
    check_frequencies({temperature, 100}, {0, 1, 2, 3, 4, 5});
  }
}

TEST_CASE("sampling: without warmth the first of the largest is taken, and no chance is used up") {
  Rng rng(5), twin(5);
  for (int i = 0; i < 10; ++i) CHECK(sample_symbol(kLogits, {0, 0}, rng) == 2);
  CHECK(rng.next() == twin.next());
}
