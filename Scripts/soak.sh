#!/bin/sh
# What takes too long for `make test`: the tests under two sanitizers, and builds that must agree.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
rounds=${ROUNDS:-20}
failed=

sh Scripts/install.sh tests
sh Scripts/python.sh || echo 'turnbook: the tests that compare with Python programs are skipped' >&2

for sanitizer in thread address; do
  printf '\n== tests, %s sanitizer\n' "$sanitizer"
  # Swift's runtime and the test process keep memory to their end; that is no leak of ours.
  ASAN_OPTIONS=detect_leaks=0 "$swift" test --sanitize="$sanitizer" \
    --scratch-path ".build/$sanitizer" || failed="$failed $sanitizer"
done

printf '\n== %s builds with one job and with all of them\n' "$rounds"
program=$(sh Scripts/build-release.sh)
place=$(mktemp -d "${TMPDIR:-/tmp}/turnbook-soak.XXXXXX")
trap 'rm -rf "$place"' EXIT
"$program" build --quiet --jobs 1 --output "$place/one"
for round in $(seq "$rounds"); do
  "$program" build --quiet --output "$place/all-$round"
  diff -r "$place/one" "$place/all-$round"
  # The second build into a folder must leave what the first wrote.
  "$program" build --quiet --output "$place/all-$round"
  diff -r "$place/one" "$place/all-$round"
done
echo 'all of them are the same'

if [ -n "$failed" ]; then
  printf '\nturnbook: the tests failed under these sanitizers:%s\n' "$failed" >&2
  exit 1
fi
