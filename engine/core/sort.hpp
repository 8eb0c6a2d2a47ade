#pragma once
#include <algorithm>
#include <functional>

namespace unrolled {

/// Sorts a list that is short or sorted rarely, in place, equal members in any order. std::ranges::sort is faster, and 2 kB
/// of code for every type of list; this is a heap sort of 300 bytes.
template <class Range, class Less = std::ranges::less, class Projection = std::identity>
void sort_short(Range& range, Less less = {}, Projection projection = {}) {
  std::ranges::make_heap(range, less, projection);
  std::ranges::sort_heap(range, less, projection);
}

}  // namespace unrolled
