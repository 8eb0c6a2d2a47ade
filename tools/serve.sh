#!/usr/bin/env bash
# Serves the page as soon as it can be: the fast tier and the measures, which nobody gets unasked, and embed.html, which holds
# all, are made while it is served, where they were not made before. build/serve.log tells of that.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$REPO"

rest() {
  tools/build.sh wasm-strict engine_measures
  tools/build.sh wasm-fast engine
  UNROLLED_DIST=build/dist-whole tools/build.sh web
  cp -r build/dist-whole/. dist/
  say "The measures, the fast tier and embed.html are there too: reload the page"
}

if [ "${1:-}" = rest ]; then rest; exit; fi
tools/build.sh wasm-strict engine unrolled
if [ -e build/wasm/engine_fast.wasm ]; then
  tools/build.sh wasm-strict engine_measures
  tools/build.sh wasm-fast engine
  tools/build.sh web
else
  UNROLLED_STRICT_ONLY=1 tools/build.sh web
  say "The measures, the fast tier and embed.html are compiled while the page is served: see build/serve.log"
  setsid tools/serve.sh rest >build/serve.log 2>&1 &
  trap 'kill -- -$! 2>/dev/null || true' EXIT  # a group of its own, which ends with the server
fi
node tools/serve.mjs dist
