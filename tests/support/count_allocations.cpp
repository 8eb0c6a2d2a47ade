#include "support/count_allocations.hpp"

#include <cstdlib>
#include <limits>
#include <new>

namespace {

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

std::size_t count = 0;
std::size_t first_failing = kNever;  // by `count`
bool all_after_fail = false;

bool is_to_fail(std::size_t number) { return all_after_fail ? number >= first_failing : number == first_failing; }

void* take(std::size_t size, std::size_t alignment) noexcept {
  if (is_to_fail(count++)) return nullptr;
  return std::aligned_alloc(alignment, (size + alignment) / alignment * alignment);  // never of size 0
}

void* take_or_throw(std::size_t size, std::size_t alignment) {
  void* block = take(size, alignment);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

constexpr std::size_t kDefault = __STDCPP_DEFAULT_NEW_ALIGNMENT__;
std::size_t bytes(std::align_val_t alignment) { return static_cast<std::size_t>(alignment); }

}  // namespace

namespace unrolled::test {

std::size_t allocation_count() { return count; }

FailingAllocations::FailingAllocations(std::size_t nth, bool lasting) {
  all_after_fail = lasting;
  first_failing = count + nth;
}
FailingAllocations::~FailingAllocations() { first_failing = kNever, all_after_fail = false; }
bool FailingAllocations::failed() const { return count > first_failing; }

}  // namespace unrolled::test

// clang-format off
void* operator new(std::size_t n) { return take_or_throw(n, kDefault); }
void* operator new[](std::size_t n) { return take_or_throw(n, kDefault); }
void* operator new(std::size_t n, std::align_val_t a) { return take_or_throw(n, bytes(a)); }
void* operator new[](std::size_t n, std::align_val_t a) { return take_or_throw(n, bytes(a)); }
void* operator new(std::size_t n, const std::nothrow_t&) noexcept { return take(n, kDefault); }
void* operator new[](std::size_t n, const std::nothrow_t&) noexcept { return take(n, kDefault); }
void* operator new(std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept { return take(n, bytes(a)); }
void* operator new[](std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept { return take(n, bytes(a)); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
// clang-format on
