# What is particular to WebAssembly. Two tiers are built from one source: strict, reproducible to the
# bit, and fast, whose fused multiply-add may differ between machines.

set(UNROLLED_TIER strict CACHE STRING "strict or fast")

target_compile_options(unrolled_flags INTERFACE $<$<NOT:$<BOOL:${UNROLLED_SCALAR}>>:-msimd128> -fwasm-exceptions)
target_link_options(unrolled_flags INTERFACE -fwasm-exceptions)
if(UNROLLED_TIER STREQUAL fast)
  target_compile_options(unrolled_flags INTERFACE -mrelaxed-simd)
  target_compile_definitions(unrolled_flags INTERFACE UNROLLED_RELAXED=1)
endif()

# The default stack of 64 KiB fails silently, hence 1 MiB.
target_link_options(unrolled_flags INTERFACE
  -sSTACK_SIZE=1MB -sINITIAL_MEMORY=16MB -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=512MB)

# Of settings given twice the last one counts, and a target's own come first: hence a property of the target.
target_link_options(unrolled_flags INTERFACE -sASSERTIONS=$<IF:$<BOOL:$<TARGET_PROPERTY:UNROLLED_CHECKED>>,2,0>)

# unrolled_node_program(TARGET): a program for Node that sees the machine's files. What Emscripten emits is
# a module that exports a function; TARGET.mjs beside it calls that. It is linked without optimizing once more what the
# compiler has: nobody downloads it, and a link takes a tenth of the time.
function(unrolled_node_program program)
  target_link_options(${program} PRIVATE -O1)
  set_target_properties(${program} PROPERTIES OUTPUT_NAME ${program}_${UNROLLED_TIER}_main SUFFIX .mjs)
  target_link_options(${program} PRIVATE
    -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sMODULARIZE=1 -sEXPORT_ES6=1)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/node_program.mjs
    ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${program}.mjs @ONLY)
endfunction()

# unrolled_small_except(TARGET PATTERN...): everything is built to download quickly, which takes a third off the module, but
# for sources whose path matches: hot loops that many experiments use.
function(unrolled_small_except target)
  target_compile_options(${target} PRIVATE "$<$<CONFIG:Release>:-Oz>")
  list(JOIN ARGN "|" patterns)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "/(${patterns})")
  set_source_files_properties(${sources} TARGET_DIRECTORY ${target} PROPERTIES
    COMPILE_OPTIONS "$<$<CONFIG:Release>:-O3>" SKIP_PRECOMPILE_HEADERS ON)  # compiled with other options than these headers
endfunction()
