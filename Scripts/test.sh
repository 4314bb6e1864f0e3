#!/bin/sh
# Installs what the tests need, runs them, and says how long each part took.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
times=""

report() { printf '\nHow long it took:\n%s\n' "$times"; }
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
part format "$swift" format lint --strict --recursive Sources Tests templates Package.swift ||
  tidy=no
part build "$swift" build --build-tests
part tests "$swift" test --skip-build
[ "$tidy" = yes ]
