"""What a browser's reading of HTML makes of rendered pages, for tests of what may stand in them.

Reads a JSON list of page bodies and writes a JSON list of lists of texts:
  attacks: what in the page could run, load or lead where it must not, and what it broke around it
  texts:   the text of each block of code
  policy:  what in a whole page a Content-Security-Policy without 'unsafe-inline' would stop, and what it would load
           from elsewhere
  data:    the JSON-LD of a whole page, each as one line of JSON with its keys sorted
"""

import json
import re
import sys

import html5lib

ELEMENTS = set(
    "a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em"
    " figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small"
    " source span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split())
ATTRIBUTES = set(
    "abbr align alt aria-hidden aria-label cite class colspan data-language data-line datetime dir headers height href"
    " id lang loading media name open rel reversed rowspan scope sizes span src srcset start target title type valign"
    " value width".split())
# What our own tasks are.
CHECKBOX = {"type", "disabled", "checked", "aria-label"}
# Classes of the frame of a page, which body text must not take.
FRAME = {"skip", "unseen", "copy", "bar", "frame", "navigation", "contents", "imprint", "tool"}
NAMES = {"location", "document", "body", "__proto__", "getElementById", "attributes"}
FRAME_HTML = (
    '<!doctype html><html><head><title>t</title></head><body><header id="Top">h</header><main id="Main">'
    '<article id="Article">{}</article></main><footer id="Footer">f</footer></body></html>')


def document(body):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    return parser.parse(FRAME_HTML.format(body))


def scheme(url):
    """The scheme as a browser sees it: without control characters around it, tabs and line ends anywhere."""
    text = re.sub(r"[\t\r\n]", "", url.strip("".join(map(chr, range(0x21)))))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", text)
    return (found.group(1).lower() if found else None), text


def faults_of_target(name, url):
    kind, text = scheme(url)
    if name == "href":
        if kind not in {None, "http", "https", "mailto", "tel"}:
            yield f"{name} leads to {url!r}"
    elif kind == "data":
        if not re.match(r"data:image/(png|gif|jpeg|webp)[;,]", text, re.I):
            yield f"{name} holds {url!r}"
    elif kind not in {None, "http", "https"}:
        yield f"{name} leads to {url!r}"


def faults(element):
    tag = element.tag
    attributes = element.attrib
    if tag == "input":
        if attributes.get("type") != "checkbox" or set(attributes) - CHECKBOX:
            yield f"an input with {dict(attributes)}"
        return
    if tag not in ELEMENTS:
        yield f"an element {tag}"
    for name, value in attributes.items():
        if name not in ATTRIBUTES:
            yield f"an attribute {name} on {tag}"
        if name in {"href", "src", "cite"}:
            yield from faults_of_target(name, value)
        if name == "srcset":
            for candidate in value.split(","):
                yield from faults_of_target(name, candidate)
        if name in {"id", "name"} and (value in NAMES or re.match("[A-Z]", value) or " " in value):
            yield f"the {name} {value!r}"
        if name == "class" and FRAME & set(value.split()):
            yield f"the class {value!r}"
        if name == "target" and value not in {"_blank", "_self"}:
            yield f"the target {value!r}"


def attacks(body):
    root = document(body)
    found = []
    page = root.find("body")
    if [child.tag for child in page] != ["header", "main", "footer"]:
        found.append(f"the frame is {[child.tag for child in page]}")
        return found
    main = page.find("main")
    if [child.tag for child in main] != ["article"] or page.find("footer").text != "f":
        found.append(f"main holds {[child.tag for child in main]}")
        return found
    if [child.tag for child in root.find("head")] != ["title"] or root.attrib or page.attrib:
        found.append("the head or the body changed")
    article = main.find("article")
    for element in article.iter():
        if element is not article and isinstance(element.tag, str):
            found += faults(element)
        elif element is not article:
            found.append("a comment")
    paragraphs = [p for p in article.findall("p") if p.text and p.text.startswith("after ")]
    if not paragraphs or [child.tag for child in paragraphs[-1]] != ["strong"]:
        found.append("what follows is no paragraph of its own")
    first = article.find("p")
    if first is None or first.text != "before" or len(first):
        found.append("what comes before has changed")
    return found


def texts(body):
    return ["".join(code.itertext()) for code in document(body).iter("code")]


def scripts(page):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    return parser.parse(page)


def policy(page):
    found = []
    for element in scripts(page).iter():
        if not isinstance(element.tag, str):
            continue
        tag, attributes = element.tag, element.attrib
        if tag == "style" or "style" in attributes:
            found.append(f"a style on {tag}")
        # What is no script for a browser is data, which no policy stops (HTML Standard, the script element).
        data = {"application/ld+json", "application/json"}
        if tag == "script" and "src" not in attributes and attributes.get("type") not in data:
            found.append("a script in the page")
        found += [f"{name} on {tag}" for name in attributes if name.startswith("on")]
        if tag in {"script", "img", "link", "source", "iframe"} and attributes.get("rel") != "canonical":
            for name in {"src", "href"} & set(attributes):
                if scheme(attributes[name])[0] not in {None, "data"} or attributes[name].startswith("//"):
                    found.append(f"{tag} loads {attributes[name]}")
        if scheme(attributes.get("href", ""))[0] == "javascript":
            found.append(f"a link to {attributes['href']}")
    return found


def data(page):
    return [
        json.dumps(json.loads("".join(element.itertext())), sort_keys=True, ensure_ascii=False)
        for element in scripts(page).iter("script")
        if element.attrib.get("type") == "application/ld+json"
    ]


if __name__ == "__main__":
    judge = {"attacks": attacks, "texts": texts, "policy": policy, "data": data}[sys.argv[1]]
    json.dump([judge(page) for page in json.load(sys.stdin)], sys.stdout)
