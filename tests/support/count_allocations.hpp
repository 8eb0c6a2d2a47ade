#pragma once
#include <cstddef>

namespace unrolled::test {

/// Calls of any global operator new so far, in this program. count_allocations.cpp replaces them all.
std::size_t allocation_count();

/// How often `work` allocates.
template <class Work>
std::size_t allocations_during(Work&& work) {
  const std::size_t before = allocation_count();
  work();
  return allocation_count() - before;
}

}  // namespace unrolled::test
