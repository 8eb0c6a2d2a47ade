#pragma once
#include <span>

namespace unrolled {

/// Which registers the kernels compute with: "sse2", "avx2" or "avx512" in a native command for x86-64, which takes the
/// widest that the machine has, chosen before main (docs/decisions/0015-widest-registers.md); elsewhere what the code was
/// compiled for. No result depends on it.
const char* registers_in_use();

/// All that this machine could use, the widest last.
std::span<const char* const> usable_registers();

/// The environment variable that asks for narrower ones. What it cannot have, the command refuses; the kernels pass over it.
inline constexpr const char* kRegistersVariable = "UNROLLED_REGISTERS";

}  // namespace unrolled
