"""`turn fill`: whole processes, with few patterns and with many, beside one that does nothing."""

import json
import sys
from pathlib import Path

import corpus
from programs import Programs
from record import FILL, NOTHING, Record
from seeds import technique_pages

COUNTS = (10, 1000)
STARTS = 25


class Filling:
    def __init__(self, repository: Path, place: Path, session: Path, programs: Programs, record: Record):
        self.programs = programs
        self.record = record
        self.commands = {NOTHING: ["true"]}
        copy_size = len(technique_pages(repository))
        for count in COUNTS:
            guide = corpus.make_patterns(repository, place, count)
            site = session / f"patterns-{count}"
            programs.stopwatch.run([programs.turnbook, "build", guide.folder, "--output", site])
            # One of the last, where all of them have to be looked through.
            name = f"{(count - 1) // copy_size:04}-techniques-asides"
            values = session / f"values-{count}.json"
            values.write_text(json.dumps(examples(site / "patterns" / f"{name}.json")))
            words = ["fill", name, "--from", site, "--values", values, "--no-ask", "--no-remember"]
            self.commands[f"{FILL}, {count:,} patterns"] = [programs.turn, *words]

    def round(self) -> None:
        for what, words in self.commands.items():
            self.record.add(FILL, what, *self.programs.stopwatch.runs(STARTS, words))


def examples(pattern: Path) -> dict:
    """A value for each variable that needs one: that of the pattern's own example."""
    if not pattern.is_file():
        sys.exit(f"{pattern} was not built")
    variables = json.loads(pattern.read_text(encoding="utf-8"))["variables"]
    return {each["name"]: each["example"] or "text" for each in variables if each["required"]}
