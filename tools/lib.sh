# Shared by the scripts beside it: where things are, and how to say things.
# shellcheck shell=bash

REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${UNROLLED_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/unrolled}
TOOLCHAIN_ENV=$REPO/build/toolchain.env

say() { printf '== %s\n' "$*"; }
fail() { printf 'unrolled: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND...: only system packages need this.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else return 1; fi
}
