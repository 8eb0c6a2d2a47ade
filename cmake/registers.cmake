# One native command for every x86-64: the kernels are compiled three times, and the program chooses when it starts
# (docs/decisions/0015-widest-registers.md). No source knows of it: what is one namespace in the sources is one for each
# width in the objects, and stubs written below carry the names that everybody else calls.

set(UNROLLED_EVERY_WIDTH OFF)
if(CMAKE_SYSTEM_NAME STREQUAL Linux AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64)$" AND CMAKE_SIZEOF_VOID_P EQUAL 8
   AND CMAKE_BUILD_TYPE STREQUAL Release
   AND NOT (UNROLLED_SANITIZE OR UNROLLED_COVERAGE OR UNROLLED_SCALAR OR UNROLLED_NATIVE_WIDE))
  set(UNROLLED_EVERY_WIDTH ON)
  enable_language(ASM)
endif()

# unrolled_kernels(WIDTH ARCHITECTURE FLAG...): the sources of `kernels` for registers of one width. Without fused
# multiply-add, although all these machines have it: no bit differs from width to width.
function(unrolled_kernels width architecture)
  set(target unrolled_kernels_${width})
  add_library(${target} OBJECT ${kernels})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/engine)
  target_link_libraries(${target} PRIVATE unrolled_flags)
  target_compile_options(${target} PRIVATE ${ARGN})
  target_compile_definitions(${target} PRIVATE unrolled=unrolled_${width} UNROLLED_PACK_ARCH=::xsimd::${architecture})
  # Half of the time, to the same objects.
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <cmath> <cstddef> <limits> <span> <string> <vector> <xsimd/xsimd.hpp>)
endfunction()

# unrolled_kernels_of_every_width(TARGET): all of them, and the stubs, into TARGET.
function(unrolled_kernels_of_every_width target)
  set(wide)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # By its own measure GCC 12 does not unroll the rows of a large tile in time, and then keeps the sums in memory: half the
    # speed. And it warns about its own intrinsics.
    set(wide --param=max-completely-peeled-insns=1000 -Wno-maybe-uninitialized -Wno-uninitialized)
  endif()
  unrolled_kernels(sse2 sse2)
  unrolled_kernels(avx2 avx2 -mavx2 ${wide})
  unrolled_kernels(avx512 avx512bw -mavx512f -mavx512cd -mavx512dq -mavx512bw -mprefer-vector-width=512 ${wide})
  set(script ${PROJECT_SOURCE_DIR}/cmake/register_stubs.cmake)
  set(stubs ${CMAKE_CURRENT_BINARY_DIR}/register_stubs.s)
  set(objects)
  foreach(width sse2 avx2 avx512)
    set(compiled_${width} "$<FILTER:$<TARGET_OBJECTS:unrolled_kernels_${width}>,INCLUDE,[.]o$>")  # not the headers
    target_sources(${target} PRIVATE ${compiled_${width}})
    list(APPEND objects ${compiled_${width}})
  endforeach()
  add_custom_command(OUTPUT ${stubs} DEPENDS ${script} ${objects} VERBATIM
    COMMENT "Stubs of the kernels"
    COMMAND ${CMAKE_COMMAND} -DNM=${CMAKE_NM} -DSTUBS=${stubs}
      "-Dsse2=${compiled_sse2}"
      "-Davx2=${compiled_avx2}"
      "-Davx512=${compiled_avx512}" -P ${script})
  add_library(unrolled_kernel_stubs OBJECT ${stubs})
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:unrolled_kernel_stubs>)
endfunction()
