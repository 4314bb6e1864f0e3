#!/bin/sh
# Builds both release programs and prints the path of turnbook; turn lies beside it.
set -eu
swift=${SWIFT:-swift}

# The runtime of Swift goes into the programs, so that they run where no toolchain is.
set -- -c release
[ "$(uname -s)" = Linux ] && set -- "$@" --static-swift-stdlib
"$swift" build "$@" --product turnbook >&2
"$swift" build "$@" --product turn >&2
printf '%s/turnbook\n' "$("$swift" build "$@" --show-bin-path)"
