#!/usr/bin/env bash
# Format, types and include rules. `tools/check.sh --fix` formats instead.
# The last line counts the checks: "N passed, N failed".
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$REPO"

CLANG_FORMAT_VERSION=14  # Debian 12's; others break some lines differently
WEB=(web wasm_bindings tests tools cmake vite.config.js tsconfig.json package.json)

cpp_files() { find engine wasm_bindings tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print0; }

clang_format() {
  local program=clang-format
  have "clang-format-$CLANG_FORMAT_VERSION" && program=clang-format-$CLANG_FORMAT_VERSION
  if ! "$program" --version 2>/dev/null | grep -q "version $CLANG_FORMAT_VERSION\."; then
    echo "skipped: clang-format $CLANG_FORMAT_VERSION is not installed, so the C++ format is left to the others"
    return
  fi
  cpp_files | xargs -0 "$program" --style=file "$@"
}

prettier() { node_modules/.bin/prettier --log-level=warn --no-error-on-unmatched-pattern "$@" "${WEB[@]}"; }

if [ "${1:-}" = --fix ]; then
  clang_format -i
  prettier --write
  exit
fi

passed=0 failed=0
check() {  # TITLE COMMAND...
  local title=$1; shift
  if "$@"; then echo "ok   $title"; passed=$((passed + 1))
  else echo "FAIL $title"; failed=$((failed + 1)); fi
}
check "C++ format (make format puts it right)" clang_format --dry-run --Werror
check "web format (make format puts it right)" prettier --check
check "types" node_modules/.bin/tsc
check "include rules" node tools/check-includes.mjs
check "words" node tools/check-words.mjs
check "words of refusal" node tools/check-refusals.mjs
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
