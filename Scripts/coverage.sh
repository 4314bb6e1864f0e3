#!/bin/sh
# Runs the tests with a count of the lines that they run, and says for each library how many of its lines that
# are; fails where it is less than LEAST (90) of a hundred.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
folder=.build/coverage

"$swift" build --scratch-path "$folder" --build-tests --enable-code-coverage >&2
products=$("$swift" build --scratch-path "$folder" --show-bin-path)
# The programs that tests start count as well.
rm -rf "$folder/counts"
mkdir -p "$folder/counts"
LLVM_PROFILE_FILE=$PWD/$folder/counts/%m-%p.profraw
export LLVM_PROFILE_FILE
code=0
"$swift" test --scratch-path "$folder" --skip-build --enable-code-coverage ${FILTER:+--filter "$FILTER"} \
  >"$folder/tests.log" 2>&1 || code=$?
tail -n 1 "$folder/tests.log"
unset LLVM_PROFILE_FILE
tools=$(dirname "$(readlink -f "$(command -v "$swift")")")
find "$folder" -name '*.profraw' >"$folder/profiles"
"$tools/llvm-profdata" merge --sparse --failure-mode=warn --input-files="$folder/profiles" \
  -o "$folder/all.profdata" 2>"$folder/merge.log" || {
  cat "$folder/merge.log" >&2
  exit 1
}
"$tools/llvm-cov" export --summary-only --instr-profile="$folder/all.profdata" \
  "$products/turnbookPackageTests.xctest" --object "$products/turnbook" --object "$products/turn" \
  >"$folder/coverage.json"
python3 -B Tests/Peers/coverage.py "$folder/coverage.json" "${LEAST:-90}" || code=1
exit "$code"
