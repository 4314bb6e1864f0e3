"""The search in Chromium, on the built guide of this repository and on one with other scripts.

usage: search.py TURNBOOK

Prints a line for each claim that does not hold, and ends with 1 if there is any. Needs `playwright` of
PyPI and a Chromium of the system, which CHROMIUM can name.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
failures = []

PAGES = {
    "index.md": "# Start\n\nA guide.\n",
    "zh.md": "# 少样本提示\n\n先给模型几个例子。\n\n## 何时使用\n\n当规则很难用文字说明时。\n",
    "cafe.md": "---\ntags: [drinks]\n---\n\n# Café\n\nWhere one sits.\n\n## Opening hours\n\nFrom nine to five, with zebras.\n",
    "kubernetes.md": "# Kubernetes\n\nContainers <b>&amp;</b> clusters: `<script>alert(1)</script>`.\n",
    "hidden.md": "---\nsearch:\n  exclude: true\n---\n\n# Hidden\n\nwombat\n",
    "draft.md": "---\ndraft: true\n---\n\n# Draft\n\nwombat\n",
}


def claim(holds: bool, text: str) -> None:
    if not holds:
        failures.append(text)
        print(f"not so: {text}", flush=True)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with the guide's own page where there is nothing."""

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(folder: Path) -> str:
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


class Visit:
    """A page of the guide, opened by somebody who watches what it does."""

    def __init__(self, browser, base: str, path: str, **options):
        self.base = base
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.problems, self.requests = [], []
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.problems.append(said.text))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(base + path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        away = [url for url in self.requests if not url.startswith((self.base, "data:"))]
        claim(not away, f"no request leaves the host: {away}")
        self.context.close()

    def ask(self, text: str, key: str = "/") -> None:
        self.page.keyboard.press(key)
        self.page.locator("#Search input").wait_for()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        self.settle()

    def settle(self, root: str = "#Search") -> None:
        self.page.wait_for_function(
            "root => document.querySelector(`${root} [role=status]`).textContent !== ''", arg=root)
        self.page.wait_for_timeout(200)

    def titles(self, root: str = "#Search") -> list[str]:
        return [each.get_attribute("aria-label") for each in self.page.locator(f"{root} [role=group]").all()]

    def chosen(self) -> str:
        return self.page.evaluate(
            "document.getElementById(document.querySelector('#Search input')"
            ".getAttribute('aria-activedescendant'))?.getAttribute('href') ?? ''")


def keyboard(browser, base: str, index: str) -> None:
    with Visit(browser, base, index, viewport={"width": 1280, "height": 800}) as visit:
        page = visit.page
        claim(not any("search" in url for url in visit.requests), "nothing of the search is loaded before it is used")
        visit.ask("zebras")
        claim(visit.titles() == ["Café"], f"a word of the text finds its page: {visit.titles()}")
        marked = page.locator("#Search mark").all_inner_texts()
        claim("zebras" in marked, f"what was asked is marked: {marked}")
        claim(page.locator("#Search [role=status]").inner_text() == "One page", "the number of pages is said")
        first = visit.chosen()
        page.keyboard.press("ArrowDown")
        claim(visit.chosen() != first and visit.chosen().endswith("#opening-hours"), "an arrow goes to the heading")
        page.keyboard.press("Enter")
        page.wait_for_url("**#opening-hours")
        claim("/cafe/" in page.url, f"Enter goes to the heading: {page.url}")
        visit.ask("zebras", key="Control+k")
        page.keyboard.press("Escape")
        claim(not page.locator("#Search").is_visible(), "Escape closes")
        page.locator("[data-open-search]").focus()
        page.keyboard.press("Enter")
        claim(page.locator("#Search input").input_value() == "zebras", "the last question is still there")
        page.keyboard.press("Escape")
        focused = page.evaluate("document.activeElement.hasAttribute('data-open-search')")
        claim(focused, "Escape gives the focus back")
        page.goto(base + index)
        visit.ask("wombat ")
        claim(visit.titles() == [], "drafts and pages that are not to be found are not")
        claim(page.locator("#Search [role=status]").inner_text() != "", "that nothing is found is said")
        with visit.context.expect_page() as opened:
            visit.page.keyboard.press("Control+A")
            visit.page.keyboard.type("kubernetes")
            visit.settle()
            page.keyboard.press("Control+Enter")
        claim("kubernetes" in opened.value.url, "Control and Enter open another tab")
        claim(page.locator("#Search").is_visible(), "and the search stays")
        claim(page.locator("#Search script").count() == 0, "text of a page is never read as HTML")
        claim(visit.problems == [], f"nothing is complained about: {visit.problems}")


def questions(browser, base: str, index: str) -> None:
    asked = {
        "kubrenets": "Kubernetes", "kuber": "Kubernetes", "cafe": "Café", "CAFÉ": "Café", "drinks": "Café",
        "提示": "少样本提示", "何时使用": "少样本提示", "例": "少样本提示",
    }
    with Visit(browser, base, index) as visit:
        for text, title in asked.items():
            visit.page.keyboard.press("Escape")
            visit.ask(text)
            claim(visit.titles() == [title], f"{text} finds {title}: {visit.titles()}")
        claim(visit.problems == [], f"nothing is complained about: {visit.problems}")


def typing(browser, base: str, index: str) -> None:
    with Visit(browser, base, index) as visit:
        page = visit.page
        page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
        page.locator("main textarea").focus()
        page.keyboard.type("a/b")
        claim(page.locator("main textarea").input_value() == "a/b", "a slash in a field is a slash")
        claim(not page.locator("#Search").is_visible(), "and opens nothing")
        # What an input method is still composing is not asked.
        page.locator("main textarea").evaluate("each => each.remove()")
        page.keyboard.press("/")
        page.wait_for_function("globalThis.TurnbookSearch")
        page.evaluate("""() => {
          const field = document.querySelector("#Search input");
          field.value = "kubernetes";
          field.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
        }""")
        page.wait_for_timeout(300)
        claim(visit.titles() == [], "nothing is asked while a word is being composed")
        page.evaluate("document.querySelector('#Search input').dispatchEvent(new CompositionEvent('compositionend'))")
        visit.settle()
        claim(visit.titles() == ["Kubernetes"], "it is when the word is done")


def lost(browser, base: str) -> None:
    with Visit(browser, base, "old/kubernetes-guide.html") as visit:
        visit.settle("main")
        field = visit.page.locator("main [data-search] input").input_value()
        claim(field == "kubernetes guide", f"the field has the words of the address: {field}")
        claim("Kubernetes" in visit.titles("main"), f"and pages that have them are shown: {visit.titles('main')}")
    with Visit(browser, base, "404.html?q=zebras") as visit:
        visit.settle("main")
        claim(visit.titles("main") == ["Café"], "a question in the address is asked")


def phone(browser, base: str, index: str) -> None:
    with Visit(browser, base, index, viewport={"width": 375, "height": 700}, has_touch=True) as visit:
        page = visit.page
        page.locator("[data-open-search]").tap()
        page.keyboard.type("zebras")
        visit.settle()
        box = page.locator("#Search").bounding_box()
        width = page.evaluate("document.documentElement.clientWidth")
        claim(box["x"] == 0 and box["width"] == width and box["height"] == 700, f"the search fills a phone: {box}")
        claim(page.evaluate("document.documentElement.scrollWidth") <= 375, "nothing is wider than the phone")


def without_scripts(browser, base: str, index: str) -> None:
    with Visit(browser, base, index, java_script_enabled=False) as visit:
        claim(not visit.page.locator("[data-open-search]").is_visible(), "without scripts there is no button")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as place:
        guide = Path(place)
        for name, text in PAGES.items():
            (guide / "content" / name).parent.mkdir(parents=True, exist_ok=True)
            (guide / "content" / name).write_text(text, encoding="utf-8")
        (guide / "turnbook.yml").write_text("name: Sample\n")
        subprocess.run([sys.argv[1], "build", place, "--output", f"{place}/site"], check=True, stdout=subprocess.DEVNULL)
        site = guide / "site"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            http_base, file_base = serve(site), site.as_uri() + "/"
            for base, index in ((http_base, ""), (file_base, "index.html")):
                keyboard(browser, base, index)
                questions(browser, base, index)
                typing(browser, base, index)
                phone(browser, base, index)
                without_scripts(browser, base, index)
            lost(browser, http_base)
            browser.close()
    print(f"{len(failures)} claims do not hold" if failures else "all claims hold")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
