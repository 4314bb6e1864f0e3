#!/bin/sh
# Makes the virtual environment that the tests' peers run in: .build/venv.
set -eu
cd "$(dirname "$0")/.."

wanted=Tests/Peers/requirements.txt
venv=.build/venv
if [ -f "$venv/requirements.txt" ] && cmp -s "$wanted" "$venv/requirements.txt"; then exit 0; fi
printf 'turnbook: installing the Python packages of %s into %s\n' "$wanted" "$venv" >&2
python3 -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --requirement "$wanted" >&2
cp "$wanted" "$venv/requirements.txt"
