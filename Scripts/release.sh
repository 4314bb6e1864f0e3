#!/bin/sh
# Makes everything that a release consists of in .build/release-files: the archive, on Debian the
# package, what the programs are made of as SPDX, and the digests of all of them.
set -eu
cd "$(dirname "$0")/.."

files=.build/release-files
archive=$(sh Scripts/archive.sh)
rm -rf "$files"
mkdir -p "$files"
cp "$archive" "$files/"
name=$(basename "$archive" .tar.gz)
python3 Scripts/sbom.py .build/archive >"$files/$name.spdx.json"
if command -v dpkg-deb >/dev/null; then cp "$(sh Scripts/deb.sh)" "$files/"; fi
sum=$(command -v sha256sum || echo "shasum -a 256")
(
  cd "$files"
  # The list itself is not among them: names are given before it is made.
  set -- *
  $sum "$@" >SHA256SUMS
)
cat "$files/SHA256SUMS"
