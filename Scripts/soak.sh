#!/bin/sh
# What takes too long for `make test`: tests and guides under two sanitizers, every fault, builds that must
# agree, builds that are killed, conditions turned around, the lines that tests run, and the largest inputs.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
rounds=${ROUNDS:-20}
failed=

sh Scripts/install.sh tests
sh Scripts/python.sh || echo 'turnbook: the tests that compare with Python programs are skipped' >&2

place=$(mktemp -d "${TMPDIR:-/tmp}/turnbook-soak.XXXXXX")
trap 'rm -rf "$place"' EXIT

# Builds real guides on more workers than there are cores. Findings (1) are no failure here.
build_guides() {
  program=$("$swift" build --scratch-path ".build/$1" --show-bin-path)/turnbook
  for guide in . ../shared/corpora/material-docs; do
    [ -d "$guide" ] || continue
    code=0
    TSAN_OPTIONS=halt_on_error=1:suppressions=$PWD/Scripts/races.txt ASAN_OPTIONS=detect_leaks=0 "$program" build "$guide" \
      --jobs 8 --output "$place/$1" >"$place/log" 2>&1 || code=$?
    tail -n 1 "$place/log"
    if [ "$code" -gt 1 ]; then cat "$place/log"; return 1; fi
    rm -rf "${place:?}/$1"
  done
}

for sanitizer in thread address; do
  printf '\n== tests, %s sanitizer\n' "$sanitizer"
  # Swift's runtime and the test process keep memory to their end; that is no leak of ours.
  TURNBOOK_SANITIZER=$sanitizer ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=suppressions=$PWD/Scripts/races.txt \
    "$swift" test --sanitize="$sanitizer" --scratch-path ".build/$sanitizer" || failed="$failed $sanitizer"
  printf '\n== guides, %s sanitizer\n' "$sanitizer"
  build_guides "$sanitizer" || failed="$failed $sanitizer"
done

printf '\n== every call of a build, of turn and of the server fails once, in up to six ways\n'
TURNBOOK_SOAK=1 "$swift" test --filter FaultTests || failed="$failed faults"

printf '\n== %s builds with one job and with all of them\n' "$rounds"
program=$(sh Scripts/build-release.sh)
"$program" build --quiet --jobs 1 --output "$place/one"
for round in $(seq "$rounds"); do
  "$program" build --quiet --output "$place/all-$round"
  diff -r "$place/one" "$place/all-$round"
  # The second build into a folder must leave what the first wrote.
  "$program" build --quiet --output "$place/all-$round"
  diff -r "$place/one" "$place/all-$round"
done
echo 'all of them are the same'

printf '\n== builds killed over an existing site\n'
python3 -B Tests/Peers/killed.py "$program" 200 || failed="$failed kills"

printf '\n== conditions of the rules turned around, one after the other\n'
python3 -B Tests/Peers/mutate.py .build/mutants || failed="$failed mutants"

printf '\n== lines that the tests run\n'
SWIFT="$swift" sh Scripts/coverage.sh || failed="$failed coverage"

printf '\n== inputs that make careless programs slow\n'
python3 -B Benchmarks/pathological.py "$program" || failed="$failed pathological"

if [ -n "$failed" ]; then
  printf '\nturnbook: these failed:%s\n' "$failed" >&2
  exit 1
fi
