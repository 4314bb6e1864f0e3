#!/bin/sh
# Installs what the tests need, runs them, and says how long each part took.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
times=""

log=.build/tests.log

# What failed is said last: a run of a thousand tests is read from its end.
report() {
  printf '\nHow long it took:\n%s\n' "$times"
  if [ "$failed" = yes ]; then
    printf 'What failed (all of it in %s):\n' "$log"
    grep -aE '✘|: error: |: warning: |Fatal error|signal code' "$log" | cut -c 1-600 | head -n 40
  fi
}
failed=no
trap report EXIT

part() {
  name=$1
  shift
  printf '\n== %s\n' "$name"
  start=$(date +%s)
  code=0
  "$@" || code=$?
  took=$(($(date +%s) - start))
  word=
  [ "$code" -eq 0 ] || word='  FAILED'
  times="$times$(printf '%7d s  %s%s' "$took" "$name" "$word")
"
  return "$code"
}

part install sh Scripts/install.sh tests
part 'Python packages' sh Scripts/python.sh ||
  echo 'turnbook: the tests that compare with Python programs are skipped' >&2
# A wrong format fails the run, but does not keep anyone from learning what the tests say.
tidy=yes
part format "$swift" format lint --strict --recursive Sources Tests Benchmarks templates Package.swift ||
  tidy=no
part build "$swift" build --build-tests
# A pipe gives the code of its last part alone, so the tests leave theirs in a file.
tests() {
  { "$swift" test --skip-build 2>&1; echo "$?" >"$log.code"; } | tee "$log"
  return "$(cat "$log.code")"
}
part tests tests || failed=yes
[ "$failed" = no ]
[ "$tidy" = yes ]
