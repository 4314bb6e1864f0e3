#!/bin/sh
# Installs the Python peers that tests compare with into .build/venv. Does nothing when they are there.
set -eu
cd "$(dirname "$0")/../.."
venv=.build/venv
if [ -x "$venv/bin/python" ] &&
  "$venv/bin/python" -c 'import markdown, pygments, pymdownx, sys
sys.exit(markdown.__version__ != "3.11")' 2>/dev/null; then
  exit 0
fi
if ! command -v python3 >/dev/null; then
  echo "setup.sh: no python3; comparisons with Python-Markdown will be skipped" >&2
  exit 0
fi
echo "setup.sh: installing Python-Markdown and pymdown-extensions into $venv" >&2
if ! { python3 -m venv "$venv" &&
  "$venv/bin/pip" install --quiet "markdown==3.11" "pymdown-extensions==13.1" "pygments==2.21.0"; }; then
  echo "setup.sh: installation failed; comparisons with Python-Markdown will be skipped" >&2
  rm -rf "$venv"
fi
