#pragma once
#include <cstddef>

// A row of characters or numbers is cut in two: what stands last is held out, and windows of it are tested on. One rule
// for all tasks that do so says how much data that takes.

namespace unrolled {

/// How many of `size` values come before the last of so many equal parts, which is rounded up.
constexpr std::size_t size_to_train_on(std::size_t size, std::size_t parts) {
  return size / parts * (parts - 1) + size % parts * (parts - 1) / parts;
}

/// The least size of which the last part holds a window. What comes before it then does
/// too, for windows of two or more. A task refuses less.
constexpr std::size_t least_size(std::size_t parts, std::size_t window) { return parts * (window - 1) + 1; }

}  // namespace unrolled
