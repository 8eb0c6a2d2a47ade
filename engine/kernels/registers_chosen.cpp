// Where the kernels were compiled for registers of every width (cmake/registers.cmake).
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "kernels/registers.hpp"

// Tables of kernels, which cmake/register_stubs.cmake writes, and that in which its stubs look where to go on.
extern "C" {
using UnrolledKernels = const void* const;
extern UnrolledKernels unrolled_kernels_sse2[], unrolled_kernels_avx2[], unrolled_kernels_avx512[];
extern UnrolledKernels* unrolled_kernels_in_use;
constinit UnrolledKernels* unrolled_kernels_in_use = unrolled_kernels_sse2;  // until choose() has run
}

namespace unrolled {
namespace {

constexpr const char* kNames[] = {"sse2", "avx2", "avx512"};
constexpr UnrolledKernels* kKernels[] = {unrolled_kernels_sse2, unrolled_kernels_avx2, unrolled_kernels_avx512};

constinit std::size_t in_use = 0;

/// Each has what the one before has. Asks for every instruction set that cmake/registers.cmake compiles with.
std::size_t count_usable() {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2")) return 1;
  const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
                    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  return wide ? 3 : 2;
}

/// The widest, or what is asked for.
__attribute__((constructor(101))) void choose() {  // before what other files construct
  const auto usable = usable_registers();
  const char* asked = std::getenv(kRegistersVariable);
  const auto found = asked == nullptr ? usable.end() : std::ranges::find(usable, std::string_view(asked));
  in_use = found == usable.end() ? usable.size() - 1 : std::size_t(found - usable.begin());
  unrolled_kernels_in_use = kKernels[in_use];
}

}  // namespace

const char* registers_in_use() { return kNames[in_use]; }

std::span<const char* const> usable_registers() { return {kNames, count_usable()}; }

}  // namespace unrolled
