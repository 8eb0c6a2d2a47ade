#!/usr/bin/env bash
# Provides the compiler to WebAssembly and the C++ headers, and writes build/toolchain.env, which
# says where they are. An emcc 4.0 or newer on PATH is used as it is; otherwise Debian's own
# Emscripten is unpacked below ~/.cache/unrolled (or UNROLLED_CACHE). No root, no trace elsewhere.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/private-apt.sh"

RECIPE=2  # raise it when the steps below change, so that old folders are not reused
HEADERS=$CACHE/headers-$RECIPE
ROOT=$CACHE/emscripten-$RECIPE
HEADER_PACKAGES=(libxtensor-dev libxsimd-dev xtl-dev nlohmann-json3-dev doctest-dev)

# emcc_version EMCC: its version, such as 4.0.7.
emcc_version() { "$1" --version 2>/dev/null | sed -n '1s/^.*) \([0-9.]*\).*/\1/p'; }

# in_place FOLDER UNPACKER: runs UNPACKER on a scratch folder and moves the result to FOLDER, so that
# an interrupted set-up leaves nothing that looks finished.
in_place() {
  rm -rf "$1" "$1.new"
  "$2" "$1.new"
  mv "$1.new" "$1"
}

unpack_headers() {
  say "Fetching the C++ headers (xtensor, xsimd, nlohmann_json, doctest), about 1 MB"
  private_unpack "$1" "${HEADER_PACKAGES[@]}"
}

unpack_emscripten() {
  local llvm
  llvm=$(depends_of emscripten | sed -n 's/^clang-//p' | head -1)
  [ -n "$llvm" ] || fail "Debian $APT_SUITE's emscripten does not say which clang it needs; install Emscripten 4.0 or newer yourself and put emcc on PATH"
  say "Fetching Debian's Emscripten with LLVM $llvm, since no emcc 4.0 or newer is on PATH (about 90 MB)"
  # shellcheck disable=SC2046
  private_unpack "$1" $(with_libraries emscripten node-acorn "clang-$llvm" "libclang-common-$llvm-dev" \
    "lld-$llvm" "llvm-$llvm" "llvm-$llvm-linker-tools" binaryen patchelf)
  ln -sfn nodejs "$1/usr/share/node_modules"  # where emcc's JavaScript looks for acorn
  relocate "$1" "$ROOT" "$llvm"
  cat >"$1/usr/share/emscripten/.emscripten" <<EOF
import shutil
LLVM_ROOT = '$ROOT/usr/lib/llvm-$llvm/bin'
BINARYEN_ROOT = '$ROOT/usr'
NODE_JS = shutil.which('node')
CACHE = '$ROOT/cache'
EOF
}

# relocate FOLDER FINAL LLVM: makes the programs in FOLDER, soon at FINAL, run with the newer C library
# beside them, which this system does not have.
relocate() {
  local loader libs programs file
  loader=$(cd "$1" && ls usr/lib*/ld-linux*.so.* | head -1)
  libs=$(cd "$1" && dirname usr/lib/*/libc.so.6)
  mapfile -t programs < <(find "$1/usr/bin" "$1/usr/lib/llvm-$3/bin" -type f -perm -u+x)
  run_patchelf() { "$1/$loader" --library-path "$1/$libs" "$1/usr/bin/patchelf" "${@:2}" 2>/dev/null; }
  say "Pointing ${#programs[@]} programs at their own C library"
  for file in "${programs[@]}"; do
    [ "${file##*/}" = patchelf ] && continue
    # Scripts are no ELF files: patchelf refuses them, which is right.
    run_patchelf "$1" --set-interpreter "$2/$loader" --force-rpath --set-rpath "$2/$libs" "$file" || true
  done
  # These carry a RUNPATH of their own, which would hide the program's.
  for file in "$1/$libs"/lib{LLVM,clang-cpp,xml2}*.so.*; do
    [ -L "$file" ] || run_patchelf "$1" --force-rpath --set-rpath "$2/$libs" "$file"
  done
}

# The C and C++ libraries for WebAssembly are compiled once, here, where it can be said that it takes
# a while, and not in the middle of the first build.
build_system_libraries() {
  local scratch; scratch=$(mktemp -d)
  unset EM_CONFIG EM_CACHE
  say "Compiling Emscripten's system libraries, once (about two minutes)"
  printf '#include <stdexcept>\n#include <emscripten/bind.h>\nint main(int n, char**) { if (n > 9) throw std::runtime_error("x"); }\n' >"$scratch/a.cpp"
  (cd "$scratch" && "$ROOT/usr/bin/emcc" a.cpp -O3 -fwasm-exceptions --bind -sALLOW_MEMORY_GROWTH=1 -o a.mjs) 2>&1 |
    sed -E '/ - ok$|compiled [0-9]+ inputs|sanity checks/d; s/^.*generating system [a-z]+: ([^ ]*\/)?([^ ]+)\.\.\. .*/   \2/' ||
    fail "the freshly unpacked Emscripten does not compile a small program; please report the lines above"
  (cd "$scratch" && node a.mjs) || fail "node cannot run what Emscripten compiled; node 20 or newer is needed"
  rm -rf "$scratch"
}

install_headers() {
  [ -n "${UNROLLED_HEADERS:-}" ] && return
  [ -e "$HEADERS/.complete" ] && return
  private_apt_update
  in_place "$HEADERS" unpack_headers
  touch "$HEADERS/.complete"
}

install_emscripten() {
  [ -e "$ROOT/.complete" ] && return
  private_apt_update
  in_place "$ROOT" unpack_emscripten
  build_system_libraries
  touch "$ROOT/.complete"
}

# A system with its own Emscripten keeps it: this is what users of emsdk expect.
on_path=$(command -v emcc || true)
major=0
if [ -n "$on_path" ]; then
  major=$(emcc_version "$on_path" | cut -d. -f1)
  [ "${major:-0}" -ge 4 ] || say "The emcc on PATH is older than 4.0, so it is left alone"
fi

mkdir -p "$CACHE" "$REPO/build"
exec 9>"$CACHE/.lock"
flock -n 9 || { say "Waiting for another set-up to finish"; flock 9; }

install_headers
include=${UNROLLED_HEADERS:-$HEADERS/usr/include}
for header in xtensor/containers/xadapt.hpp xsimd/xsimd.hpp nlohmann/json.hpp doctest/doctest.h; do
  [ -e "$include/$header" ] || fail "$include lacks $header; xtensor 0.26 or newer, xsimd, nlohmann_json and doctest are needed"
done
if [ "${major:-0}" -ge 4 ]; then
  bin=$(dirname "$on_path")
else
  install_emscripten
  bin=$ROOT/usr/bin
fi
rm -rf "$APT_HOME"
{
  echo "UNROLLED_INCLUDE='$include'"
  echo "EMSCRIPTEN_BIN='$bin'"
  # Another Emscripten's settings, if the shell has some, must not reach this one.
  [ "$bin" != "$ROOT/usr/bin" ] || echo "unset EM_CONFIG EM_CACHE"
} >"$TOOLCHAIN_ENV"
say "Emscripten $(. "$TOOLCHAIN_ENV" && emcc_version "$bin/emcc") in $bin, headers in $include"
