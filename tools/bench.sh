#!/usr/bin/env bash
# Measures the engine and its peers, into build/bench.json. What it takes: see tests/bench/run.mjs.
#   make bench ARGS="--only lstm-h64 --peers ours,torch --quick"
# Without arguments also how quickly the page starts, and whether it stays fluid.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$REPO"

tools/build.sh native unrolled allocations limits
tools/build.sh wide unrolled
tools/build.sh wasm engine

# The peers of npm are the benchmark's alone. Without them it measures the rest.
peers=tests/bench
if [ ! "$peers/node_modules/.package-lock.json" -nt "$peers/package-lock.json" ]; then
  say "Installing the peers"
  npm --prefix "$peers" ci --ignore-scripts --no-audit --no-fund >/dev/null || say "Peers of npm are left out"
fi
[[ "$*" == *--peers* && "$*" != *torch* ]] || tools/torch.sh
node tests/bench/run.mjs "$@"

[ $# -eq 0 ] || exit 0
tools/build.sh web
say "Page start, milliseconds"
node tests/bench/page_start.mjs --rest 3000
say "The page while six models train"
node tests/bench/page_frames.mjs
say "The page while three models train at 1920 px"
node tests/bench/page_frames.mjs --models 3 --size 1920x1080 --look --seconds 30 --goal 30,50
