#!/usr/bin/env bash
# Does the page follow from its sources alone? Builds the last commit twice from nothing, engine and all, in two folders,
# without any cache of compilers, and compares dist/. By hand: it takes as long as two first builds.
#   tools/build_twice.sh [FOLDER]     where to work, a new one below /tmp unless told; what differs stays there
set -euo pipefail
. "$(dirname "$0")/lib.sh"
room=${1:-$(mktemp -d /tmp/unrolled-twice.XXXXXX)}
export CCACHE_DISABLE=1

# build FOLDER : a clone and everything that dist/ is made of.
build() {
  git clone --quiet --no-hardlinks "$REPO" "$1"
  (cd "$1" && tools/setup.sh build && tools/build.sh wasm engine unrolled && tools/build.sh web)
}

build "$room/a"
build "$room/another-with-a-longer-name/b"
if diff -r "$room/a/dist" "$room/another-with-a-longer-name/b/dist"; then
  say "The same, $(find "$room/a/dist" -type f | wc -l) files: $(cd "$room/a/dist" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)"
  rm -rf "$room"
else
  fail "dist/ differs; both stay in $room"
fi
