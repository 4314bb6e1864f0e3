#!/bin/sh
# Builds both release programs and prints the path of turnbook; turn lies beside it.
set -eu
swift=${SWIFT:-swift}

# The runtime of Swift and the C libraries go into the programs, so that they run where neither is.
set -- -c release ${SWIFT_BUILD_FLAGS-}
if [ "$(uname -s)" = Linux ]; then
  set -- "$@" --static-swift-stdlib
  static=$PWD/.build/static
  mkdir -p "$static"
  for name in libcmark:cmark yaml-0.1:yaml sqlite3:sqlite3; do
    description=${name%:*}
    archive=$(pkg-config --variable=libdir "$description")/lib${name#*:}.a
    # A folder with nothing but the archive, named by a description of its own: where both are, the
    # linker takes the library that is loaded later.
    if [ -e "$archive" ]; then
      ln -sf "$archive" "$static/"
      sed "s|^libdir=.*|libdir=$static|" \
        "$(pkg-config --variable=pcfiledir "$description")/$description.pc" >"$static/$description.pc"
    fi
  done
  PKG_CONFIG_PATH=$static${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
  export PKG_CONFIG_PATH
fi
# What `--version` tells beside the version; packagers without a history may say it themselves.
if [ -z "${TURNBOOK_COMMIT-}" ] && commit=$(git rev-parse --short=7 HEAD 2>/dev/null); then
  git diff --quiet HEAD -- 2>/dev/null || commit="$commit, with changes"
  TURNBOOK_COMMIT=$commit
fi
export TURNBOOK_COMMIT="${TURNBOOK_COMMIT-}"
"$swift" build "$@" --product turnbook >&2
"$swift" build "$@" --product turn >&2
printf '%s/turnbook\n' "$("$swift" build "$@" --show-bin-path)"
