# How everything is compiled: the interface target unrolled_flags.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

add_library(unrolled_flags INTERFACE)
if(UNROLLED_INCLUDE)
  target_include_directories(unrolled_flags SYSTEM INTERFACE ${UNROLLED_INCLUDE})
endif()

# Reproducible arithmetic: no contraction to fused multiply-add, no fast-math, anywhere.
target_compile_options(unrolled_flags INTERFACE
  -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)

if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(unrolled_flags INTERFACE -Wno-restrict)  # GCC 12 warns about its own std::string
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL aarch64)
    target_compile_options(unrolled_flags INTERFACE -Wno-psabi)  # or it tells how C++14 passed arguments
  endif()
endif()

if(UNROLLED_SANITIZE)
  # Clang sees more than GCC: offsets of null pointers, numbers that no integer holds. The assertions are of bounds of spans
  # and vectors within the arena, which is one allocation to the sanitizers.
  set(sanitizers -fsanitize=address,undefined,float-cast-overflow)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
  target_compile_options(unrolled_flags INTERFACE
    -fno-omit-frame-pointer ${sanitizers} -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS)
  target_link_options(unrolled_flags INTERFACE ${sanitizers})
endif()

if(UNROLLED_COVERAGE)
  set(counting -fprofile-instr-generate -fcoverage-mapping)
  target_compile_options(unrolled_flags INTERFACE -O1 -g0 ${counting})
  target_link_options(unrolled_flags INTERFACE ${counting})
endif()

if(UNROLLED_SCALAR)  # nor what the compiler would make of a loop; -O2 compiles faster
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  target_compile_definitions(unrolled_flags INTERFACE UNROLLED_SCALAR=1)
  target_compile_options(unrolled_flags INTERFACE -fno-tree-vectorize)
endif()

if(EMSCRIPTEN)
  include(cmake/wasm.cmake)
elseif(UNROLLED_NATIVE_WIDE)
  # A fast tier: the widest registers, and fused multiply-add. GCC 12 warns about its own AVX-512 intrinsics.
  target_compile_options(unrolled_flags INTERFACE -march=native -Wno-maybe-uninitialized -Wno-uninitialized)
  target_compile_definitions(unrolled_flags INTERFACE UNROLLED_RELAXED=1 UNROLLED_PACK_ARCH=::xsimd::default_arch)
endif()

# unrolled_precompile(TARGET HEADER...): what most sources include from outside, read once, and these headers: <outside> or
# of engine/. Clang takes a quarter to a third less for a source then, and less again with our own; GCC takes longer for many
# than without, so that its build finds who relies on another's includes.
function(unrolled_precompile target)
  set(headers ${ARGN})
  list(TRANSFORM headers PREPEND ${PROJECT_SOURCE_DIR}/engine/ REGEX "^[^<]")
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang AND NOT UNROLLED_COVERAGE)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <cmath> <cstddef> <cstdint> <functional> <map> <memory> <numeric> <optional> <span> <string>
      <string_view> <utility> <variant> <vector> <nlohmann/json.hpp> ${headers})
  endif()
endfunction()

# unrolled_less_optimized(TARGET FOLDER...): in these folders of engine/, whose code takes a moment of any run, -O1: GCC is done in
# three quarters of the time.
function(unrolled_less_optimized target)
  list(JOIN ARGN "|" folders)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "/engine/(${folders})/")
  set_source_files_properties(${sources} TARGET_DIRECTORY ${target} PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-O1>")
endfunction()
