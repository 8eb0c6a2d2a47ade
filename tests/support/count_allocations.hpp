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

/// While it lives, one allocation fails: the nth from its beginning, 0 the first; `lasting`: all after it as well.
class FailingAllocations {
 public:
  FailingAllocations(std::size_t nth, bool lasting);
  ~FailingAllocations();
  FailingAllocations(const FailingAllocations&) = delete;
  /// Whether it came to that.
  bool failed() const;
};

}  // namespace unrolled::test
