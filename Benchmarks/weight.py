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
from urllib.parse import urljoin, urlsplit

QUESTIONS = [
    "search", "navigation bar", "blog post", "turn", "example", "code annotations", "colour", "plugin",
    "how do I change the logo", "conversation history", "summary", "sponsor", "social cards", "output format",
]
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


@dataclass(frozen=True)
class PageWeight:
    page: str
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
    """What a browser fetches to show a page; images too, scripts that are data not."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        values = dict(attributes)
        if tag == "link" and LOADED & set((values.get("rel") or "").split()):
            self.found.append(values["href"])
        elif tag in {"script", "img", "iframe", "source", "video", "audio"} and values.get("src"):
            self.found.append(values["src"])


def page(site: Path, path: str) -> PageWeight:
    """The weight of a page and all that it loads, each compressed as a server does it."""
    waiting, files, hosts = [path], {}, set()
    while waiting:
        name = waiting.pop()
        if name in files:
            continue
        content = (site / name).read_bytes()
        files[name] = len(gzip.compress(content, 6))
        for reference in references(name, content.decode(errors="replace")):
            parts = urlsplit(reference)
            if parts.netloc:
                hosts.add(parts.netloc)
            elif parts.scheme != "data":
                waiting.append(urljoin(name, parts.path))
    return PageWeight(path, sum(files.values()), len(files), len(hosts))


def references(name: str, text: str) -> list[str]:
    if name.endswith(".html"):
        parser = References()
        parser.feed(text)
        return parser.found
    return CSS_URL.findall(text) if name.endswith(".css") else []


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
        # A process for each: no question profits from what another has made warm.
        words = [node, reader, script, site, question]
        told = subprocess.run(words, capture_output=True, text=True, check=True)
        answer = json.loads(told.stdout)
        if not answer["pages"]:
            sys.exit(f"the search finds nothing for {question!r}")
        found.append(SearchWeight(
            question, answer["compressed"], answer["files"], answer["milliseconds"]))
    return found
