#include "core/rng.hpp"

#include <bit>
#include <cmath>

#include "core/elementary.hpp"

namespace unrolled {
namespace {

/// splitmix64 (Steele, Lea and Flood 2014): the recommended way to fill xoshiro's state.
std::uint64_t splitmix(std::uint64_t& state) {
  std::uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return h;
}

}  // namespace

Rng::Rng(std::uint64_t seed) {
  for (std::uint64_t& word : state_) word = splitmix(seed);
}

// The seed is scrambled before the purpose is mixed in: neighbouring seeds and similar names share no stream.
Rng::Rng(std::uint64_t seed, std::string_view purpose) : Rng(splitmix(seed) ^ hash(purpose)) {}

std::uint64_t Rng::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t Rng::below(std::uint64_t bound) {
  const std::uint64_t unfair = (0 - bound) % bound;  // 2^64 mod bound values would make small results likelier
  std::uint64_t x;
  do x = next();
  while (x < unfair);
  return x % bound;
}

double Rng::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

double Rng::normal() {
  for (;;) {
    const double u = uniform(-1, 1), v = uniform(-1, 1), square = u * u + v * v;
    if (square < 1 && square > 0) return u * std::sqrt(-2 * elementary::log(square) / square);
  }
}

}  // namespace unrolled
