"""A guide of many pages, made of real ones: the same bytes on every run and machine.

Every tenth page, and at least one of each, is a technique with a pattern. Each page has a title of
its own and eight links to other pages. The seeds are repeated in folders of their own, so that their
relative links lead where they led before; what they link to and the last copy lacks is taken from
the first. Images are there as empty files.
"""

import json
import os
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from seeds import TARGET, Seed, real_pages, target_of, technique_pages, with_title

LINKS = 8
# Raised when the pages that come out change, so that nobody measures an old corpus.
VERSION = 3
START = "index.md"
# Findings about what the authors of the real pages wrote, which would be told once for each copy.
CONFIGURATION = """\
name: Benchmark
url: https://example.org/guide/
platforms: [claude, openai, gemini, m365-copilot]
check:
  rules:
"""
FAULTS = "TB-P008 TB-L014 TB-L015 TB-L016 TB-M002 TB-M012 TB-M017 TB-M020 TB-M023 TB-S025".split()


@dataclass(frozen=True)
class Corpus:
    folder: Path
    pages: int
    size: int  # bytes of Markdown
    real: str  # a page without a pattern, from the content folder
    technique: str  # one with a pattern

    @property
    def content(self) -> Path:
        return self.folder / "content"


def make(repository: Path, place: Path, pages: int) -> Corpus:
    """A guide of as many pages, in `place`."""
    techniques = technique_pages(repository)
    share = max(pages // 10, len(techniques))
    # One page is the start page.
    return write(place, f"guide-{pages}", real_pages(repository), pages - 1 - share, techniques, share)


def make_patterns(repository: Path, place: Path, patterns: int) -> Corpus:
    """A guide of technique pages only."""
    return write(place, f"patterns-{patterns}", [], 0, technique_pages(repository), patterns)


def write(
    place: Path, name: str, real: list[Seed], reals: int, techniques: list[Seed], share: int
) -> Corpus:
    """Writes the guide unless it is there."""
    sources = copies(real, reals) + copies(techniques, share)
    paths = [f"{copy:04}/{seed.name}" for copy, seed in sources]
    folder = place / f"{name}-v{VERSION}"
    stamp = place / f"{folder.name}.json"
    wanted = {"version": VERSION, "pages": len(paths) + 1, "seeds": len(real)}
    if not stamp.is_file():
        if folder.exists():
            sys.exit(f"{folder} is incomplete; move it away or set TURNBOOK_BENCH to a new folder")
        wanted["size"] = write_pages(folder / "content", sources, paths)
        text = CONFIGURATION + "".join(f"    {code}: off\n" for code in FAULTS)
        (folder / "turnbook.yml").write_text(text)
        stamp.write_text(json.dumps(wanted))
    found = json.loads(stamp.read_text())
    if {**found, **wanted} != found:
        sys.exit(f"{folder} is of another kind; move it away or set TURNBOOK_BENCH to a new folder")
    return Corpus(folder, len(paths) + 1, found["size"], paths[0], paths[-1])


def copies(seeds: list[Seed], count: int) -> list[tuple[int, Seed]]:
    return [(index // len(seeds), seeds[index % len(seeds)]) for index in range(count)]


def write_pages(content: Path, sources: list[tuple[int, Seed]], paths: list[str]) -> int:
    known = set(paths)
    titles = [f"{seed.title} {index}" for index, (_, seed) in enumerate(sources)]
    chance = random.Random(len(paths))
    size = write_file(content / START, "# Start\n\nA guide of many pages.\n")
    for (copy, seed), path, title in zip(sources, paths, titles):
        folder = os.path.dirname(path)
        others = (chance.randrange(len(paths)) for _ in range(LINKS))
        links = "".join(
            f"- [{titles[other]}]({os.path.relpath(paths[other], folder)})\n" for other in others)
        id = path.removesuffix(".md").replace("/", "-")
        text = linked(with_title(seed, title, id), seed, copy, known).rstrip()
        size += write_file(content / path, f"{text}\n\n## Other pages\n\n{links}")
        for name in seed.files:
            file = content / f"{copy:04}" / name
            if not file.exists():
                write_file(file, "")
    return size


def linked(text: str, seed: Seed, copy: int, known: set[str]) -> str:
    """The page with its links to pages that are not in its copy led elsewhere."""
    if all(f"{copy:04}/{name}" in known for name in seed.pages):
        return text
    folder = os.path.dirname(f"{copy:04}/{seed.name}")

    def settled(match: re.Match) -> str:
        target = target_of(seed.name, match)
        if not target or target not in seed.pages or f"{copy:04}/{target}" in known:
            return match[0]
        if f"0000/{target}" in known:
            return match["before"] + os.path.relpath(f"0000/{target}", folder) + (match["anchor"] or "")
        return match["before"] + os.path.relpath(START, folder)

    return TARGET.sub(settled, text)


def write_file(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode())
