#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "models/kind.hpp"

namespace unrolled {

/// Longest context of a count model, in symbols.
inline constexpr std::size_t kMaxNgramOrder = 6;

/// A sorted map from a packed sequence of symbols to a count.
struct CountTable {
  std::vector<std::uint64_t> keys;  ///< ascending
  std::vector<std::uint32_t> counts;
  std::uint32_t at(std::uint64_t key) const;  ///< 0 where absent
};

/// How much memory the counts may take, and which option is then to be lowered: its path.
struct CountBudget {
  double bytes = std::numeric_limits<double>::infinity();
  std::string where = "order";
};

enum class Smoothing { kneser_ney, witten_bell };

/// Predicts the next symbol from how often each followed the last `order` symbols, backing off to shorter contexts.
///
/// With c the context, c' the same without its oldest symbol, n(cw) how often w followed c in the training text,
/// n(c) the sum and t(c) the number of distinct w, P(w | c) is
///   Witten-Bell (Witten and Bell 1991; interpolated):    (n(cw) + t(c) P(w|c')) / (n(c) + t(c))
///   Kneser-Ney, modified (Chen and Goodman 1999, section 3): (max(0, n(cw) - D(n(cw))) + g(c) P(w|c')) / n(c), where below
///     the longest context n(cw) is replaced by the number of distinct symbols that precede cw, and
///     g(c) = D(1) N1(c) + D(2) N2(c) + D(3) N3(c), with Nr(c) the number of w for which n(cw) is r (3: or more), is what
///     makes the sum 1. The discounts are estimated at each length from n_r, how many sequences were counted r times:
///       D(r) = r - (r + 1) Y n_{r+1} / n_r,  Y = n_1 / (n_1 + 2 n_2),  r = 1, 2, 3
///     (Chen and Goodman 1999, equation 17), which large texts with Zipf's law keep between 0 and r, but small ones and
///     lengths of which few different counts exist need not. So, beyond the paper: D(r) is held to 0.05 .. r - 0.05, that
///     something is always given on and nothing counted gets less than nothing; and where n_1, n_2, n_3 or n_4 is 0, which
///     leaves the estimate without a value, each D is 0.5.
/// Below the empty context stands the uniform distribution 1/V. A context that never occurred passes everything on.
/// Near the beginning of a window the context is shorter than `order`; it is then treated as the longest one.
class NgramModel {
 public:
  /// Counts the text at once. symbols <= 256; order <= kMaxNgramOrder. Throws Error{too_expensive} as soon as it is known
  /// that all tables together would take more than the budget: how many sequences differ, only counting tells.
  NgramModel(std::span<const std::uint8_t> text, std::size_t symbols, std::size_t order, Smoothing smoothing,
             const CountBudget& budget = {});
  /// From the counts of contexts 0 .. order that sequences() gave: what a checkpoint keeps.
  NgramModel(std::vector<CountTable> sequences, std::size_t symbols, Smoothing smoothing,
             const CountBudget& budget = {});

  NgramModel(const NgramModel&) = delete;
  NgramModel& operator=(const NgramModel&) = delete;

  std::size_t order() const { return sequences_.size() - 1; }
  std::size_t symbols() const { return symbols_; }
  /// P(w | context) for every w, of which only the last `order` symbols are looked at. out: [symbols].
  void probabilities(std::span<const std::int32_t> context, std::span<double> out) const;
  /// One of them, without the rest.
  double probability(std::span<const std::int32_t> context, std::int32_t symbol) const;
  /// Element m: every distinct sequence of m+1 symbols with its count. A key is packed with the last symbol, which is
  /// the predicted one, in the highest byte in use, then the context from the newest to the oldest.
  const std::vector<CountTable>& sequences() const { return sequences_; }
  /// Number of counts kept: what stands in for a number of parameters.
  std::size_t size() const;

 private:
  /// What is needed about a context: the sum over its successors, and how many of them were counted once, twice, and
  /// more often.
  struct Totals {
    std::uint32_t sum = 0;
    std::array<std::uint32_t, 3> kinds{};
    std::uint32_t distinct() const { return kinds[0] + kinds[1] + kinds[2]; }
  };
  /// One context length: its counts (real ones, or for Kneser-Ney's lower levels those of distinct predecessors).
  struct Level {
    const CountTable* counts = nullptr;
    std::vector<std::uint64_t> contexts;  ///< ascending
    std::vector<Totals> totals;           ///< of each context
    std::array<double, 3> discounts{};
    const Totals* find(std::uint64_t context) const;
  };

  void require_room(const CountBudget& budget) const;
  void prepare();
  static Level make_level(std::size_t length, const CountTable& counts);
  const Level& level(std::size_t length, std::size_t longest) const;
  /// One step of the recursion: P(w | c) from P(w | c'). `known` is nullptr for a context that never occurred.
  double refine(const Totals* known, const Level& level, std::uint32_t count, double shorter) const;

  std::size_t symbols_;
  Smoothing smoothing_;
  std::vector<CountTable> sequences_;
  std::vector<CountTable> continuations_;  ///< Kneser-Ney: element m counts distinct predecessors of m+1 symbols
  std::vector<Level> top_, lower_;
};

const ModelKind& ngram_kind();

}  // namespace unrolled
