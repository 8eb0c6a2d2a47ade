#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <type_traits>

// Why a JSON value may be destroyed when memory has run out. nlohmann's destructor, which must not throw, first collects
// all that is below the value in a std::vector: where that allocation fails the process ends. It is the only vector of
// values with std::allocator once Json's own lists and objects have another one, so std::allocator is told for this one
// type to fall back on room that was set aside.

namespace unrolled {

/// ::operator new, out of sight: GCC 12 warns of strings that nlohmann makes where it sees their size.
void* allocate_json(std::size_t bytes);

/// std::allocator for whatever a Json holds, under another name.
template <class T>
struct JsonAllocator {
  using value_type = T;
  JsonAllocator() = default;
  template <class U>
  JsonAllocator(const JsonAllocator<U>&) noexcept {}
  T* allocate(std::size_t n) { return static_cast<T*>(allocate_json(n * sizeof(T))); }
  void deallocate(T* at, std::size_t) noexcept { ::operator delete(at); }
  friend bool operator==(const JsonAllocator&, const JsonAllocator&) { return true; }
};

/// Keeps keys in the order written, so that what we print reads as we declare it.
using Json = nlohmann::basic_json<nlohmann::ordered_map, std::vector, std::string, bool, std::int64_t, std::uint64_t,
                                  double, JsonAllocator>;

/// Most values in one text, at which room for destroying them is certain: a vector that grows by doubling to n values of
/// 16 bytes takes at most 64 n bytes, old blocks included. Six models with a thousand changes each are 36,000.
inline constexpr std::size_t kMaxJsonValues = std::size_t{1} << 16;

/// From the heap or, where that is used up, from the room set aside. Throws std::bad_alloc when both are.
void* take_json_room(std::size_t bytes);
void give_json_room(void* at) noexcept;

}  // namespace unrolled

template <>
struct std::allocator<unrolled::Json> {
  using value_type = unrolled::Json;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using propagate_on_container_move_assignment = std::true_type;
  allocator() = default;
  template <class U>
  allocator(const allocator<U>&) noexcept {}
  unrolled::Json* allocate(std::size_t n) {
    return static_cast<unrolled::Json*>(unrolled::take_json_room(n * sizeof(unrolled::Json)));
  }
  void deallocate(unrolled::Json* at, std::size_t) noexcept { unrolled::give_json_room(at); }
  friend bool operator==(const allocator&, const allocator&) { return true; }
};
