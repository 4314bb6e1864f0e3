#!/bin/sh
# Builds the release programs and packs them as action.yml downloads it; prints the archive's path.
set -eu
cd "$(dirname "$0")/.."

sh Scripts/install.sh libraries
program=$(sh Scripts/build-release.sh)
archive=.build/turnbook-$(uname -s)-$(uname -m).tar.gz
tar -czf "$archive" -C "$(dirname "$program")" turnbook turn
echo "$archive"
