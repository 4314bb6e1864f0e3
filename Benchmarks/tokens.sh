#!/bin/sh
# How fast tokens are counted, on one core: the median of seven runs over the pages of content/, over
# the files that are given, and over a megabyte without a space.
# The vocabularies are those of the tests, which Scripts/python.sh gets.
set -eu
cd "$(dirname "$0")/.."

vocabularies=.build/venv/vocabularies
[ -d "$vocabularies" ] || sh Scripts/python.sh
work=.build/bench/tokens
mkdir -p "$work"
# The names of the sources are words of their own.
# shellcheck disable=SC2046
"${SWIFT:-swift}c" -O -wmo -parse-as-library -package-name turnbook -swift-version 6 \
  -module-name tokens -o "$work/tokens" \
  $(find Sources/Tokens -name '*.swift' | sort) Benchmarks/tokens.swift
find content -name '*.md' -exec cat {} + >"$work/pages.md"
head -c 1000000 /dev/zero | tr '\0' 'a' >"$work/one-letter.txt"
for name in o200k_base cl100k_base; do
  "$work/tokens" "$vocabularies/$name.tiktoken" "$work/pages.md" "$work/one-letter.txt" "$@"
done
