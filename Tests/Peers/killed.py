"""Kills a build over an existing site at random moments: afterwards the site is the old one or the new one,
whole, and the next build makes the new one.

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


def main() -> None:
    program = os.path.abspath(sys.argv[1])
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    place = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    random.seed(7)
    try:
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
            left = [name for name in os.listdir(guide) if "staging" in name]
            if left:
                sys.exit(f"after kill {number} and a build there is still {left}")
        print(f"{times} builds killed: {found['old']} left the old site, {found['new']} the new one")
    finally:
        shutil.rmtree(place, ignore_errors=True)


main()
