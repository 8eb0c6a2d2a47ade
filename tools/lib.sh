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

# system_package PROGRAM PACKAGE PURPOSE: only where PROGRAM is missing.
system_package() {
  have "$1" && return
  install_package "$@"
}

# install_package WHAT PACKAGE PURPOSE: the only step that needs root.
install_package() {
  local hint="$1 is missing ($3): install it"
  have apt-get || fail "$hint"
  say "Installing Debian's package $2: $3"
  as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$2" ||
    fail "$hint, on Debian as root: apt-get install $2"
}
