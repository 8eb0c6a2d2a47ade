#!/usr/bin/env bash
# Builds one kind of the C++ code, or the page: tools/build.sh native|sanitize|wasm|wasm-checked|wide|web [TARGET...]
set -euo pipefail
. "$(dirname "$0")/lib.sh"
# shellcheck source=/dev/null
. "$TOOLCHAIN_ENV"

generator=(); have ninja && generator=(-G Ninja)
launcher=(); have ccache && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}

# compile FOLDER OUTPUT OPTION... : configures once and builds; programs land in OUTPUT.
compile() {
  local folder=$1 output=$2; shift 2
  mkdir -p "$(dirname "$folder")"
  exec 8>"$folder.lock"; flock 8  # two builds at once in one folder would spoil each other
  cmp -s "$TOOLCHAIN_ENV" "$folder/toolchain.env" || rm -rf "$folder"  # CMake keeps an old compiler for ever
  "${wrap[@]}" cmake -S "$REPO" -B "$folder" "${generator[@]}" "${launcher[@]}" --log-level=WARNING \
    -DUNROLLED_INCLUDE="$UNROLLED_INCLUDE" -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="$output" "$@" >/dev/null 2> >(grep -v '^emcmake: ' >&2 || true)
  cp "$TOOLCHAIN_ENV" "$folder/toolchain.env"
  cmake --build "$folder" -j "$jobs" ${targets[@]:+--target "${targets[@]}"}
}

kind=${1:?which kind: native, sanitize, wasm, wasm-checked, wide or web}; shift
targets=("$@") wrap=()
cd "$REPO"
case $kind in
  native) compile build/native "$REPO/build/native" ;;
  wide) compile build/wide "$REPO/build/wide" -DUNROLLED_NATIVE_WIDE=ON ;;
  sanitize) compile build/sanitize "$REPO/build/sanitize" -DUNROLLED_SANITIZE=ON -DCMAKE_BUILD_TYPE=Debug ;;
  wasm)
    wrap=("$EMSCRIPTEN_BIN/emcmake")
    compile build/wasm/strict "$REPO/build/wasm" -DUNROLLED_TIER=strict
    compile build/wasm/fast "$REPO/build/wasm" -DUNROLLED_TIER=fast ;;
  wasm-checked)
    wrap=("$EMSCRIPTEN_BIN/emcmake")
    compile build/wasm-checked "$REPO/build/wasm-checked" -DUNROLLED_CHECKED=ON ;;
  web) node tools/build_web.mjs && say "The page is in dist/" ;;
  *) fail "no such kind of build: $kind" ;;
esac
