#!/usr/bin/env bash
# Builds one kind of the C++ code, or the page:
#   tools/build.sh native|apart|sanitize|coverage|scalar|wasm|wasm-strict|wasm-fast|wasm-scalar|wide|arm|web [TARGET...]
set -euo pipefail
. "$(dirname "$0")/lib.sh"
# shellcheck source=/dev/null
. "$TOOLCHAIN_ENV"

generator=(); have ninja && generator=(-G Ninja)
launcher=(); have ccache && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
unset MAKEFLAGS MAKELEVEL  # called from make, a make of CMake's would print where it goes
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}

# Each em++ is a script for Python. A version manager's python3 is one for a shell as well, which takes longer to find the
# real one than em++ takes for a small file.
EMSDK_PYTHON=${EMSDK_PYTHON:-$(python3 -c 'import sys; print(sys.executable)' 2>/dev/null || true)}
export EMSDK_PYTHON

# compile WHAT FOLDER OUTPUT OPTION... : configures and builds in FOLDER; programs land in OUTPUT.
compile() {
  local folder=$2 output=$3
  say "Compiling ${targets[*]:-everything}: $1"
  shift 3
  mkdir -p "$(dirname "$folder")"
  exec 8>"$folder.lock"; flock 8  # two builds at once in one folder would spoil each other
  cmp -s "$TOOLCHAIN_ENV" "$folder/toolchain.env" || rm -rf "$folder"  # CMake keeps an old compiler for ever
  "${wrap[@]}" cmake -S "$REPO" -B "$folder" "${generator[@]}" "${launcher[@]}" --log-level=WARNING \
    -DUNROLLED_INCLUDE="$UNROLLED_INCLUDE" -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="$output" "$@" \
    >/dev/null 2> >(grep -v '^emcmake: ' >&2 || true)
  cp "$TOOLCHAIN_ENV" "$folder/toolchain.env"
  cmake --build "$folder" -j "$jobs" ${targets[@]:+--target "${targets[@]}"}
}

tier() {
  wrap=("$EMSCRIPTEN_BIN/emcmake")
  compile "WebAssembly, $1 tier" "build/wasm/$1" "$REPO/build/wasm" -DUNROLLED_TIER="$1"
}

kind=${1:?which kind: see the head of this script}; shift
targets=("$@") wrap=()
scalar=(-DUNROLLED_SCALAR=ON -DUNROLLED_TEST_FILES=hashes_test.cpp)  # slow: for tests/bits only
cd "$REPO"
case $kind in
  native) compile "native" build/native "$REPO/build/native" ;;
  apart)  # without optimizing
    compile "native, source by source" build/apart "$REPO/build/apart" -DUNROLLED_APART=ON -DCMAKE_CXX_FLAGS_RELEASE=-O0 ;;
  wide) compile "native, every instruction of this machine" build/wide "$REPO/build/wide" -DUNROLLED_NATIVE_WIDE=ON ;;
  sanitize)  # the tests and the programs of tests/fuzz, of one engine
    compile "native, with clang's sanitizers" build/sanitize "$REPO/build/sanitize" \
      -DCMAKE_CXX_COMPILER=clang++ -DUNROLLED_SANITIZE=ON -DCMAKE_BUILD_TYPE=Debug ;;
  coverage)
    compile "native, counting what is run" build/coverage "$REPO/build/coverage" \
      -DCMAKE_CXX_COMPILER=clang++ -DUNROLLED_COVERAGE=ON -DCMAKE_BUILD_TYPE=Debug ;;
  scalar) compile "native, without SIMD" build/scalar "$REPO/build/scalar" "${scalar[@]}" ;;
  arm)  # linked statically: the emulator then needs none of Arm's libraries
    have aarch64-linux-gnu-g++ || fail "aarch64-linux-gnu-g++ is missing: tools/setup.sh arm installs it"
    compile "for Arm" build/arm "$REPO/build/arm" -DCMAKE_EXE_LINKER_FLAGS=-static \
      -DUNROLLED_TEST_FILES="hashes_test.cpp;math_test.cpp;simd_test.cpp" \
      -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=aarch64 -DCMAKE_CXX_COMPILER=aarch64-linux-gnu-g++ ;;
  wasm-scalar)
    wrap=("$EMSCRIPTEN_BIN/emcmake")
    compile "WebAssembly, without SIMD" build/wasm-scalar "$REPO/build/wasm-scalar" "${scalar[@]}" ;;
  wasm) tier strict
    [ ${#targets[@]} -gt 0 ] || targets=(engine)  # tests and commands are run in the strict tier alone
    tier fast ;;
  wasm-strict) tier strict ;;
  wasm-fast) tier fast ;;
  web) node tools/build_web.mjs && say "The page is in dist/" ;;
  *) fail "no such kind of build: $kind" ;;
esac
