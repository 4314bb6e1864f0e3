"""Measures Turnbook beside a C loop over libcmark and beside its peers, interleaved in one run.

Started by `make bench`. The pages and the sites stay where they are for the next run: on a file
system that has lost many files, creating new ones takes far longer.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import corpus
import report
import serving
import weight
from bars import LARGEST, rows
from builds import Builds
from filling import Filling
from machine import describe, free_bytes
from measure import Stopwatch
from programs import Programs, peers, versions
from real_site import RealSite
from record import SITE, USUAL, Record
from seeds import folder_of_real_pages

REPOSITORY = Path(__file__).resolve().parent.parent
PEERS = REPOSITORY / ".build" / "bench" / "peers"
OWN = "the project's guide"
SIZES = [150, 1_000, USUAL]
# Guides up to this size take part three times in each round: their runs are short.
SMALL = 1_000
# Bytes a page, of twice its Markdown and the memory of a build, and of the sites of a round.
SPACE = 85_000
SITES = 90_000


def main() -> None:
    options = arguments()
    session = options.place / "sites" / time.strftime("%Y%m%d-%H%M%S")
    session.mkdir(parents=True)
    programs = Programs(
        turnbook=options.turnbook, turn=options.turnbook.with_name("turn"), loop=options.loop,
        stopwatch=Stopwatch(options.stopwatch, session / "said.txt"), jobs=2, **peers(PEERS))
    record = Record()
    own = session / "turnbook"
    programs.stopwatch.run([programs.turnbook, "build", REPOSITORY, "--output", own])
    guide = run(options, session, programs, record)
    report.print_runs(record)
    report.print_stages(record, record.guides()[-1])
    report.print_stages(record, SITE)

    pages = [weight.page(OWN, own, "index.html"), weight.heaviest_page(OWN, own)]
    pages += [weight.page(f"{guide.corpus.pages:,} pages", guide.site, page)
              for page in usual_pages(guide.site)]
    searches = weight.searches(guide.site)
    report.print_weights(pages, searches)
    found = rows(record, pages, searches)
    report.print_bars(found)
    circumstances = describe(REPOSITORY) + versions(PEERS)
    kept = report.keep(
        REPOSITORY / "Benchmarks" / "results", record, found, pages, searches, circumstances)
    print(f"\nevery number: {', '.join(str(path.relative_to(REPOSITORY)) for path in kept)}")
    if options.readme:
        report.write_readme(REPOSITORY / "README.md", found)
    if options.clean:
        shutil.rmtree(options.place)


def run(
    options: argparse.Namespace, session: Path, programs: Programs, record: Record
) -> Builds:
    """Runs everything, round by round; returns the largest of the usual guides."""
    guides = [
        Builds(corpus.make(REPOSITORY, options.place, size), session, programs, record)
        for size in sizes_that_fit(options)
    ]
    others = [Filling(REPOSITORY, options.place, session, programs, record)]
    material = folder_of_real_pages(REPOSITORY)
    if material:
        others.append(RealSite(material, options.place, session, programs, record))
    for round in range(options.rounds):
        print(f"round {round + 1} of {options.rounds}", flush=True)
        for guide in guides:
            # One round of it is longer than all of everything else, and leaves a site of gigabytes.
            if not guide.is_usual and round > 0:
                continue
            for _ in range(3 if guide.corpus.pages <= SMALL else 1):
                guide.round()
        for other in others:
            other.round()
    largest = [guide for guide in guides if guide.is_usual][-1]
    if serving.exists(programs):
        serving.measure(largest.corpus, session, programs, record)
    return largest


def arguments() -> argparse.Namespace:
    def given(name: str) -> bool:
        return os.environ.get(name, "") not in {"", "0"}

    memory = Path("/dev/shm")
    usual = memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    place = os.environ.get("TURNBOOK_BENCH") or usual / "turnbook-bench"
    parser = argparse.ArgumentParser(prog="bench.sh", description=__doc__)
    parser.add_argument("--turnbook", required=True, type=Path)
    parser.add_argument("--loop", required=True, type=Path)
    parser.add_argument("--stopwatch", required=True, type=Path)
    parser.add_argument("--full", action="store_true", default=given("FULL"),
                        help=f"{LARGEST:,} pages too")
    parser.add_argument("--pages", default=os.environ.get("PAGES", ""),
                        help="the sizes of the guides, such as '150 1000'")
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("ROUNDS") or 3))
    parser.add_argument("--readme", action="store_true", default=given("README"),
                        help="write the table into README.md")
    parser.add_argument("--clean", action="store_true", default=given("CLEAN"),
                        help="remove the pages and the sites at the end")
    parser.add_argument("--place", type=Path, default=Path(place))
    options = parser.parse_args()
    chosen = [int(size) for size in options.pages.split()]
    options.pages = sorted(chosen or SIZES + [LARGEST] * options.full)
    if options.pages[0] > USUAL:
        sys.exit(f"one of the guides has to have {USUAL:,} pages or fewer")
    return options


def sizes_that_fit(options: argparse.Namespace) -> list[int]:
    free = free_bytes(options.place)
    fitting = []
    for size in options.pages:
        rounds = options.rounds * (3 if size <= SMALL else 1) if size <= USUAL else 1
        needed = size * (SPACE + SITES * rounds)
        if needed > free:
            print(f"{size:,} pages are left out: they take {needed / 1e9:.1f} GB, and {options.place} "
                  f"has {free / 1e9:.1f} GB left", flush=True)
            continue
        fitting.append(size)
        free -= needed
    return fitting or sys.exit("nothing fits: set TURNBOOK_BENCH to a folder with more room")


def usual_pages(site: Path) -> list[str]:
    """The start page, and of those without and with a pattern the one that is as large as most."""
    return [
        "index.html",
        weight.middle_page(site, "[0-9]*/[!t]*/*/index.html"),
        weight.middle_page(site, "[0-9]*/techniques/*/index.html"),
    ]


if __name__ == "__main__":
    main()
