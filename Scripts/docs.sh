#!/bin/sh
# Writes the pages of the guide that are made from the program: the reference of diagnostics.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}

sh Scripts/install.sh libraries
"$swift" build --product turnbook >&2
"$("$swift" build --show-bin-path)/turnbook" explain --write content/reference/diagnostics
