"""Compares a site that the real mkdocs built with one that turnbook built of the same guide.

Usage: mkdocs_site.py THEIRS OURS. Prints a JSON object: the addresses that only one of them has,
and for each page of both the anchors that only one of them has. Ids that begin with two
underscores are left out: MkDocs' themes make them for their own scripts.
"""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path

VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Anchors(HTMLParser):
    """The ids inside the page's own text: Material's content, mkdocs' main part, our article."""

    def __init__(self):
        super().__init__()
        self.depth = 0
        self.ids = set()
        self.headings = set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if self.depth == 0:
            classes = (attributes.get("class") or "").split()
            if (
                tag != "article"
                and attributes.get("role") != "main"
                and "md-content" not in classes
            ):
                return
            self.depth = 1
            return
        if tag not in VOID:
            self.depth += 1
        name = attributes.get("id")
        if name and not name.startswith("__"):
            self.ids.add(name)
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                self.headings.add(name)

    def handle_endtag(self, tag):
        if self.depth and tag not in VOID:
            self.depth -= 1


def pages(folder):
    found = {}
    for path in sorted(Path(folder).rglob("*.html")):
        parser = Anchors()
        parser.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(folder).as_posix()] = parser
    return found


theirs, ours = pages(sys.argv[1]), pages(sys.argv[2])
both = sorted(theirs.keys() & ours.keys())
print(
    json.dumps(
        {
            "onlyTheirs": sorted(theirs.keys() - ours.keys()),
            "onlyOurs": sorted(ours.keys() - theirs.keys()),
            "pages": len(both),
            "anchors": sum(len(theirs[page].ids) for page in both),
            "missing": sorted(
                f"{page}#{name}" for page in both for name in theirs[page].ids - ours[page].ids
            ),
            "extra": sorted(
                f"{page}#{name}"
                for page in both
                for name in ours[page].headings - theirs[page].ids
            ),
        },
        ensure_ascii=False,
    )
)
