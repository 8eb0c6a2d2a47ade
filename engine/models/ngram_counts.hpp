#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unrolled {

/// How often each symbol followed each context of up to `order` symbols, and the probabilities that follow from it by
/// Witten-Bell interpolation (Witten and Bell 1991; method C of Moffat's PPM):
///     p_n(w | h) = (c(h w) + d(h) p_{n-1}(w | h')) / (c(h) + d(h))
/// with c(h) occurrences of h, d(h) distinct symbols seen after it, h' = h without its oldest symbol, and p_{-1} uniform.
/// A context never seen leaves p_{n-1} as it is. Probabilities are positive and sum to 1.
class NgramCounts {
 public:
  static constexpr std::size_t kMaxOrder = 6;
  static constexpr std::size_t kMaxVocabulary = 256;

  /// text: symbols below vocab_size. order 0 looks at no context. Sorts text.size() keys per order.
  NgramCounts(std::span<const std::uint8_t> text, std::size_t vocab_size, std::size_t order);

  std::size_t order() const { return levels_.size() - 1; }
  std::size_t vocab_size() const { return vocab_size_; }
  /// Distinct n-grams kept, over all orders: what the model "knows", its parameters so to speak.
  std::size_t size() const;

  /// p(symbol | context) using at most the last order() symbols of context, and at most `order` of them.
  double probability(std::span<const std::int32_t> context, std::int32_t symbol) const;
  double probability(std::span<const std::int32_t> context, std::int32_t symbol, std::size_t order) const;
  /// All of them: out has vocab_size() elements.
  void distribution(std::span<const std::int32_t> context, std::span<double> out) const;

 private:
  /// The n-grams of one length, sorted: symbols packed eight bits each, oldest highest, so that the successors of a
  /// context stand together.
  struct Level {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> counts;
  };
  struct Successors {
    std::span<const std::uint64_t> keys;
    std::span<const std::uint32_t> counts;
    double total = 0;
  };
  static Level count(std::span<const std::uint8_t> text, std::size_t length);
  Successors successors(std::size_t level, std::span<const std::int32_t> context) const;

  std::size_t vocab_size_;
  std::vector<Level> levels_;  // levels_[n] counts symbols after n others
};

}  // namespace unrolled
