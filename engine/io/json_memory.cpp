#include "io/json_memory.hpp"

#include <functional>
#include <new>

namespace unrolled {
namespace {

/// Handed out from the front; whole again once all that was handed out is back.
struct SetAside {
  static constexpr std::size_t kBytes = 64 * kMaxJsonValues;
  alignas(std::max_align_t) std::byte room[kBytes];
  std::size_t used = 0;
  std::size_t out = 0;  // pieces

  bool holds(const void* at) const {
    return !std::less<const void*>()(at, room) && std::less<const void*>()(at, room + kBytes);
  }
  void* take(std::size_t bytes) {
    constexpr std::size_t kStep = alignof(std::max_align_t);
    const std::size_t rounded = (bytes + kStep - 1) / kStep * kStep;
    if (rounded > kBytes - used) throw std::bad_alloc();
    void* at = room + used;
    used += rounded;
    ++out;
    return at;
  }
  void give() {
    if (--out == 0) used = 0;
  }
};

thread_local SetAside set_aside;

}  // namespace

void* allocate_json(std::size_t bytes) { return ::operator new(bytes); }

void* take_json_room(std::size_t bytes) {
  void* at = ::operator new(bytes, std::nothrow);
  return at != nullptr ? at : set_aside.take(bytes);
}

void give_json_room(void* at) noexcept {
  if (set_aside.holds(at))
    set_aside.give();
  else
    ::operator delete(at);
}

}  // namespace unrolled
