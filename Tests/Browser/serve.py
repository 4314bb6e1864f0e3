"""A guide that is served while it is written: what the browser shows after an edit."""

import pathlib
import re
import signal
import subprocess
import time

from browser import check, main, same

PARAGRAPHS = "\n\n".join(f"Paragraph {number} of a long page." for number in range(120))
PAGE = f"""---
description: A page.
---

# Long page

## First part

Before.

{PARAGRAPHS}

## Second part

The words to change.

??? note "Folded away"

    Inside.

=== "One"

    Tab one.

=== "Two"

    Tab two.

```python
print("copied")
```

{PARAGRAPHS}

## Third part

End.
"""
OTHER = "---\ndescription: Other.\n---\n\n# Other page\n\nOther words.\n"
INDEX = "---\ndescription: Start.\n---\n\n# Start\n\n[Long](long.md), [other](other.md).\n"
CONFIGURATION = "name: Served\n"


class Served:
    """`turnbook serve` on a fresh guide."""

    def __init__(self, desk, files=(), port=0):
        self.desk = desk
        self.folder = desk.folder / f"served-{time.monotonic_ns()}"
        texts = {"turnbook.yml": CONFIGURATION, "content/index.md": INDEX, "content/long.md": PAGE,
                 "content/other.md": OTHER, **dict(files)}
        for path, text in texts.items():
            self.write(path, text)
        self.start(port)
        desk.contexts.callback(self.stop)

    def start(self, port):
        self.program = subprocess.Popen(
            [str(self.desk.programs / "turnbook"), "serve", "--port", str(port)], cwd=self.folder,
            stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        self.said = ""
        while not (found := re.search(r"Serving .* at (http://\S+:(\d+)(/\S*)) ", self.said)):
            line = self.program.stderr.readline()
            assert line, f"it ended: {self.said}"
            self.said += line
        self.address, self.port = found[1], int(found[2])

    def stop(self):
        if self.program.poll() is None:
            self.program.send_signal(signal.SIGINT)
        assert self.program.wait(30) == 0, "it did not end well"
        self.program.stderr.close()

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def save(self, path, text):
        """As many editors do: written beside it and moved over it."""
        beside = self.folder / (path + ".tmp")
        beside.write_text(text, encoding="utf-8")
        beside.rename(self.folder / path)

    def open(self, path="", **options):
        page = self.desk.open(self.address + path, **options)
        connected(page)
        return page


def connected(page):
    """Waits until the page listens, and notes the document, which a reload would replace."""
    page.evaluate("window.stays = true")
    page.wait_for_function("document.querySelector('turnbook-live') !== null")


def stayed(page):
    return page.evaluate("window.stays === true")


def top_of(page, heading):
    return page.locator(heading).evaluate("each => each.getBoundingClientRect().top")


def appear(page, state):
    page.evaluate("""state => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }""", state)


def panel(page):
    """What is seen of the findings; none where they are folded away or not there."""
    box = page.locator("turnbook-live .box")
    return box.inner_text() if box.is_visible() else None


@check("an edit is shown where the page is scrolled to, without loading the page")
def edit(desk):
    served = Served(desk)
    page = served.open("long/")
    page.get_by_text("Folded away").click()
    page.get_by_role("tab", name="Two").click()
    page.locator("#second-part").evaluate("each => each.scrollIntoView()")
    page.mouse.wheel(0, -150)
    page.wait_for_timeout(200)
    before = (page.evaluate("scrollY"), top_of(page, "#second-part"))
    same(before[0] > 1000, True)
    served.save("content/long.md", PAGE.replace("The words to change.", "The new words.")
                .replace("# Long page", "# Longer page"))
    page.get_by_text("The new words.", exact=True).wait_for()
    page.wait_for_function("document.querySelectorAll('main .copy').length === 1")
    page.wait_for_timeout(100)
    same(stayed(page), True)
    same((page.evaluate("scrollY"), top_of(page, "#second-part")), before)
    same(page.title(), "Longer page · Served")
    # What the reader opened is open, and the scripts of the theme work on the new page.
    same(page.get_by_text("Inside.").is_visible(), True)
    same(page.get_by_role("tab", name="Two").get_attribute("aria-selected"), "true")
    page.get_by_role("tab", name="One").click()
    same(page.get_by_text("Tab one.").is_visible(), True)
    same(page.get_by_text("Tab two.").is_visible(), False)
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("/")
    page.keyboard.type("other")
    page.wait_for_selector("#Search [role=option]")
    same(page.locator("#Search [role=option]").count() > 0, True)


@check("what is read stays where it is when something above it grows")
def growth(desk):
    served = Served(desk)
    page = served.open("long/")
    page.locator("#second-part").evaluate("each => each.scrollIntoView()")
    before, scrolled = top_of(page, "#second-part"), page.evaluate("scrollY")
    served.save("content/long.md", PAGE.replace("Before.", "\n\n".join(["Much more."] * 40)))
    page.get_by_text("Much more.").first.wait_for()
    page.wait_for_timeout(200)
    same(abs(top_of(page, "#second-part") - before) < 2, True)
    same(page.evaluate("scrollY") > scrolled + 500, True)


@check("many edits one after another end with the last one, and scripts run once")
def many(desk):
    served = Served(desk)
    page = served.open("long/")
    for number in range(20):
        served.save("content/long.md", PAGE.replace("The words to change.", f"Words {number}."))
        page.wait_for_timeout(17 * (number % 5))
    page.get_by_text("Words 19.", exact=True).wait_for()
    page.wait_for_function("document.querySelectorAll('main .copy').length === 1")
    same(page.locator("[role=tablist]").count(), 1)
    same(stayed(page), True)
    dark = page.get_by_role("button", name="Dark colours")
    dark.click()
    same(dark.get_attribute("aria-pressed"), "true")
    # One listener for each key, however many bodies there were.
    page.keyboard.press("/")
    page.wait_for_selector("#Search[open]")


@check("an edit of another page leaves this one alone")
def other(desk):
    served = Served(desk)
    page = served.open("other/")
    page.evaluate("document.querySelector('h1').dataset.mark = 'own'")
    served.save("content/long.md", PAGE.replace("End.", "The end."))
    page.wait_for_timeout(1500)
    same(page.locator("h1").get_attribute("data-mark"), "own")
    served.save("content/other.md", OTHER.replace("Other words", "New words"))
    page.get_by_text("New words.").wait_for()


@check("a style sheet is exchanged while the page stays as it is")
def styles(desk):
    served = Served(desk, {"templates/own.css": "main h1 { color: rgb(1, 2, 3) !important }"})
    page = served.open("long/")
    colour = "getComputedStyle(document.querySelector('h1')).color"
    same(page.evaluate(colour), "rgb(1, 2, 3)")
    page.evaluate("""() => {
        document.querySelector("h1").dataset.mark = "own";
        scrollTo(0, 500);
        // Whether the page was ever seen without a style sheet.
        window.bare = 0;
        const look = () => {
          window.bare += getComputedStyle(document.querySelector(".bar")).position !== "sticky";
          requestAnimationFrame(look);
        };
        look();
    }""")
    served.save("templates/own.css", "main h1 { color: rgb(4, 5, 6) !important }")
    page.wait_for_function(colour + " === 'rgb(4, 5, 6)'")
    page.wait_for_timeout(200)
    same(page.locator("h1").get_attribute("data-mark"), "own")
    same(page.evaluate("[scrollY, window.bare]"), [500, 0])
    same(page.locator("link[rel=stylesheet]").count(), 2)


@check("findings are shown over the page, as text, until they are mended")
def findings(desk):
    served = Served(desk)
    page = served.open("other/")
    same(panel(page), None)
    served.save("content/other.md", OTHER + "\n[gone](<a\\<img src=x onerror=alert(1)\\>.md>) **bold**\n")
    page.locator("turnbook-live .box").wait_for()
    shown = panel(page)
    same("1 error" in shown, True, shown)
    same("content/other.md:9:9 [TB-L001]" in shown, True, shown)
    same("help: " in shown, True, shown)
    same("<img src=x onerror=alert(1)>" in shown, True, shown)
    same(page.evaluate("document.querySelector('turnbook-live').shadowRoot.querySelector('img')"), None)
    # The page itself is there too.
    same(page.get_by_text("bold").is_visible(), True)
    desk.axe(page)
    # Closed, it stays so, on the next page too, until the findings are others.
    page.get_by_role("button", name="Close").click()
    same(panel(page), None)
    page.goto(served.address)
    pill = page.locator("turnbook-live .pill")
    pill.wait_for()
    same((pill.inner_text(), panel(page)), ("1 error", None))
    desk.axe(page)
    pill.click()
    same(panel(page) is not None, True)
    page.keyboard.press("Escape")
    served.save("content/index.md", INDEX + "\n[gone too](nowhere.md)\n")
    page.locator("turnbook-live .box").wait_for()
    same("2 errors" in panel(page), True)
    served.save("content/index.md", INDEX)
    served.save("content/other.md", OTHER)
    page.wait_for_function("""() => ["box", "pill"].every((name) =>
        document.querySelector("turnbook-live").shadowRoot.querySelector("." + name).hidden)""")
    same(page.locator("turnbook-live .said").inner_text(), "Nothing is wrong any longer")


@check("a guide that cannot be built shows why, and itself when it can")
def unbuildable(desk):
    served = Served(desk)
    content = served.folder / "content"
    served.stop()
    content.rename(served.folder / "away")
    served.start(0)
    page = served.open()
    page.locator("turnbook-live .box").wait_for()
    same("cannot list it" in panel(page) and "content [TB-F004]" in panel(page), True, panel(page))
    page.get_by_role("heading", name="The guide cannot be built yet").wait_for()
    (served.folder / "away").rename(content)
    page.get_by_role("heading", name="Start").wait_for()
    same(panel(page), None)
    # And when it cannot be built again, the page stays.
    content.rename(served.folder / "away")
    page.locator("turnbook-live .box").wait_for()
    same(page.get_by_role("heading", name="Start").is_visible(), True)
    (served.folder / "away").rename(content)
    page.locator("turnbook-live .box").wait_for(state="hidden")
    desk.complaints = [each for each in desk.complaints if "503" not in each]


@check("a page that comes, goes and comes again is shown so where its address is open")
def comings(desk):
    served = Served(desk)
    page = served.open("new/")
    page.get_by_text("404").wait_for()
    served.save("content/new.md", "---\ndescription: New.\n---\n\n# New page\n")
    page.get_by_role("heading", name="New page").wait_for()
    (served.folder / "content/new.md").unlink()
    page.get_by_text("404").wait_for()
    served.save("content/new.md", "---\ndescription: New.\n---\n\n# Newer page\n")
    page.get_by_role("heading", name="Newer page").wait_for()
    desk.complaints = [each for each in desk.complaints if "404" not in each]


@check("a page with other scripts than the theme's is loaded anew, where it was scrolled to")
def scripts(desk):
    counter = "const runs = 1; document.documentElement.dataset.ran = 'yes';"
    served = Served(desk, {"templates/own.js": counter})
    page = served.open("long/")
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(100)
    served.save("content/long.md", PAGE.replace("The words to change.", "The new words."))
    page.get_by_text("The new words.", exact=True).wait_for()
    page.wait_for_function("scrollY === 2000")
    same((stayed(page), page.evaluate("document.documentElement.dataset.ran")), (False, "yes"))


@check("a server that is lost is told of, and found again with what has changed meanwhile")
def lost(desk):
    served = Served(desk)
    page = served.open("other/")
    badge = page.locator("turnbook-live .lost")
    same(badge.is_visible(), False)
    served.stop()
    badge.wait_for()
    desk.axe(page)
    served.save("content/other.md", OTHER.replace("Other words", "New words"))
    served.start(served.port)
    page.get_by_text("New words.").wait_for()
    page.wait_for_function(
        "document.querySelector('turnbook-live').shadowRoot.querySelector('.lost').hidden")
    served.save("content/other.md", OTHER.replace("Other words", "Newest words"))
    page.get_by_text("Newest words.").wait_for()
    expected = ("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_EMPTY_RESPONSE",
                "ERR_CONNECTION_RESET")
    desk.complaints = [each for each in desk.complaints if not any(word in each for word in expected)]


@check("ten pages of a browser are all kept up to date, hidden ones when they are seen")
def tabs(desk):
    served = Served(desk)
    context = desk.context()
    pages = []
    for _ in range(10):
        pages.append(served.open("other/", context=context))
        # This browser calls all its pages visible.
        appear(pages[-1], "hidden")
    served.save("content/other.md", OTHER.replace("Other words", "New words"))
    for page in pages:
        appear(page, "visible")
        page.get_by_text("New words.").wait_for()
        appear(page, "hidden")


@check("a pattern that is being filled in keeps what was entered")
def pattern(desk):
    source = pathlib.Path(__file__).parents[2] / "content/techniques/zero-shot-prompting.md"
    text = source.read_text("utf-8")
    served = Served(desk, {"content/zero.md": text})
    page = served.open("zero/")
    field = page.locator("#Panel textarea, #Panel input[type=text]").first
    field.fill("My own words")
    served.save("content/zero.md", text + "\n\nAn edit at the end.\n")
    page.get_by_text("An edit at the end.").wait_for()
    page.locator("#PanelFields [data-name]").first.wait_for()
    same(stayed(page), True)
    same(field.input_value(), "My own words")
    same(field.evaluate("each => document.activeElement === each"), True)
    same(page.locator("#PanelOutput").inner_text().count("My own words") > 0, True)


if __name__ == "__main__":
    main()
