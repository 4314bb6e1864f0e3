#!/bin/sh
# Builds the release programs and packs them as action.yml downloads it, with manual pages and
# completions; prints the archive's path. The same programs always give the same bytes.
set -eu
cd "$(dirname "$0")/.."

sh Scripts/install.sh libraries
program=$(sh Scripts/build-release.sh)
name=turnbook-$(uname -s)-$(uname -m)
root=.build/archive
rm -rf "$root"
mkdir -p "$root/man" "$root/completions"
for program in "$program" "$(dirname "$program")/turn"; do
  cp "$program" "$root/"
  if command -v strip >/dev/null; then strip "$root/$(basename "$program")"; fi
  "$program" manual --output "$root/man" >/dev/null 2>&1
  "$program" completions bash >"$root/completions/$(basename "$program").bash"
  "$program" completions zsh >"$root/completions/_$(basename "$program")"
  "$program" completions fish >"$root/completions/$(basename "$program").fish"
done
cp LICENSE README.md "$root/"

archive=$PWD/.build/$name.tar.gz
if tar --version 2>/dev/null | grep -q GNU; then
  day=@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
  # Everybody may read it and nobody owns it; the programs stand first, for whoever wants only these.
  tar -c -C "$root" --sort=name --mtime="$day" --owner=0 --group=0 --numeric-owner \
    --mode=u+w,go-w,a+rX turnbook turn LICENSE README.md completions man | gzip -9n >"$archive"
else
  tar -czf "$archive" -C "$root" turnbook turn LICENSE README.md completions man
fi
echo ".build/$name.tar.gz"
