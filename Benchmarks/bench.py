"""Measures `turnbook build` beside the C loop, interleaved, and prints a table of medians.

Started by `make bench`. The pages and the sites stay where they are for the next run: on a file
system that has lost many files, creating new ones takes far longer. Every run's numbers go to
Benchmarks/results/ as CSV.
"""

import argparse
import csv
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import corpus
from machine import describe
from measure import Run, run

REPOSITORY = Path(__file__).resolve().parent.parent
LOOP = "C loop"
RENDER = "turnbook, before writing"
FIRST = "turnbook, everything written"
AGAIN = "turnbook, nothing changed"


def main() -> None:
    options = arguments()
    place = options.place
    place.mkdir(parents=True, exist_ok=True)
    guide = corpus.make(corpus.find_seeds(REPOSITORY), place, options.pages)
    pages = sorted(guide.glob("content/**/*.md"))
    size = sum(page.stat().st_size for page in pages)
    print(f"{len(pages)} pages, {size / 1e6:.1f} MB of Markdown in {guide}", flush=True)

    runs = {LOOP: [], RENDER: [], FIRST: [], AGAIN: []}
    commands = programs(options, place, guide, pages)
    for round in range(options.rounds):
        print(f"round {round + 1} of {options.rounds}", flush=True)
        for name, program in commands.items():
            runs[name].append(program(round))
    table(runs, len(pages), size)
    stages(runs)
    keep(runs, len(pages), size)


def arguments() -> argparse.Namespace:
    memory = Path("/dev/shm")
    usual = memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--turnbook", required=True)
    parser.add_argument("--loop", required=True)
    parser.add_argument("--pages", type=int, default=int(os.environ.get("PAGES", "10000")))
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("ROUNDS", "5")))
    parser.add_argument("--jobs", default="2")
    parser.add_argument(
        "--place", type=Path, default=os.environ.get("TURNBOOK_BENCH", usual / "turnbook-bench"))
    options = parser.parse_args()
    options.place = Path(options.place)
    return options


def programs(options: argparse.Namespace, place: Path, guide: Path, pages: list[Path]) -> dict:
    """What is measured, by name; each takes the number of the round."""
    listing = place / f"{guide.name}.txt"
    listing.write_text("".join(f"{page}\n" for page in pages))
    session = place / "sites" / time.strftime("%Y%m%d-%H%M%S")
    session.mkdir(parents=True)
    core = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None

    def build(folder: Path, output: Path) -> Run:
        words = [options.turnbook, "build", str(folder), "--timings", "--jobs", options.jobs]
        return run([*words, "--output", str(output)])

    def render(_: int) -> Run:
        # A build that is blocked does everything but write, so that every error is told at once.
        return expect(build(blocked(place, guide), session / "nothing"), 1)

    return {
        LOOP: lambda _: expect(run([options.loop, str(listing)], core), 0),
        RENDER: render,
        FIRST: lambda round: expect(build(guide, session / str(round)), 0),
        AGAIN: lambda round: expect(build(guide, session / str(round)), 0),
    }


def blocked(place: Path, guide: Path) -> Path:
    """The same guide with a configuration that lets nothing be published."""
    folder = place / f"{guide.name}-blocked"
    folder.mkdir(exist_ok=True)
    if not (folder / "content").is_symlink():
        (folder / "content").symlink_to(guide / "content")
    text = (guide / "turnbook.yml").read_text() + "let_nothing_be_published: true\n"
    (folder / "turnbook.yml").write_text(text)
    return folder


def expect(result: Run, code: int) -> Run:
    if result.code != code:
        sys.exit(f"exit code {result.code} instead of {code}:\n{result.errors[-2000:]}")
    return result


def table(runs: dict[str, list[Run]], pages: int, size: int) -> None:
    print(f"\n{'median of ' + str(len(runs[LOOP])):<30}{'time':>10}{'ratio':>8}{'best':>10}{'ratio':>8}{'CPU':>10}{'ratio':>8}"
          f"{'µs/page':>10}{'ns/byte':>9}{'peak':>10}")
    loop = (middle(runs[LOOP], "seconds"), best(runs[LOOP]), middle(runs[LOOP], "cpu"))
    for name, results in runs.items():
        seconds, least, cpu = middle(results, "seconds"), best(results), middle(results, "cpu")
        # A process starts with its parent's peak, here Python's, which is far above the loop's own.
        peak = "" if name == LOOP else f"{middle(results, 'peak') / 1024:>7.1f} MB"
        print(
            f"{name:<30}{seconds:>8.3f} s{seconds / loop[0]:>8.2f}{least:>8.3f} s{least / loop[1]:>8.2f}"
            f"{cpu:>8.3f} s{cpu / loop[2]:>8.2f}"
            f"{seconds / pages * 1e6:>10.1f}{seconds / size * 1e9:>9.1f}{peak}")


def stages(runs: dict[str, list[Run]]) -> None:
    columns = [RENDER, FIRST, AGAIN]
    names = list(dict.fromkeys(
        stage for name in columns for result in runs[name] for stage in result.stages))
    # "all" ends every list of stages.
    names.sort(key=lambda name: name == "all")
    print(f"\n{'stages, medians':<24}{'before writing':>16}{'written':>12}{'unchanged':>12}")
    for name in names:
        line = f"{name:<24}"
        for column, width in zip(columns, (16, 12, 12)):
            times = [result.stages[name] for result in runs[column] if name in result.stages]
            line += f"{f'{median(times) * 1e3:.0f} ms' if times else '':>{width}}"
        print(line)


def middle(results: list[Run], what: str) -> float:
    return median([getattr(result, what) for result in results])


def best(results: list[Run]) -> float:
    return min(result.seconds for result in results)


def keep(runs: dict[str, list[Run]], pages: int, size: int) -> None:
    folder = REPOSITORY / "Benchmarks" / "results"
    folder.mkdir(exist_ok=True)
    path = folder / time.strftime("build-%Y-%m-%d-%H%M%S.csv")
    with path.open("w", newline="", encoding="utf-8") as file:
        for line in describe(REPOSITORY):
            file.write(f"# {line}\n")
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["what", "round", "pages", "bytes", "seconds", "cpu_seconds", "peak_kb", "stages"])
        for name, results in runs.items():
            for round, result in enumerate(results):
                parts = " ".join(f"{k.replace(' ', '_')}={v:.6f}" for k, v in result.stages.items())
                rows.writerow([name, round, pages, size, f"{result.seconds:.6f}",
                               f"{result.cpu:.6f}", result.peak, parts])
    print(f"\nevery number: {path.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
