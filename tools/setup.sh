#!/usr/bin/env bash
# Provides everything that the other verbs need, and does nothing the second time.
#   tools/setup.sh build   compiler, headers, npm packages: needs no root
#   tools/setup.sh test    the same, and what the tests use: browsers, clang, clang-format, valgrind
#   tools/setup.sh arm     what building has, and a compiler and an emulator for the suite that is run by hand
set -euo pipefail
. "$(dirname "$0")/lib.sh"
goal=${1:-test}
cd "$REPO"

need() { have "$1" || fail "$1 is missing: $2"; }

check_programs() {
  need g++ "a C++20 compiler such as Debian's package g++ is needed"
  need cmake "Debian's package cmake is needed (3.25 or newer)"
  need make "Debian's package make is needed"
  need python3 "Debian's package python3 is needed, since Emscripten is written in it"
  need node "Node.js 20.19 or newer is needed"
  need npm "npm is needed; it comes with Node.js"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js 20.19 or newer is needed, and this is $(node --version)"
}

# stamped NAME INPUTS COMMAND: runs COMMAND unless it last succeeded with what INPUTS prints now.
stamped() {
  local stamp=build/.$1-done
  [ "$(cat "$stamp" 2>/dev/null)" = "$($2)" ] && return
  rm -f "$stamp"
  "$3"
  "$2" >"$stamp"
}

# The toolchain is looked at again when its scripts, its folder or the emcc on PATH changed.
toolchain_inputs() {
  cksum tools/toolchain.sh tools/private-apt.sh tools/lib.sh
  echo "${UNROLLED_HEADERS:-} $(command -v emcc || true)"
  ls -d "$CACHE"/*/.complete "$TOOLCHAIN_ENV" 2>/dev/null || true
}

npm_inputs() { cksum package.json package-lock.json .npmrc; ls -d node_modules 2>/dev/null || true; }
install_npm_packages() {
  # No test tool may bring a browser of its own: the system's Chromium is used.
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1
  say "Installing the npm packages of package-lock.json into node_modules"
  npm ci --no-fund --no-audit --loglevel=error || fail "npm ci failed: is the npm registry reachable?"
}

check_programs
mkdir -p build
exec 7>build/.setup-lock
flock -n 7 || { say "Waiting for another set-up of this folder to finish"; flock 7; }

stamped toolchain toolchain_inputs tools/toolchain.sh
stamped npm npm_inputs install_npm_packages

if [ "$goal" = test ]; then
  system_package chromium chromium "the browser that the end-to-end tests drive"
  (system_package chromium-headless-shell chromium-headless-shell "the same without its window: tests take half the time") ||
    say "Chromium itself will do"
  system_package firefox-esr firefox-esr "the other browser: it must compute the same bits"
  system_package clang++ clang "its sanitizers see more than those of g++"
  echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' |
    clang++ -x c++ -fsanitize=address,undefined,fuzzer - -o /dev/null 2>/dev/null ||
    install_package "clang's run-time library" libclang-rt-dev "its sanitizers need it"
  system_package clang-format clang-format "make check holds the C++ code to one format"
  system_package valgrind valgrind "the guard of speed counts instructions with it"
fi

if [ "$goal" = arm ]; then
  system_package aarch64-linux-gnu-g++ g++-aarch64-linux-gnu "it compiles for Arm"
  system_package qemu-aarch64 qemu-user "it runs what was compiled for Arm"
fi
