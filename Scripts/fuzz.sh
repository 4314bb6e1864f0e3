#!/bin/sh
# Runs every target of Fuzzing under libFuzzer and the address sanitizer, each for SECONDS_EACH (600);
# TARGETS names some of them. What breaks one is left in .build/fuzz/broken.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
seconds=${SECONDS_EACH:-600}

sh Scripts/install.sh libraries
export TURNBOOK_FUZZ=1
"$swift" build -c release --scratch-path .build/fuzz --product Fuzzing -Xswiftc -enable-testing \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
program=$("$swift" build -c release --scratch-path .build/fuzz --show-bin-path)/Fuzzing

# Swift keeps memory to the end. Its own handler would wait for a person.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no
python3 -B Fuzzing/seeds.py .build/fuzz/seeds
mkdir -p .build/fuzz/broken
failed=
for target in ${TARGETS:-$("$program")}; do
  printf '\n== %s\n' "$target"
  mkdir -p ".build/fuzz/found/$target" ".build/fuzz/seeds/$target"
  log=.build/fuzz/$target.log
  "$program" "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=4096 \
    -dict=Fuzzing/words.txt -artifact_prefix=".build/fuzz/broken/$target-" -print_final_stats=1 \
    ".build/fuzz/found/$target" ".build/fuzz/seeds/$target" </dev/null >"$log" 2>&1 || failed="$failed $target"
  grep -E 'number_of_executed_units|peak_rss_mb|SUMMARY|Fatal error|ERROR' "$log" || true
done

# The index of the search is read by the theme's script, so by node.
if [ -z "${TARGETS:-}" ] && command -v node >/dev/null; then
  printf '\n== search-index\n'
  program=$(env -u TURNBOOK_FUZZ sh Scripts/build-release.sh)
  "$program" build --quiet --output .build/fuzz/site
  node Tests/Browser/search_faults.mjs templates/theme/search.js .build/fuzz/site "$((seconds * 50))" "$$" ||
    failed="$failed search-index"
fi
if [ -n "$failed" ]; then
  printf '\nturnbook: these targets broke:%s; see .build/fuzz\n' "$failed" >&2
  exit 1
fi
