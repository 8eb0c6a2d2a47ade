#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace unrolled {

/// xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64. Ours rather than the standard library's
/// because std distributions differ between implementations, and a run must not.
class Rng {
 public:
  explicit Rng(std::uint64_t seed);
  /// An independent stream for one purpose: the same (seed, purpose) gives the same numbers everywhere.
  Rng(std::uint64_t seed, std::string_view purpose);

  std::uint64_t next();
  /// Uniform integer in [0, bound), bound >= 1, without bias.
  std::uint64_t below(std::uint64_t bound);
  /// Uniform in [0, 1), 53 bits.
  double uniform();
  /// Uniform in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Standard normal, by the polar method (Marsaglia 1964) with our own log.
  double normal();

  /// The whole state, to save and restore a stream (4 words; normal() keeps no spare).
  std::span<std::uint64_t, 4> state() { return state_; }

 private:
  std::uint64_t state_[4];
};

}  // namespace unrolled
