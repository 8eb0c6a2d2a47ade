# A private apt: fetches packages of Debian's testing suite into a folder of our own, without root
# and without the system's package state ever knowing. Sourced by toolchain.sh.
# shellcheck shell=bash

APT_SUITE=${UNROLLED_SUITE:-forky}
APT_HOME=$CACHE/apt

private_apt() { "$1" -c "$APT_HOME/apt.conf" "${@:2}"; }

# The addresses of the machine's own Debian sources, its archive proper first.
debian_addresses() {
  # shellcheck source=/dev/null
  local codename; codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
  apt-get indextargets --no-release-info --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' \
    'Identifier: Packages' 2>/dev/null |
    awk -v c="$codename" '$2 == "main" && ($1 == c || $1 ~ /^(old)?stable$|^testing$|^sid$/) && !seen[$3]++ {print $3}'
}

write_apt_conf() {  # ADDRESS
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed=""
  [ -e "$keyring" ] && signed="[signed-by=$keyring] "
  mkdir -p "$APT_HOME/lists/partial" "$APT_HOME/cache/archives/partial"
  : >"$APT_HOME/status"
  echo "deb $signed$1 $APT_SUITE main" >"$APT_HOME/sources.list"
  # The machine's own settings (a proxy, say) stay; what would mix the two worlds is cleared.
  cat >"$APT_HOME/apt.conf" <<EOF
Dir::Etc::SourceList "$APT_HOME/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State::Lists "$APT_HOME/lists";
Dir::State::status "$APT_HOME/status";
Dir::Cache "$APT_HOME/cache";
Dir::Cache::pkgcache "pkgcache.bin";
Dir::Cache::srcpkgcache "";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Default-Release;
EOF
}

# Reads the package lists from the first address that has the suite.
private_apt_update() {
  local address
  have apt-get || fail "this system has no apt: put Emscripten 4.0 or newer (emcc) on PATH, and see docs/hacking.md for the C++ headers"
  for address in $(debian_addresses); do
    say "Reading the package lists of Debian $APT_SUITE from $address"
    write_apt_conf "$address"
    if private_apt apt-get update -q -o APT::Update::Error-Mode=any; then return 0; fi
  done
  fail "Debian's $APT_SUITE suite cannot be read from this machine's package sources; check the network, or put Emscripten 4.0 or newer (emcc) on PATH and point UNROLLED_HEADERS at the C++ headers"
}

# depends_of PACKAGE: the first choice of each of its dependencies.
depends_of() {
  private_apt apt-cache depends --important "$1" 2>/dev/null |
    awk '/^  (Pre)?Depends:/ && $2 !~ /^</ {print $2}'
}

# with_libraries PACKAGE...: the packages and every shared library that they need, and no more:
# compilers, interpreters and development files are the machine's own.
with_libraries() {
  local todo=("$@") seen=" " package library
  while [ ${#todo[@]} -gt 0 ]; do
    package=${todo[0]} todo=("${todo[@]:1}")
    [[ $seen == *" $package "* ]] && continue
    seen+="$package "
    for library in $(depends_of "$package" | grep -E '^(lib|zlib1g)' | grep -Ev -- '-dev$|^libcurl|^libclang1-'); do
      todo+=("$library")
    done
  done
  echo "$seen"
}

# private_unpack FOLDER PACKAGE...: downloads the packages (apt checks their hashes) and unpacks them.
private_unpack() {
  local root=$1 debs=$APT_HOME/debs; shift
  rm -rf "$debs" && mkdir -p "$debs" "$root"
  (cd "$debs" && private_apt apt-get download -q "$@") ||
    fail "downloading from Debian $APT_SUITE failed (wanted: $*); run make setup again"
  for deb in "$debs"/*.deb; do
    dpkg-deb -x "$deb" "$root" || fail "unpacking ${deb##*/} failed; is the disk full?"
  done
  rm -rf "$debs"
}
