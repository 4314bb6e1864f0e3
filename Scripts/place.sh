#!/bin/sh
# Installs the release programs with manual pages and completions: `place.sh install` or `uninstall`.
# PREFIX says where they will be, DESTDIR what stands before it while a package is made.
set -eu
cd "$(dirname "$0")/.."
prefix=${PREFIX:-/usr/local}
root=${DESTDIR:-}$prefix
bash=$root/share/bash-completion/completions
zsh=$root/share/zsh/site-functions
fish=$root/share/fish/vendor_completions.d
man=$root/share/man/man1

uninstall() {
  for name in turnbook turn; do
    rm -f "$root/bin/$name" "$bash/$name" "$zsh/_$name" "$fish/$name.fish"
    # Nothing but our own pages begins so.
    rm -f "$man/$name.1" "$man/$name"-*.1
  done
}

install_all() {
  sh Scripts/install.sh libraries
  program=$(sh Scripts/build-release.sh)
  mkdir -p "$root/bin" "$bash" "$zsh" "$fish" "$man"
  uninstall
  for name in turnbook turn; do
    built=$(dirname "$program")/$name
    install -m 755 "$built" "$root/bin/$name"
    if command -v strip >/dev/null; then strip "$root/bin/$name"; fi
    "$built" completions bash >"$bash/$name"
    "$built" completions zsh >"$zsh/_$name"
    "$built" completions fish >"$fish/$name.fish"
    "$built" manual --output "$man" >/dev/null
  done
  echo "Installed turnbook and turn into $root/bin"
}

case ${1:-} in
install) install_all ;;
uninstall)
  uninstall
  echo "Removed turnbook and turn from $root"
  ;;
*)
  echo "usage: place.sh install|uninstall" >&2
  exit 64
  ;;
esac
