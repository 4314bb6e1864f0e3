#!/bin/sh
# Keeps how it was called, and fails.
printf '%s ' "${0##*/}" "$@" >> called
exit 1
