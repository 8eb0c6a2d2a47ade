#!/usr/bin/env bash
# Measures the engine natively, under Node and in Chromium, in both tiers, into build/bench.json.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$REPO"

tools/build.sh native unrolled
tools/build.sh wasm unrolled engine

# measure RUNTIME COMMAND...: shows the lines and keeps them, each with its runtime.
lines=$(mktemp); trap 'rm -f "$lines"' EXIT
measure() {
  local runtime=$1; shift
  say "$runtime"
  "$@" | tee /dev/stderr | sed "s/^{/{\"runtime\":\"$runtime\",/" >>"$lines"
}
measure native build/native/unrolled bench tests/bench/workloads.json
measure "node strict" node build/wasm/unrolled.mjs bench tests/bench/workloads.json
measure "node fast" node build/wasm/unrolled.mjs bench tests/bench/workloads.json
measure "chromium strict" node tests/bench/chromium.mjs --tier strict
measure "chromium fast" node tests/bench/chromium.mjs --tier fast

node -e '
  const {readFileSync, writeFileSync} = require("node:fs");
  const results = readFileSync(process.argv[1], "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const machine = {cpu: require("node:os").cpus()[0].model, node: process.version};
  writeFileSync("build/bench.json", JSON.stringify({machine, results}, null, 1) + "\n");
' "$lines"
say "Wrote build/bench.json"
