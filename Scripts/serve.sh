#!/bin/sh
# Installs the libraries, builds the program, and shows the guide of content/ while it is written.
set -eu
cd "$(dirname "$0")/.."

sh Scripts/install.sh libraries
program=$(sh Scripts/build-release.sh)
exec "$program" serve --open
