#include "models/window/ngram.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/rng.hpp"

using namespace unrolled;

namespace {

constexpr std::string_view kText = "abracadabra abracadabra cab bad dab cabra dada abba";
constexpr std::size_t kSymbols = 27;

std::uint8_t symbol_of(char c) { return c == ' ' ? std::uint8_t{0} : static_cast<std::uint8_t>(c - 'a' + 1); }

std::vector<std::uint8_t> symbols_of(std::string_view text) {
  std::vector<std::uint8_t> ids;
  for (char c : text) ids.push_back(symbol_of(c));
  return ids;
}

std::vector<std::int32_t> context_of(std::string_view text) {
  const auto ids = symbols_of(text);
  return {ids.begin(), ids.end()};
}

/// n(cw) for every w, by looking through the whole text.
std::map<char, double> successors(std::string_view context) {
  std::map<char, double> counts;
  for (std::size_t i = 0; i + context.size() < kText.size(); ++i)
    if (kText.substr(i, context.size()) == context) ++counts[kText[i + context.size()]];
  return counts;
}

/// The number of distinct symbols that precede cw, for every w.
std::map<char, double> predecessors(std::string_view context) {
  std::map<char, std::set<char>> seen;
  for (std::size_t i = 1; i + context.size() < kText.size(); ++i)
    if (kText.substr(i, context.size()) == context) seen[kText[i + context.size()]].insert(kText[i - 1]);
  std::map<char, double> counts;
  for (const auto& [w, before] : seen) counts[w] = double(before.size());
  return counts;
}

double total(const std::map<char, double>& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0, [](double sum, const auto& at) { return sum + at.second; });
}

double at(const std::map<char, double>& counts, char w) { return counts.contains(w) ? counts.at(w) : 0; }

double witten_bell(std::string_view context, char w) {
  double p = 1.0 / kSymbols;
  for (std::size_t n = 0; n <= context.size(); ++n) {
    const auto counts = successors(context.substr(context.size() - n));
    const double distinct = double(counts.size());
    if (!counts.empty()) p = (at(counts, w) + distinct * p) / (total(counts) + distinct);
  }
  return p;
}

/// Every distinct sequence of n+1 characters, with its count or its number of predecessors.
std::vector<double> all_counts(std::size_t n, bool distinct) {
  std::set<std::string_view> contexts;
  for (std::size_t i = 0; i + n < kText.size(); ++i) contexts.insert(kText.substr(i, n));
  std::vector<double> counts;
  for (std::string_view c : contexts)
    for (const auto& [w, count] : distinct ? predecessors(c) : successors(c)) counts.push_back(count);
  return counts;
}

std::array<double, 3> discounts(std::size_t n, bool distinct) {
  double r[4] = {};
  for (double count : all_counts(n, distinct))
    if (count <= 4) ++r[std::size_t(count) - 1];
  if (r[0] * r[1] * r[2] * r[3] == 0) return {0.5, 0.5, 0.5};
  const double y = r[0] / (r[0] + 2 * r[1]);
  std::array<double, 3> d{};
  for (std::size_t i = 0; i < 3; ++i) {
    d[i] = double(i + 1) - double(i + 2) * y * r[i + 1] / r[i];
    d[i] = std::min(std::max(d[i], 0.05), double(i) + 0.95);
  }
  return d;
}

double kneser_ney(std::string_view context, char w) {
  double p = 1.0 / kSymbols;
  for (std::size_t n = 0; n <= context.size(); ++n) {
    const bool top = n == context.size();
    const std::string_view c = context.substr(context.size() - n);
    const auto counts = top ? successors(c) : predecessors(c);
    if (counts.empty()) continue;
    const auto d = discounts(n, !top);
    const auto discount = [&](double count) { return count == 0 ? 0 : d[std::size_t(std::min(count, 3.0)) - 1]; };
    double given_on = 0;
    for (const auto& [symbol, count] : counts) given_on += discount(count);
    p = (at(counts, w) - discount(at(counts, w)) + given_on * p) / total(counts);
  }
  return p;
}

constexpr Smoothing kBoth[] = {Smoothing::kneser_ney, Smoothing::witten_bell};

}  // namespace

TEST_CASE("n-gram: probabilities equal those of a brute-force count, at any order the context gives") {
  for (std::size_t order : {0, 1, 2, 3}) {
    const NgramModel kn(symbols_of(kText), kSymbols, order, Smoothing::kneser_ney);
    const NgramModel wb(symbols_of(kText), kSymbols, order, Smoothing::witten_bell);
    for (std::string_view context : {"", "a", "ab", "abr", "zzz", "cad", "bzb", "zab"})
      for (char w : {'a', 'b', 'r', ' ', 'z'}) {
        const std::string_view used = context.substr(context.size() - std::min(context.size(), order));
        CAPTURE(order);
        CAPTURE(context);
        CAPTURE(w);
        CHECK(kn.probability(context_of(context), symbol_of(w)) == doctest::Approx(kneser_ney(used, w)).epsilon(1e-12));
        CHECK(wb.probability(context_of(context), symbol_of(w)) ==
              doctest::Approx(witten_bell(used, w)).epsilon(1e-12));
      }
  }
}

TEST_CASE("n-gram: probabilities are positive, sum to 1 and agree with the single ones") {
  for (Smoothing smoothing : kBoth) {
    const NgramModel model(symbols_of(kText), kSymbols, 4, smoothing);
    for (std::string_view context : {"", "b", "abra", "racad", "xyz"}) {
      CAPTURE(context);
      const auto ids = context_of(context);
      std::vector<double> p(kSymbols);
      model.probabilities(ids, p);
      CHECK(std::accumulate(p.begin(), p.end(), 0.0) == doctest::Approx(1).epsilon(1e-12));
      for (std::size_t w = 0; w < kSymbols; ++w) {
        CHECK(p[w] > 0);
        CHECK(p[w] == model.probability(ids, std::int32_t(w)));
      }
    }
  }
}

TEST_CASE("n-gram: symbols of eight bits and the highest order fit the keys") {
  const std::vector<std::uint8_t> text = {255, 255, 255, 255, 255, 255, 255, 0, 255, 255};
  for (Smoothing smoothing : kBoth) {
    const NgramModel model(text, 256, kMaxNgramOrder, smoothing);
    const std::vector<std::int32_t> context(6, 255);
    CHECK(model.probability(context, 0) > 0.2);
    CHECK(model.probability(context, 7) < 0.01);
    std::vector<double> p(256);
    model.probabilities(context, p);
    CHECK(std::accumulate(p.begin(), p.end(), 0.0) == doctest::Approx(1).epsilon(1e-12));
  }
}

TEST_CASE("n-gram: a text shorter than the order still predicts") {
  for (Smoothing smoothing : kBoth) {
    const NgramModel model(symbols_of("ab"), kSymbols, 4, smoothing);
    CHECK(model.probability(context_of("a"), 2) > 0.3);
  }
}

TEST_CASE("n-gram: a model made from another's counts is the same") {
  const NgramModel model(symbols_of(kText), kSymbols, 3, Smoothing::kneser_ney);
  const NgramModel copy(model.sequences(), kSymbols, Smoothing::kneser_ney);
  CHECK(copy.size() == model.size());
  for (std::string_view context : {"", "abr", "zz"})
    CHECK(copy.probability(context_of(context), 1) == model.probability(context_of(context), 1));
}

TEST_CASE("ngram: what would not fit into the budget is refused while it is counted, naming the order") {
  Rng rng(3);
  std::vector<std::uint8_t> text(20000);
  for (std::uint8_t& symbol : text) symbol = static_cast<std::uint8_t>(rng.below(100));
  for (Smoothing smoothing : {Smoothing::kneser_ney, Smoothing::witten_bell}) {
    const auto counted = [&](std::size_t order, double bytes) {
      const NgramModel model(text, 100, order, smoothing, {bytes, "models[0].order"});
      const NgramModel again(model.sequences(), 100, smoothing, {bytes, "models[0].order"});
      return model.size();
    };
    CHECK(counted(1, 1e6) > 5000);
    try {
      counted(5, 1e6);
      CHECK(false);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::too_expensive);
      CHECK(error.where() == "models[0].order");
    }
    const NgramModel large(text, 100, 5, smoothing);
    CHECK_THROWS_AS(NgramModel(large.sequences(), 100, smoothing, {1e6, ""}), Error);
  }
}

TEST_CASE("ngram: its tables take no more room than they fill, so that a text of 10 MB fits") {
  const auto text = symbols_of(kText);
  const NgramModel model(text, kSymbols, 4, Smoothing::kneser_ney);
  for (const CountTable& table : model.sequences()) {
    CHECK(table.keys.capacity() <= table.keys.size() + 1);
    CHECK(table.counts.capacity() <= table.counts.size() + 1);
  }
}

namespace {

/// Symbols of which n[0] were counted once, n[1] twice, and so on, without any context.
CountTable counted(const std::vector<std::size_t>& n) {
  CountTable table;
  for (std::size_t r = 0; r < n.size(); ++r)
    for (std::size_t i = 0; i < n[r]; ++i) {
      table.keys.push_back(table.keys.size());
      table.counts.push_back(std::uint32_t(r + 1));
    }
  return table;
}

/// That a symbol counted r times is discounted by d[r - 1], or from three times on by d[2].
void check_discounts(const std::vector<std::size_t>& n, const std::array<double, 3>& d) {
  const CountTable table = counted(n);
  const std::size_t symbols = table.keys.size() + 2;  // two that were never seen
  double sum = 0, given_on = 0, all = 0;
  for (std::uint32_t count : table.counts) sum += count, given_on += d[std::min<std::size_t>(count, 3) - 1];
  const NgramModel model({table}, symbols, Smoothing::kneser_ney);
  for (std::size_t w = 0; w < symbols; ++w) {
    const double count = w < table.counts.size() ? table.counts[w] : 0;
    const double kept = count == 0 ? 0 : count - d[std::size_t(std::min(count, 3.0)) - 1];
    const double p = model.probability({}, std::int32_t(w));
    CHECK(p == doctest::Approx((kept + given_on / double(symbols)) / sum).epsilon(1e-12));
    CHECK(p > 0);
    all += p;
  }
  CHECK(all == doctest::Approx(1).epsilon(1e-12));
}

}  // namespace

TEST_CASE("n-gram: Kneser-Ney's discounts are Chen and Goodman's, held between 0.05 and r - 0.05") {
  const double y = 20.0 / (20 + 2 * 10);  // as they are
  check_discounts({20, 10, 6, 4}, {1 - 2 * y * 10 / 20, 2 - 3 * y * 6 / 10, 3 - 4 * y * 4 / 6});
  // D(1) is Y itself: 1/41, and 100/102.
  check_discounts({1, 20, 1, 1}, {0.05, 1.95, 3 - 4.0 / 41});
  check_discounts({100, 1, 10, 1}, {0.95, 0.05, 3 - 4 * (100.0 / 102) / 10});
  check_discounts({10, 10, 40, 1}, {1.0 / 3, 0.05, 2.95});
  check_discounts({10, 10, 1, 10}, {1.0 / 3, 2 - 0.1, 0.05});
}

TEST_CASE("n-gram: without a sequence counted once, twice, three or four times, each discount is a half") {
  for (std::vector<std::size_t> n : {std::vector<std::size_t>{0, 5, 5, 5}, {5, 0, 5, 5}, {5, 5, 0, 5}, {5, 5, 5}, {7}})
    check_discounts(n, {0.5, 0.5, 0.5});
  check_discounts({0, 0, 0, 0, 0, 3}, {0.5, 0.5, 0.5});
}
