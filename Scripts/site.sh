#!/bin/sh
# Installs the libraries, builds the program, and writes the guide of content/ into site/.
set -eu
cd "$(dirname "$0")/.."

sh Scripts/install.sh libraries
program=$(sh Scripts/build-release.sh)
"$program" build
