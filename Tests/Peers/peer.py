"""What Python-Markdown and pymdown-extensions make of pages, for tests to compare with.

Reads a JSON list of cases and writes a JSON list of answers:
  structure: {"markdown", "html"} -> {"ours", "theirs"}, the blocks of both as lists of events
  counts:    {"markdown", "html"} -> {"ours", "theirs"}, how many blocks of each kind both have
  slugs:     text -> the anchor of Python-Markdown's table of contents
"""

import json
import sys
from collections import Counter
from html.parser import HTMLParser

import markdown
from markdown.extensions.toc import slugify

LISTS = {"ul", "ol", "li", "blockquote", "table"}
TEXTS = {"p", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "div", "section", "summary", "label"}


class Events(HTMLParser):
    """The containers of a page, opened and closed, with the text between them."""

    def __init__(self):
        super().__init__()
        self.events, self.open, self.text, self.code = [], [], "", False

    def flush(self):
        text = self.text if self.code else " ".join(self.text.split())
        if text:
            self.events.append("code " + text.strip("\n") if self.code else text)
        self.text = ""

    def kind(self, tag, classes):
        if "admonition" in classes and tag == "div":
            return "admonition"
        if tag == "details":
            return "details"
        if tag == "div" and ({"tabs", "tabbed-set"} & classes):
            return "tabs"
        if tag == "div" and "tab" in classes:
            return "panel"
        if tag == "div" and "tabbed-content" in classes:
            return "tab"
        if tag == "pre":
            return "code"
        return tag if tag in LISTS else None

    def handle_starttag(self, tag, attributes):
        if tag in {"br", "img", "hr", "input"}:
            return
        classes = set((dict(attributes).get("class") or "").split())
        kind = self.kind(tag, classes)
        if kind or tag in TEXTS:
            self.flush()
        # Their labels stand before their panels, ours inside.
        if kind and kind != "panel":
            self.events.append("<" + kind)
        if kind == "code":
            self.code = True
        if tag == "p" and "tab-label" in classes:
            kind = "label"
        self.open.append((tag, kind))

    def handle_endtag(self, tag):
        if all(name != tag for name, _ in self.open):
            return
        while self.open:
            name, kind = self.open.pop()
            if kind or name in TEXTS:
                self.flush()
            if kind == "code":
                self.code = False
            if kind == "label":
                self.events.append("<tab")
            elif kind:
                self.events.append(">" + ("tab" if kind == "panel" else kind))
            if name == tag:
                break

    def handle_data(self, data):
        self.text += data


def events(html):
    parser = Events()
    parser.feed(html)
    parser.close()
    parser.flush()
    return parser.events


def counts(html):
    kinds = {"<admonition", "<details", "<tabs", "<tab", "<table", "<code"}
    return dict(Counter(event[1:] for event in events(html) if event in kinds))


def html(text):
    return markdown.markdown(
        text,
        extensions=[
            "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables",
            "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences", "pymdownx.tabbed",
            "pymdownx.tasklist",
        ],
        extension_configs={
            "pymdownx.highlight": {"linenums_style": "inline"},
            "pymdownx.superfences": {
                "custom_fences": [
                    {"name": "mermaid", "class": "mermaid", "format": lambda source, *_, **__: f"<pre>{source}</pre>"}
                ]
            },
        },
    )


def answer(mode, case):
    if mode == "slugs":
        return slugify(case, "-")
    judge = events if mode == "structure" else counts
    return {"ours": judge(case["html"]), "theirs": judge(html(case["markdown"]))}


if __name__ == "__main__":
    json.dump([answer(sys.argv[1], case) for case in json.load(sys.stdin)], sys.stdout)
