#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace unrolled {

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces. It names weights and files; nothing secret depends on it.
class Sha256 {
 public:
  void update(std::span<const std::byte> bytes);
  /// Ends the message and returns its hash as 64 lower-case hexadecimal digits. Call once, last.
  std::string hex();

 private:
  void compress(const std::byte* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, 64> block_{};
  std::size_t filled_ = 0;    // bytes waiting in block_
  std::uint64_t length_ = 0;  // bytes of the message so far
};

/// The hash of one piece.
std::string sha256(std::span<const std::byte> bytes);

}  // namespace unrolled
