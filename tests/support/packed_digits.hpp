#pragma once
#include <string>

#include "core/rng.hpp"

namespace unrolled::test {

/// A small file of "digits" for tests, packed like the real one: 0, 1, ..., 9, 0, ... in random pixels, no two images
/// alike.
inline std::string packed_digits(std::size_t count = 200) {
  std::string file = "DIGITS\x0E\x10";
  Rng rng(8);
  for (std::size_t i = 0; i < count; ++i) {
    file += static_cast<char>(i % 10);
    for (int pair = 0; pair < 98; ++pair) file += static_cast<char>(rng.below(256));
  }
  return file;
}

}  // namespace unrolled::test
