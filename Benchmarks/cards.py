"""Measures what social cards cost: the project's own guide without them, with all to be drawn, and with all of them there.

python3 -B Benchmarks/cards.py PROGRAM [--keep]

Prints the median of five rounds, what a card costs, and how large cards are. --keep writes every number to
Benchmarks/results.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import machine
import report
from measure import timed

REPOSITORY = Path(__file__).resolve().parent.parent
ROUNDS = 5


def main():
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        shutil.copytree(REPOSITORY / "content", folder / "content")
        text = (REPOSITORY / "turnbook.yml").read_text(encoding="utf-8") + "\nurl: https://example.org/guide/\n"
        runs = {"no cards": [], "every card drawn": [], "every card kept": []}
        for _ in range(ROUNDS):
            for name, taken in runs.items():
                cards = "false" if name == "no cards" else "true"
                (folder / "turnbook.yml").write_text(f"{text}social_cards: {cards}\n", encoding="utf-8")
                if name != "every card kept":
                    shutil.rmtree(folder / "site", ignore_errors=True)
                taken.append(timed([program, "build", "--fresh"], folder))
        sizes = [file.stat().st_size for file in (folder / "site/assets/cards").glob("*.png")]
    if not sizes:
        sys.exit("no card was drawn: is libpangocairo-1.0-0 installed?")
    without = {place: statistics.median(run[place] for run in runs["no cards"]) for place in (0, 1)}
    print(f"{len(sizes)} cards, medians of {ROUNDS} rounds")
    for name, taken in runs.items():
        wall, cpu = (statistics.median(run[place] for run in taken) for place in (0, 1))
        each = "" if name == "no cards" else f"  {(cpu - without[1]) / len(sizes) * 1e3:6.2f} ms CPU a card"
        print(f"{name:>16}  {wall * 1000:6.0f} ms  {cpu * 1000:6.0f} ms CPU{each}")
    print(f"bytes a card: {statistics.median(sizes):.0f} in the middle, {max(sizes)} at most, {sum(sizes)} in all")
    if "--keep" in sys.argv[2:]:
        lines = [["what", "round", "cards", "bytes", "seconds", "cpu_seconds"]]
        for name, taken in runs.items():
            lines += [[name, round, len(sizes), sum(sizes), f"{wall:.6f}", f"{cpu:.6f}"]
                      for round, (wall, cpu) in enumerate(taken)]
        place = REPOSITORY / "Benchmarks/results" / f"cards-{time.strftime('%Y-%m-%d-%H%M%S')}.csv"
        report.write(place, lines, machine.describe(REPOSITORY))
        print(f"every number: {place.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
