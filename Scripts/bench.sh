#!/bin/sh
# Builds both programs and measures them; words go to Benchmarks/bench.py.
set -eu
cd "$(dirname "$0")/.."

sh Scripts/install.sh libraries
cc=${CC:-$(command -v cc || command -v clang)}
mkdir -p .build/bench
# The flags are words of their own.
# shellcheck disable=SC2046
"$cc" -O2 -Wall -Wextra -o .build/bench/cloop Benchmarks/cloop.c \
  $(pkg-config --cflags --libs libcmark)
"$cc" -O2 -Wall -Wextra -o .build/bench/stopwatch Benchmarks/stopwatch.c
program=$(sh Scripts/build-release.sh)
python3 -B Benchmarks/bench.py --turnbook "$program" --loop .build/bench/cloop \
  --stopwatch .build/bench/stopwatch "$@"
# What depends on libraries that need not be there, apart from the bars.
python3 -B Benchmarks/diagrams.py "$program" --keep
python3 -B Benchmarks/cards.py "$program" --keep
