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
# than without.
function(unrolled_precompile target)
  set(headers ${ARGN})
  list(TRANSFORM headers PREPEND ${PROJECT_SOURCE_DIR}/engine/ REGEX "^[^<]")
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang AND NOT UNROLLED_COVERAGE)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <cmath> <cstddef> <cstdint> <functional> <map> <memory> <numeric> <optional> <span> <string>
      <string_view> <utility> <variant> <vector> <nlohmann/json.hpp> ${headers})
  endif()
endfunction()

# unrolled_together(TARGET [SIZE]): the sources of a folder are compiled as one, or SIZE by SIZE: compilers spend three
# quarters of their time on headers. So what is in unnamed namespaces has a name of its own in its folder. Hot loops stay apart: a
# compiler puts less inline where there is much.
function(unrolled_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)  # it takes the sources for headers then
  endif()
  if(ARGC GREATER 1)
    set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE ${ARGV1})
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources EXCLUDE REGEX "/kernels/|[.]s$|TARGET_OBJECTS")
  foreach(source ${sources})
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})  # names of functions are made of it, and so the module
    string(MAKE_C_IDENTIFIER "${folder}" group)
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()
