"""Measures what diagrams cost: a guide of 100 pages with the 1,000 diagrams of the tests' gallery, built with and without
them, and one for each kind.

python3 -B Benchmarks/diagrams.py PROGRAM [--keep]

Prints the median of five rounds, each of one build of every guide, and what a diagram costs. --keep writes every number to
Benchmarks/results.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

import machine
import report
from measure import timed

REPOSITORY = Path(__file__).resolve().parent.parent
GALLERY = REPOSITORY / "Tests/DiagramsTests/Gallery"
ROUNDS = 5
DIAGRAMS = 1000
PAGES = 100


def gallery():
    """The sources of each kind."""
    return {
        file.stem: [part.split("\n", 1)[1]
                    for part in ("\n" + file.read_text(encoding="utf-8")).split("\n=== ")[1:]]
        for file in sorted(GALLERY.glob("*.txt"))
    }


def write(guide, sources, drawn):
    """A guide of a thousand diagrams: the sources one after the other, again and again."""
    content = guide / "content"
    content.mkdir(parents=True)
    each = DIAGRAMS // PAGES
    for page in range(PAGES):
        fences = [f"```mermaid\n{sources[number % len(sources)]}\n```\n"
                  for number in range(page * each, page * each + each)]
        name = "index" if page == 0 else f"page-{page}"
        (content / f"{name}.md").write_text(f"# Page {page}\n\n" + "\n".join(fences), encoding="utf-8")
    # The sources of the gallery link to pages that are not there.
    (guide / "turnbook.yml").write_text(
        f"name: Diagrams\ndialect:\n  diagrams: {str(drawn).lower()}\n", encoding="utf-8")


def main():
    program = Path(sys.argv[1]).resolve()
    kinds = gallery()
    every = [source for sources in kinds.values() for source in sources]
    with tempfile.TemporaryDirectory() as folder:
        guides = {"as code": (every, False), "drawn": (every, True)}
        guides |= {kind: (sources, True) for kind, sources in kinds.items()}
        for name, (sources, drawn) in guides.items():
            write(Path(folder, name), sources, drawn)
        runs = {name: [] for name in guides}
        for _ in range(ROUNDS):
            for name, taken in runs.items():
                taken.append(timed([program, "build", "--fresh"], Path(folder, name)))
    code = statistics.median(seconds for seconds, _ in runs["as code"])
    print(f"{DIAGRAMS:,} diagrams on {PAGES} pages, medians of {ROUNDS} rounds")
    for name, taken in runs.items():
        wall = statistics.median(seconds for seconds, _ in taken)
        cpu = statistics.median(seconds for _, seconds in taken)
        each = "" if name == "as code" else f"  {(wall - code) / DIAGRAMS * 1e6:6.0f} µs a diagram"
        print(f"{name:>10}  {wall * 1000:6.0f} ms  {cpu * 1000:6.0f} ms CPU{each}")
    if "--keep" in sys.argv[2:]:
        lines = [["what", "round", "diagrams", "seconds", "cpu_seconds"]]
        for name, taken in runs.items():
            lines += [[name, round, DIAGRAMS, f"{wall:.6f}", f"{cpu:.6f}"]
                      for round, (wall, cpu) in enumerate(taken)]
        place = REPOSITORY / "Benchmarks/results" / f"diagrams-{time.strftime('%Y-%m-%d-%H%M%S')}.csv"
        report.write(place, lines, machine.describe(REPOSITORY))
        print(f"every number: {place.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
