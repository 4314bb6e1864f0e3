#!/bin/sh
# Writes the pages of the guide that are made from the programs: the references of configuration,
# commands and diagnostics.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
reference=content/reference

sh Scripts/install.sh libraries
"$swift" build --product turnbook >&2
"$swift" build --product turn >&2
programs=$("$swift" build --show-bin-path)
"$programs/turnbook" explain --write "$reference/diagnostics"
"$programs/turnbook" manual --configuration > "$reference/configuration.md"
{
  cat <<'END'
---
description: Every command of turnbook and turn with its arguments, flags and examples.
kind: page
---

# Commands

Made from the tables that the programs read their command lines by. `turnbook help COMMAND` and `turn help COMMAND` show
the same in the terminal, `turnbook manual` and `turn manual` write manual pages.

END
  "$programs/turnbook" manual --markdown
  echo
  "$programs/turn" manual --markdown
} > "$reference/commands.md"
