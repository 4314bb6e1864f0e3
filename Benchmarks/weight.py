"""What a reader's browser fetches: for the first page of a visit, and for the first search."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from urllib.parse import urljoin, urlsplit

QUESTIONS = [
    "search", "navigation bar", "blog post", "turn", "example", "code annotations", "colour", "plugin",
    "how do I change the logo", "conversation history", "summary", "sponsor", "social cards", "output format",
]
# How often each is asked.
TIMES = 3
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


@dataclass(frozen=True)
class PageWeight:
    page: str  # with a name of its site before it
    compressed: int
    requests: int
    hosts: int  # besides the site's own


@dataclass(frozen=True)
class SearchWeight:
    question: str
    compressed: int
    requests: int
    milliseconds: float


class References(HTMLParser):
    """What a page's template makes a browser fetch; what is in `main` comes from the author."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attributes: list) -> None:
        values = dict(attributes)
        self.is_inside = self.is_inside or tag == "main"
        if self.is_inside:
            return
        if tag == "link" and LOADED & set((values.get("rel") or "").split()):
            self.found.append(values["href"])
        elif tag in {"script", "img"} and values.get("src"):
            self.found.append(values["src"])

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag != "main"


def page(name: str, site: Path, path: str) -> PageWeight:
    """The weight of a page and all that it loads, each compressed as a server does it."""
    waiting, files, hosts = [path], {}, set()
    while waiting:
        file = waiting.pop()
        if file in files:
            continue
        content = (site / file).read_bytes()
        files[file] = len(gzip.compress(content, 6))
        for reference in references(file, content.decode(errors="replace")):
            parts = urlsplit(reference)
            if parts.netloc:
                hosts.add(parts.netloc)
            elif parts.scheme != "data":
                waiting.append(urljoin(file, parts.path))
    return PageWeight(f"{name}: {path}", sum(files.values()), len(files), len(hosts))


def references(file: str, text: str) -> list[str]:
    if file.endswith(".html"):
        parser = References()
        parser.feed(text)
        return parser.found
    return CSS_URL.findall(text) if file.endswith(".css") else []


def heaviest_page(name: str, site: Path) -> PageWeight:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return max((page(name, site, path) for path in paths), key=lambda each: each.compressed)


def middle_page(site: Path, part: str) -> str:
    """The page of a folder, by the start of its name, that is as large as most."""
    pages = sorted(site.glob(part), key=lambda each: (each.stat().st_size, each))
    return pages[len(pages) // 2].relative_to(site).as_posix()


def searches(site: Path) -> list[SearchWeight]:
    """What each question fetches and how long it takes if it is the first; none without node."""
    node = shutil.which("node")
    if not node:
        return []
    reader = Path(__file__).with_name("search.mjs")
    script = next(site.glob("assets/search.*.js"))
    found = []
    for question in QUESTIONS:
        words = [node, reader, script, site, question]
        # A process for each: no question profits from what another has made warm.
        told = [subprocess.run(words, capture_output=True, text=True, check=True) for _ in range(TIMES)]
        answers = [json.loads(each.stdout) for each in told]
        if not answers[0]["pages"]:
            sys.exit(f"the search finds nothing for {question!r}")
        time = median(answer["milliseconds"] for answer in answers)
        found.append(SearchWeight(question, answers[0]["compressed"], answers[0]["files"], time))
    return found
