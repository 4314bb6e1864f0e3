"""What parsers of others see in our pictures of conversations, for tests to compare with.

Reads a JSON list of files and writes a JSON list of answers:
  svg:  Python's own parser of XML: the boxes with their names and texts, what lies outside of its box,
        and the elements and the attributes with addresses that there are
  html: html5lib, which reads as browsers do: the messages with their classes and texts, how deep parts
        that open lie in each other, and the elements and the attributes with addresses that there are
"""

import json
import sys
import xml.etree.ElementTree as tree

import html5lib

SVG = "{http://www.w3.org/2000/svg}"
ADDRESSES = {"href", "src", "xlink:href", "{http://www.w3.org/1999/xlink}href", "action", "style"}


def number(element, name):
    return float(element.get(name) or 0)


def outside(element, width, height, found):
    """Names what is not inside a box of this size."""
    for child in element:
        name = child.tag.removeprefix(SVG)
        x, y = number(child, "x"), number(child, "y")
        if name == "svg":
            inner = number(child, "width"), number(child, "height")
            if x < 0 or y < 0 or x + inner[0] > width or y + inner[1] > height:
                found.append(f"box {child.get('aria-label')}")
            outside(child, *inner, found)
        elif name == "rect" and child.get("class") != "ground":
            if x < 0 or y < 0 or x + number(child, "width") > width or y + number(child, "height") > height:
                found.append(f"rect at {x} {y}")
        elif name == "text":
            if not (0 <= x <= width and 0 <= y <= height):
                found.append(f"text at {x} {y}: {child.text}")
        elif name == "circle":
            if not (0 <= number(child, "cx") <= width and 0 <= number(child, "cy") <= height):
                found.append("circle")
        else:
            outside(child, width, height, found)


def svg(text):
    root = tree.fromstring(text.encode())
    assert root.tag == SVG + "svg"
    found = []
    outside(root, number(root, "width"), number(root, "height"), found)
    boxes = []
    for box in root.iter(SVG + "svg"):
        if box is root:
            continue
        shape = box.find(SVG + "rect")
        texts = ["".join(group.itertext()) for group in box.findall(SVG + "g")]
        boxes.append({"name": box.get("aria-label"), "look": shape.get("class"), "texts": texts})
    return {
        "title": root.findtext(SVG + "title"),
        "description": root.findtext(SVG + "desc"),
        "width": number(root, "width"),
        "boxes": boxes,
        "words": [element.text for element in root.iter(SVG + "text")],
        "outside": found,
        "elements": sorted({element.tag.removeprefix(SVG) for element in root.iter()}),
        "addresses": [value for element in root.iter() for name, value in element.items() if name in ADDRESSES],
    }


def depth(element):
    own = 1 if element.tag == "details" else 0
    return own + max((depth(child) for child in element), default=0)


def html(text):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(text)
    messages = []
    for article in root.iter("article"):
        texts = [part for part in article if part.get("class") == "text"]
        messages.append(
            {
                "id": article.get("id"),
                "look": article.get("class"),
                "texts": ["".join(part.itertext()) for part in texts],
            }
        )
    policies = [meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv")]
    return {
        "title": root.findtext("head/title"),
        "policy": "".join(policies),
        "style": "".join(style.text for style in root.iter("style")),
        "messages": messages,
        "marks": ["".join(mark.itertext()) for mark in root.iter("p") if "mark" in (mark.get("class") or "").split()],
        "parts": ["".join(part.itertext()) for part in root.iter("summary")],
        "depth": depth(root),
        "elements": sorted({str(element.tag).split("}")[-1] for element in root.iter()}),
        "addresses": [value for element in root.iter() for name, value in element.items() if name in ADDRESSES],
    }


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    answer = {"svg": svg, "html": html}[sys.argv[1]]
    json.dump([answer(file) for file in json.load(sys.stdin)], sys.stdout)
