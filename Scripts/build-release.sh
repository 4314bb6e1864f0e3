#!/bin/sh
# Builds the release program and prints its path.
set -eu
swift=${SWIFT:-swift}

# The runtime of Swift goes into the program, so that it runs where no toolchain is.
set -- -c release --product turnbook
[ "$(uname -s)" = Linux ] && set -- "$@" --static-swift-stdlib
"$swift" build "$@" >&2
printf '%s/turnbook\n' "$("$swift" build "$@" --show-bin-path)"
