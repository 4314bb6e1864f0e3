"""A guide of many pages, made of real ones: the same bytes on every run and machine.

Each page is one of the seeds with a title of its own and eight links to other pages. The seeds are
repeated in folders of their own, so that their relative links lead where they led before. What such
a link leads to and the seeds lack (an image, a generated page) is there as an empty file.
"""

import json
import os
import random
import re
import sys
from pathlib import Path

LINKS = 8
# Raised when the pages that come out change, so that nobody measures an old corpus.
VERSION = 2

TITLE = re.compile(r"^(title:\s*|# )(.+)$", re.MULTILINE)
# What only MkDocs's plugins or a theme's own template give: it would measure the printing of findings.
UNKNOWN = [
    (re.compile(r"(?<=\.md)/?#(?:config|meta|option|\+)[\w.+-]+"), ""),
    (re.compile(r"(?<=\.md)/?#(?:using-grids|logo-image|logo-icon-bundled|advanced-settings"
                r"|instant-loading)\b"), ""),
    (re.compile(r"(\]: *|\]\()#(?:\+[\w.:]+|example|anchor-links--or-even-me)\b"), r"\1#other-pages"),
    (re.compile(r"\]\[(?:mkdocs|config|meta|option)\.[\w.+-]+\]"), "]"),
    (re.compile(r"^template: .*\n", re.MULTILINE), ""),
    (re.compile(r"^( *!!!) (?:classic|pied-piper)\b", re.MULTILINE), r"\1 note"),
]
TARGET = re.compile(r"\]\(([^)\s#]+)|^\s*\[[^\]^]+\]:\s+([^\s#]+)|\bsrc=\"([^\"#]+)", re.MULTILINE)


def find_seeds(repository: Path) -> Path:
    shared = repository.parent / "shared" / "corpora" / "material-docs" / "docs"
    return shared if shared.is_dir() else repository / "content"


def make(seeds: Path, place: Path, pages: int) -> Path:
    """Writes the guide into a folder of `place` unless it is there, and returns that folder.

    It has at least as many pages as asked for: only whole copies of the seeds keep all their links.
    """
    names = sorted(str(path.relative_to(seeds)) for path in seeds.rglob("*.md"))
    if not names:
        sys.exit(f"no pages in {seeds}")
    pages = -(-pages // len(names)) * len(names)
    guide = place / f"guide-{pages}"
    stamp = place / f"guide-{pages}.json"
    wanted = {"version": VERSION, "seeds": str(seeds), "names": len(names), "pages": pages}
    if stamp.is_file() and json.loads(stamp.read_text()) == wanted:
        return guide
    if guide.exists():
        sys.exit(f"{guide} is of another kind; move it away or set TURNBOOK_BENCH to a new folder")
    content = guide / "content"
    texts = [known((seeds / name).read_text(encoding="utf-8")) for name in names]
    width = len(str(pages // len(names)))
    paths = [f"{i // len(names):0{width}}/{names[i % len(names)]}" for i in range(pages)]
    titles = [f"{title_of(texts[i % len(names)], names[i % len(names)])} {i}" for i in range(pages)]
    chance = random.Random(pages)
    for index, path in enumerate(paths):
        text = with_title(texts[index % len(names)], titles[index])
        folder = os.path.dirname(path)
        links = (chance.randrange(pages) for _ in range(LINKS))
        see_also = "".join(
            f"- [{titles[to]}]({os.path.relpath(paths[to], folder)})\n" for to in links)
        write(content / path, f"{text.rstrip()}\n\n## Other pages\n\n{see_also}")
    write(content / "index.md", "# Start\n\nA guide of many pages.\n")
    fill_gaps(content, paths, texts)
    write(guide / "turnbook.yml", "name: Benchmark\nurl: https://example.org/guide/\n")
    stamp.write_text(json.dumps(wanted))
    return guide


def known(text: str) -> str:
    for pattern, replacement in UNKNOWN:
        text = pattern.sub(replacement, text)
    return text


def title_of(text: str, name: str) -> str:
    found = TITLE.search(text)
    title = found.group(2) if found else Path(name).stem
    return re.sub(r"[^\w .,-]", "", title).strip() or Path(name).stem


def with_title(text: str, title: str) -> str:
    found = TITLE.search(text)
    if not found:
        return f"# {title}\n\n{text}"
    return text[: found.start()] + found.group(1) + title + text[found.end() :]


def fill_gaps(content: Path, paths: list[str], texts: list[str]) -> None:
    for index, path in enumerate(paths):
        folder = (content / path).parent
        for match in TARGET.finditer(texts[index % len(texts)]):
            target = next(group for group in match.groups() if group)
            if "://" in target or target.startswith(("mailto:", "/", "data:", "$")):
                continue
            file = Path(os.path.normpath(folder / target))
            if content in file.parents and file.suffix and not file.exists():
                write(file, "# Elsewhere\n" if file.suffix == ".md" else "")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
