#pragma once
#include <arm_neon.h>

#include <xsimd/xsimd.hpp>

// xsimd divides floats, and takes their roots, as 32-bit Arm must: by an estimate that is refined twice, and then differs in
// the last bit. 64-bit Arm has instructions that round correctly, as everybody else's do.

namespace xsimd::kernel {

template <>
inline batch<float, neon64> div<neon64>(batch<float, neon64> const& a, batch<float, neon64> const& b,
                                        requires_arch<neon>) noexcept {
  return vdivq_f32(a, b);
}

template <>
inline batch<float, neon64> sqrt<neon64>(batch<float, neon64> const& x, requires_arch<neon>) noexcept {
  return vsqrtq_f32(x);
}

}  // namespace xsimd::kernel
