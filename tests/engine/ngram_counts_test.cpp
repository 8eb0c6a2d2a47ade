#include "models/ngram_counts.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <numeric>
#include <set>
#include <string_view>

#include "core/error.hpp"

using namespace unrolled;

namespace {

constexpr std::string_view kText = "abracadabra abracadabra cab bad dab";

std::vector<std::uint8_t> symbols_of(std::string_view text) {
  std::vector<std::uint8_t> ids;
  for (char c : text) ids.push_back(c == ' ' ? std::uint8_t{0} : static_cast<std::uint8_t>(c - 'a' + 1));
  return ids;
}

std::vector<std::int32_t> context_of(std::string_view text) {
  const auto ids = symbols_of(text);
  return {ids.begin(), ids.end()};
}

/// The formula of the header, by looking through the whole text each time.
double brute_force(std::string_view context, char symbol, std::size_t vocab_size) {
  double p = 1.0 / static_cast<double>(vocab_size);
  for (std::size_t n = 0; n <= context.size(); ++n) {
    const std::string_view h = context.substr(context.size() - n);
    double occurrences = 0, total = 0;
    std::set<char> distinct;
    for (std::size_t i = 0; i + n < kText.size(); ++i) {
      if (kText.substr(i, n) != h) continue;
      ++total;
      distinct.insert(kText[i + n]);
      if (kText[i + n] == symbol) ++occurrences;
    }
    if (total == 0) break;
    const auto d = static_cast<double>(distinct.size());
    p = (occurrences + d * p) / (total + d);
  }
  return p;
}

}  // namespace

TEST_CASE("n-gram: probabilities equal a brute-force count") {
  const NgramCounts counts(symbols_of(kText), 27, 3);
  for (std::string_view context : {"", "a", "ab", "abr", "zzz", "cad", "bzb", "zab"})
    for (char symbol : {'a', 'b', 'r', ' ', 'z'}) {
      CAPTURE(context);
      CAPTURE(symbol);
      const double expected = brute_force(context, symbol, 27);
      CHECK(counts.probability(context_of(context), symbols_of(std::string(1, symbol))[0]) ==
            doctest::Approx(expected).epsilon(1e-12));
    }
}

TEST_CASE("n-gram: probabilities are positive, sum to 1 and agree with the single ones") {
  const NgramCounts counts(symbols_of(kText), 27, 4);
  for (std::string_view context : {"", "b", "abra", "racad", "xyz"}) {
    CAPTURE(context);
    const auto ids = context_of(context);
    std::vector<double> p(27);
    counts.distribution(ids, p);
    CHECK(std::accumulate(p.begin(), p.end(), 0.0) == doctest::Approx(1).epsilon(1e-12));
    for (std::int32_t s = 0; s < 27; ++s) {
      CHECK(p[static_cast<std::size_t>(s)] > 0);
      CHECK(p[static_cast<std::size_t>(s)] == doctest::Approx(counts.probability(ids, s)).epsilon(1e-12));
    }
  }
}

TEST_CASE("n-gram: only the last `order` symbols count") {
  const NgramCounts counts(symbols_of(kText), 27, 2);
  CHECK(counts.probability(context_of("xxxab"), 18) == counts.probability(context_of("ab"), 18));
  CHECK(counts.probability(context_of("ab"), 18, 1) ==
        NgramCounts(symbols_of(kText), 27, 1).probability(context_of("b"), 18));
}

TEST_CASE("n-gram: symbols of eight bits and the highest order fit the keys") {
  const std::vector<std::uint8_t> text = {255, 255, 255, 255, 255, 255, 255, 0, 255, 255};
  const NgramCounts counts(text, 256, NgramCounts::kMaxOrder);
  const std::vector<std::int32_t> context(6, 255);
  CHECK(counts.probability(context, 255) < counts.probability(context, 0) * 2);
  CHECK(counts.probability(context, 0) > 0.2);
  CHECK(counts.probability(context, 7) < 0.01);
}

TEST_CASE("n-gram: a text shorter than the order, and options out of range") {
  const NgramCounts counts(symbols_of("ab"), 27, 4);
  CHECK(counts.probability(context_of("a"), 2) > 0.3);
  CHECK_THROWS_AS(NgramCounts(symbols_of("ab"), 27, 7), Error);
  CHECK_THROWS_AS(NgramCounts(symbols_of("ab"), 257, 1), Error);
}
