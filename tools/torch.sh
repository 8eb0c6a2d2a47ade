#!/usr/bin/env bash
# PyTorch for the benchmark alone, and a BLAS worth a comparison: the one that python3-torch brings by itself is the
# reference, twenty times slower. Where they cannot be installed one line says so, and the benchmark goes on.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

root_at_hand() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }  # a benchmark asks for no password
installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing=()
/usr/bin/python3 -c 'import torch' 2>/dev/null || missing+=(python3-torch)
installed libopenblas0 || missing+=(libopenblas0)
[ ${#missing[@]} -gt 0 ] || exit 0

if ! have apt-get || ! root_at_hand; then
  say "Not installed without apt-get and root: ${missing[*]}. PyTorch is measured as it is here, if at all"
  exit 0
fi
say "Installing Debian's ${missing[*]} for the benchmark"
for package in "${missing[@]}"; do
  (install_package "$package" "$package" "for the benchmark") >/dev/null || break
done
