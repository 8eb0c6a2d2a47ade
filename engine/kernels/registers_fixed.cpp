// Where the kernels were compiled once.
#include "kernels/registers.hpp"

namespace unrolled {
namespace {

#if defined(UNROLLED_SCALAR)
constexpr const char* kName = "scalar";
#elif defined(UNROLLED_RELAXED) && !defined(__wasm__)
constexpr const char* kName = "wide";
#elif defined(__wasm__)
constexpr const char* kName = "wasm128";
#elif defined(__aarch64__)
constexpr const char* kName = "neon128";
#else
constexpr const char* kName = "sse2";
#endif

}  // namespace

const char* registers_in_use() { return kName; }

std::span<const char* const> usable_registers() { return {&kName, 1}; }

}  // namespace unrolled
