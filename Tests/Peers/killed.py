"""Kills a build over an existing site at random moments: afterwards the site is the old one or the new one,
whole, and the next build makes the new one. Then builds of two guides into one folder at the same time, some
of them killed: the site is that of one of them, whole.

    python3 killed.py TURNBOOK [TIMES]
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGES = 400


def write(guide: Path, word: str) -> None:
    """A guide whose every page says the word; its pages link to their neighbours."""
    content = guide / "content"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    (guide / "turnbook.yml").write_text("name: Guide\n")
    (content / "index.md").write_text(f"# Home\n\n{word}\n")
    for page in range(PAGES):
        # Every tenth page is only in one of the two.
        if page % 10 or (page // 10) % 2 == (word == "new"):
            near = page - page % 10 + 1
            (content / f"page-{page}.md").write_text(f"# Page {page}\n\n{word} [near](page-{near}.md)\n")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".turnbook-")}


def is_left(place: Path) -> list[str]:
    """What a build leaves beside its site only while it works."""
    return [name for name in os.listdir(place) if "turnbook-" in name and "cache" not in name]


def kill(program: str, place: Path, times: int) -> None:
    sites, guide = {}, place / "guide"
    build = [program, "build", "--fresh", "--quiet", str(guide), "--output", str(guide / "site")]
    took = 0.0
    for word in ("old", "new"):
        write(guide, word)
        start = time.monotonic()
        subprocess.run(build, check=True)
        took = max(took, time.monotonic() - start)
        sites[word] = tree(guide / "site")
    found = {"old": 0, "new": 0}
    for number in range(times):
        word = ("old", "new")[number % 2]
        write(guide, word)
        process = subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, took * 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = tree(guide / "site")
        which = next((name for name, site in sites.items() if site == now), None)
        if which is None:
            sys.exit(f"after kill {number} the site is neither the old one nor the new one")
        found["new" if which == word else "old"] += 1
        subprocess.run(build, check=True)
        if tree(guide / "site") != sites[word]:
            sys.exit(f"after kill {number} the next build does not make the site")
        left = is_left(guide)
        if left:
            sys.exit(f"after kill {number} and a build there is still {left}")
    print(f"{times} builds killed: {found['old']} left the old site, {found['new']} the new one")


def pair(program: str, place: Path, times: int) -> None:
    """Two guides, each with a folder of its own, and one output that both write."""
    output, sites, took = place / "out" / "site", {}, 0.0
    output.parent.mkdir()
    words = ("old", "new")
    builds = {word: [program, "build", "--fresh", "--quiet", str(place / word), "--output", str(output)] for word in words}
    for word in words:
        write(place / word, word)
        start = time.monotonic()
        subprocess.run(builds[word], check=True)
        took = max(took, time.monotonic() - start)
        sites[word] = tree(output)
    ends = {"both": 0, "one": 0, "none": 0}
    for number in range(times):
        running = []
        for word in random.sample(words, 2):
            running.append(subprocess.Popen(builds[word], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
            time.sleep(random.uniform(0, took / 2))
        # A third of the pairs is left alone, of a third one is killed, of a third both.
        killed = running[:number % 3]
        for process in killed:
            time.sleep(random.uniform(0, took))
            process.send_signal(signal.SIGKILL)
        errors = [process.communicate()[1].decode() for process in running]
        for process, error in zip(running, errors):
            if process.returncode and not (process in killed and process.returncode == -signal.SIGKILL):
                sys.exit(f"pair {number}: a build ends with {process.returncode}: {error}")
        ends[("none", "one", "both")[sum(process.returncode == 0 for process in running)]] += 1
        if tree(output) not in sites.values():
            sys.exit(f"after pair {number} the site is that of neither guide")
        subprocess.run(builds[words[number % 2]], check=True)
        if tree(output) != sites[words[number % 2]]:
            sys.exit(f"after pair {number} the next build does not make the site")
        left = is_left(output.parent)
        if left:
            sys.exit(f"after pair {number} and a build there is still {left}")
    print(f"{times} pairs of builds into one folder: of {ends['both']} both ended well, of {ends['one']} one,"
          f" of {ends['none']} none; the site was always that of one of them")


def main() -> None:
    program = os.path.abspath(sys.argv[1])
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    place = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    random.seed(7)
    try:
        kill(program, place, times)
        pair(program, place, times)
    finally:
        shutil.rmtree(place, ignore_errors=True)


main()
