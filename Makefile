# The verbs. Each sets up what it needs first; the work itself is in tools/.
.PHONY: setup setup-build build test serve bench learn fuzz check format clean
.DEFAULT_GOAL := build

setup:  ## everything: compiler, headers, npm packages, Chromium and formatter for the tests
	@tools/setup.sh test

setup-build:
	@tools/setup.sh build

build: setup-build  ## the native command, the WebAssembly builds, and the page in dist/
	@tools/build.sh native
	@tools/build.sh wasm
	@tools/build.sh web

test: setup  ## every suite; the last line sums them up
	@node tools/test.mjs

serve: setup-build  ## builds what the page needs and serves dist/ on 127.0.0.1:8080, or PORT
	@tools/serve.sh

bench: setup  ## the engine beside its peers: build/bench.json and a table; ARGS="--quick" and more, see tools/bench.sh
	@tools/bench.sh $(ARGS)

learn: setup  ## does every model learn what it should? Writes the table in docs/learning.md; takes a while
	@tools/build.sh native unrolled
	@tools/build.sh wasm-strict engine_measures
	@node tools/corpora.mjs
	@node tools/learn.mjs
	@node tools/learn_presets.mjs
	@node tools/learn_chapters.mjs
	@node tools/chapters/previews.mjs
	@node tools/learn_spreads.mjs

fuzz: setup  ## made-up input for an hour a target, or MINUTES; build/fuzz/found keeps what made one fail
	@tools/build.sh sanitize fuzzers
	@node tools/fuzz.mjs $$(( $(or $(MINUTES),60) * 60 ))

check: setup  ## format, lint, include rules, types
	@tools/check.sh

format: setup
	@tools/check.sh --fix

clean:  ## what was built; the toolchain below ~/.cache/unrolled stays
	rm -rf build dist test-results playwright-report
