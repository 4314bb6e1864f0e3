#!/bin/sh
# Installs what is missing, and says so: `install.sh libraries`, or `install.sh tests` for those
# and the programs that some tests compare with.
set -eu

say() { printf 'turnbook: %s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

has_libraries() {
  command -v pkg-config >/dev/null && pkg-config --exists libcmark yaml-0.1 sqlite3
}

install_packages() {
  say "installing $*"
  if command -v apt-get >/dev/null; then
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
      say "that needs root, and there is no sudo; run this as root: apt-get install $*"
      return 1
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || say "apt-get update failed"
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "$@" >&2
  elif command -v brew >/dev/null; then
    brew install "$@" >&2
  else
    say "there is neither apt-get nor brew here: install these by hand: $*"
    return 1
  fi
}

install_libraries() {
  has_libraries && return
  if command -v apt-get >/dev/null; then
    set -- pkg-config libcmark-dev libyaml-dev libsqlite3-dev
  else
    set -- pkgconf cmark libyaml sqlite
  fi
  install_packages "$@" && has_libraries && return
  say "could not install $*: without them nothing can be built"
  exit 1
}

# Whether one of these libraries is where programs find them.
has_shared() {
  for folder in /lib /usr/lib /usr/local/lib /lib/*-linux-* /usr/lib/*-linux-*; do
    for name in "$@"; do
      [ -e "$folder/$name" ] && return
    done
  done
  return 1
}

# Loaded when links to the web are checked, and a part of macOS; everything else works without it.
install_libcurl() {
  command -v apt-get >/dev/null || return 0
  has_shared libcurl.so.4 libcurl-gnutls.so.4 && return
  install_packages libcurl4 ca-certificates ||
    say "could not install libcurl4: links to the web cannot be checked"
}

# Loaded by `turnbook serve`; everything else works without it.
install_libmicrohttpd() {
  if command -v apt-get >/dev/null; then
    has_shared libmicrohttpd.so.12 && return
    set -- libmicrohttpd12
  else
    command -v brew >/dev/null || return 0
    [ -e "$(brew --prefix)/lib/libmicrohttpd.12.dylib" ] && return
    set -- libmicrohttpd
  fi
  install_packages "$@" || say "could not install $*: no guide can be served while it is written"
}

# Loaded when a graph is drawn; everything else works without it.
install_graphviz() {
  if command -v apt-get >/dev/null; then
    has_shared libgvc.so.6 libgvc.so.7 && return
    set -- libgvc6
  else
    command -v brew >/dev/null || return 0
    [ -e "$(brew --prefix)/opt/graphviz" ] && return
    set -- graphviz
  fi
  install_packages "$@" || say "could not install $*: flowcharts and states are shown as code"
}

# Loaded where a guide wants social cards; everything else works without it.
install_pango() {
  if command -v apt-get >/dev/null; then
    has_shared libpangocairo-1.0.so.0 && return
    set -- libpangocairo-1.0-0
  else
    command -v brew >/dev/null || return 0
    [ -e "$(brew --prefix)/opt/pango" ] && return
    set -- pango
  fi
  install_packages "$@" || say "could not install $*: sites have no social cards"
}

# Other machines than Debian's skip the tests whose programs they lack, and say which.
install_test_programs() {
  command -v apt-get >/dev/null || return 0
  set --
  command -v groff >/dev/null || set -- "$@" groff
  command -v zsh >/dev/null || set -- "$@" zsh
  command -v fish >/dev/null || set -- "$@" fish
  command -v patch >/dev/null || set -- "$@" patch
  command -v openssl >/dev/null || set -- "$@" openssl
  command -v curl >/dev/null || set -- "$@" curl
  command -v jq >/dev/null || set -- "$@" jq
  command -v node >/dev/null || set -- "$@" nodejs
  command -v chromium >/dev/null || set -- "$@" chromium
  command -v java >/dev/null || set -- "$@" default-jre-headless
  python3 -c 'import ensurepip' 2>/dev/null || set -- "$@" python3-venv
  [ $# -eq 0 ] && return
  install_packages "$@" || say "could not install $*: the tests that use them are skipped"
}

case "${1-}" in
  libraries)
    install_libraries && install_libcurl && install_libmicrohttpd && install_graphviz && install_pango
    ;;
  tests)
    install_libraries && install_libcurl && install_libmicrohttpd && install_graphviz &&
      install_pango && install_test_programs
    ;;
  *) say "usage: install.sh libraries|tests"; exit 64 ;;
esac
