"""Everything that was measured in one run of the benchmark."""

from statistics import median

from measure import Run

# Guides of more pages are there to see what grows: they take part once, without what is no part of that.
USUAL = 10_000

LOOP = "C loop"
RENDER = "build, before writing"
BUILD = "build, everything written"
AGAIN = "build, nothing changed"
TEXT = "build, a text edited"
TITLE = "build, a title edited"
CHECK = "check"
HUGO = "Hugo"
SITE = "the real site"
TURNBOOK = "Turnbook"
MATERIAL = "Material for MkDocs"
ZENSICAL = "Zensical"
FILL = "turn fill"
NOTHING = "true"
SERVE = "serving"
TOLD = "a text edited, until the browser is told"


class Record:
    """Runs by where they were made (a number of pages, or a name) and by what was run.

    Those of one place belong together round by round: the first of each was made in the first
    round, so that a ratio compares what the machine could do at the same time.
    """

    def __init__(self):
        self.runs: dict[tuple[str, str], list[Run]] = {}
        # Pages and bytes of Markdown.
        self.sizes: dict[str, tuple[int, int]] = {}

    def add(self, where: str, what: str, *runs: Run) -> None:
        self.runs.setdefault((where, what), []).extend(runs)

    def has(self, where: str, *names: str) -> bool:
        return all((where, name) in self.runs for name in names)

    def places(self) -> list[str]:
        return list(dict.fromkeys(where for where, _ in self.runs))

    def at(self, where: str) -> dict[str, list[Run]]:
        return {what: runs for (place, what), runs in self.runs.items() if place == where}

    def guides(self) -> list[str]:
        """The places that are guides of many pages, the smallest first."""
        return sorted((where for where in self.places() if where.isdigit()), key=int)

    def seconds(self, where: str, what: str) -> float:
        return median(run.seconds for run in self.runs[where, what])

    def best(self, where: str, what: str) -> float:
        return min(run.seconds for run in self.runs[where, what])

    def peak(self, where: str, what: str) -> int:
        """In bytes."""
        return max(run.peak for run in self.runs[where, what]) * 1024

    def cpu(self, where: str, what: str) -> float | None:
        known = [run.cpu for run in self.runs[where, what] if run.cpu is not None]
        return median(known) if known else None

    def ratio(self, where: str, what: str, to: str) -> float:
        """The median of what each round's ratio is."""
        pairs = zip(self.runs[where, what], self.runs[where, to])
        return median(one.seconds / other.seconds for one, other in pairs)
