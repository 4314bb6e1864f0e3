"""The panel in which a pattern is filled in, beside what `turn fill` prints."""

import json
import re
import urllib.parse

from browser import REPOSITORY, check, main, same

KINDS = """---
title: Kinds of fields
platforms: [claude, openai, gemini, m365-copilot]
variables:
  tone: {choices: [calm, loud, very loud], default: calm}
  limit: {type: integer, default: 5}
  share: {type: number, required: false}
  brief: {type: boolean}
  day: {type: date, required: false}
  source: {type: url, required: false}
  title: {type: line, description: As it will be printed}
  key: {type: secret, required: false}
  code: {multiline: true}
  question: {list: true}
  reason: {list: true, required: false}
---

# Kinds of fields

## The Pattern

```text
Turn 1: Write {title}, {tone}, at most {limit}, brief: {brief}.
- Share: {share}
- Day: {day}
- Source: {source}
- Key: {key}

{code}
Turn N: {question} (because {reason})
```
"""

NAMES = """name: The guide
platforms:
  claude: {name: Claude}
  openai: {name: OpenAI}
  gemini: {name: Gemini}
  m365-copilot: {name: Microsoft 365 Copilot}
"""
# A page of the real guide, whose links lead to pages that this one does not have.
PAGE = re.sub(
    r"\[([^\]]*)\]\([^):]*\.md\)", r"\1",
    (REPOSITORY / "content/techniques/multi-turn-conversation.md").read_text("utf-8"))
FILES = {
    "turnbook.yml": NAMES,
    "content/index.md": "# Home\n",
    "content/kinds.md": KINDS,
    "content/multi-turn-conversation.md": PAGE,
}
# The name of a tab, and what `turn fill --format` calls it.
FORMATS = {
    "Conversation": "text", "Claude": "anthropic", "OpenAI": "openai", "Gemini": "gemini",
    "Microsoft 365 Copilot": "m365-copilot", "Markdown": "markdown", "JSON": "json", "curl": "curl",
}
NASTY = "{limit} 'quotes' \"double\" $HOME `id` \\n <b>&amp;</b>\nTurn 2: no turn\n\n  日本語 é 👩‍👩‍👧 "
GIVEN = [
    ("title", "An \"odd\" {title}"), ("tone", "very loud"), ("limit", "7"), ("brief", "true"),
    ("day", "2026-02-28"), ("source", "https://example.org/?a=b&c"), ("code", NASTY),
    ("question", "Why?"), ("question", "</script><script>alert(1)</script>"), ("reason", ""),
    ("reason", "I wonder"),
]


def guide(desk):
    return desk.site("guide", FILES)


def kinds(desk, over="http", **options):
    options.setdefault("permissions", ["clipboard-read", "clipboard-write"])
    return desk.open(guide(desk).address("kinds/", over), **options)


def turn(desk, page, *words, given=()):
    """What `turn fill` prints for the same values."""
    values = [word for name, value in given for word in ("-v", f"{name}={value}")]
    patterns = str(guide(desk).folder / "patterns")
    return desk.run("turn", "fill", page, "--from", patterns, *values, *words).decode()


def fill(page, given=GIVEN):
    """Types the values as a person does."""
    rounds = {}
    for name, value in given:
        control = page.locator(f"#PanelFields [data-name={name}]")
        place = rounds[name] = rounds.get(name, -1) + 1
        while control.count() <= place:
            page.get_by_role("button", name="Add another").click()
        control = control.nth(place)
        if control.evaluate("element => element.tagName") == "SELECT":
            control.select_option(value)
        elif control.get_attribute("type") == "checkbox":
            control.set_checked(value == "true")
        else:
            control.fill(value)


def copied(page, button="Copy all"):
    page.evaluate("navigator.clipboard.writeText('')")
    page.evaluate("document.getElementById('PanelStatus').textContent = ''")
    page.locator("#Panel").get_by_role("button", name=button, exact=True).click()
    page.locator("#PanelStatus:not(:empty)").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def tab(page, name):
    page.get_by_role("tab", name=name, exact=True).click()
    if name != "Conversation":
        page.wait_for_selector("#PanelOutput code")


@check("every format is copied, shown and downloaded as turn fill prints it")
def formats(desk):
    for over in ["http", "file"]:
        page = kinds(desk, over)
        fill(page)
        for name, word in FORMATS.items():
            tab(page, name)
            provider = ["--provider", "anthropic"] if word == "curl" else []
            expected = turn(desk, "kinds", "--format", word, *provider, given=GIVEN)
            same(copied(page), expected, f"{name} copied over {over}")
            if word != "text":
                same(page.locator("#PanelOutput code").text_content(), expected, f"{name} shown")
            with page.expect_download() as download:
                page.get_by_role("button", name="Download").click()
            same(download.value.path().read_text("utf-8"), expected, f"{name} downloaded")


@check("the command line gives the same when a shell runs it")
def command(desk):
    page = kinds(desk)
    for more in [[], [("title", "@file"), ("question", "-")]]:
        given = [pair for pair in GIVEN if pair[0] not in dict(more)] + more
        page.reload()
        page.get_by_role("button", name="Clear").click()
        fill(page, given)
        tab(page, "Command line")
        line = copied(page)
        script = f"set -e; export TURN_PATTERNS={guide(desk).folder}/patterns; {line}"
        made = desk.run("/bin/sh", "-c", script).decode()
        tab(page, "Conversation")
        same(made, copied(page), line)


@check("the preview shows each turn, values in it as text and marked, and copies it alone")
def preview(desk):
    page = kinds(desk)
    fill(page)
    turns = page.locator("#PanelOutput .turns > li")
    same(turns.count(), 3)
    for number in [1, 2, 3]:
        expected = turn(desk, "kinds", "--turn", str(number), given=GIVEN)
        same(copied(page, f"Copy turn {number}"), expected)
    marks = turns.first.locator("mark").all_text_contents()
    same(NASTY in marks, True, marks)
    same(page.locator("#PanelOutput :is(b, script)").count(), 0)
    page.locator("#PanelFields [data-name=title]").focus()
    same(turns.first.locator("mark.active").all_text_contents(), [GIVEN[0][1]])


@check("what is wrong is said in the words of turn, beside its field, once that was left")
def problems(desk):
    page = kinds(desk)
    shown = page.locator("#Panel .field-error:visible")
    wrong = [("title", "T"), ("limit", "many"), ("share", "1,5"), ("source", "nowhere"), ("code", "x")]
    page.locator("#PanelFields [data-name=limit]").press_sequentially("many")
    same(shown.count(), 0, "before it is left")
    fill(page, wrong)
    page.locator("#PanelFields [data-name=title]").focus()
    said = [line.removeprefix("turn: ") for line in desk.run(
        "turn", "fill", "kinds", "--from", str(guide(desk).folder / "patterns"),
        *[word for name, value in wrong for word in ("-v", f"{name}={value}")],
        "-v", "brief=false", fails=True).decode().splitlines()]
    same(shown.all_text_contents(), said)
    limit = page.locator("#PanelFields [data-name=limit]")
    same(limit.get_attribute("aria-invalid"), "true")
    described = limit.get_attribute("aria-describedby").split()
    same(said[0] in [page.locator(f"#{each}").text_content() for each in described], True)
    same(copied(page), "", "nothing is copied")
    same(page.evaluate("document.activeElement.dataset.name"), "limit")
    limit.fill("3")
    same(shown.count(), 2, "while it is put right")


@check("a missing value is told when all is copied, not before, and a turn needs its own alone")
def missing(desk):
    page = desk.open(
        guide(desk).address("multi-turn-conversation/"), permissions=["clipboard-read", "clipboard-write"])
    same(page.locator(".field-error:visible").count(), 0)
    fill(page, [("outcome", "a plan"), ("number_of_questions", "4")])
    same(copied(page, "Copy turn 1").startswith("I want a plan."), True)
    same(page.locator(".field-error:visible").count(), 0)
    copied(page, "Copy turn 2")
    same(page.locator(".field-error:visible").all_text_contents(),
         ['"answers" has no value', '"number_of_options" has no value'])
    copied(page)
    same(page.locator(".field-error:visible").count(), 4)
    page.locator("#PanelOutput .slot").first.click()
    same(page.evaluate("document.activeElement.dataset.name"), "answers")


@check("the example fills the form, variants have their own fields, and clearing empties all")
def example(desk):
    page = desk.open(
        guide(desk).address("multi-turn-conversation/"), permissions=["clipboard-read", "clipboard-write"])
    pattern = json.loads((guide(desk).folder / "patterns/multi-turn-conversation.json").read_text())
    for variant in pattern["variants"]:
        page.get_by_role("radio", name=variant["title"]).check()
        page.get_by_role("button", name="Use the example").click()
        values = variant["filled"][0]["values"].items()
        same(set(page.locator("#PanelFields [data-name]").evaluate_all(
            "all => all.map((each) => each.dataset.name)")), {name for name, _ in values})
        expected = turn(desk, "multi-turn-conversation", "--variant", variant["id"], given=values)
        same(copied(page), expected)
    page.get_by_role("button", name="Clear").click()
    same(page.locator("#Panel textarea").evaluate_all("all => all.map((each) => each.value)"), [""])
    page.get_by_role("button", name="Undo").click()
    same(copied(page), expected, "taken back")
    page.get_by_role("button", name="Clear").click()
    page.wait_for_timeout(400)
    page.reload()
    same(page.locator("#PanelOutput mark").count(), 0)


@check("values are there again after a reload, for their page alone and without secrets")
def storage(desk):
    for over in ["http", "file"]:
        page = kinds(desk, over)
        fill(page, [*GIVEN, ("key", "s3cret")])
        before = copied(page)
        same("s3cret" in before, True)
        page.reload()
        same(page.locator("#PanelFields [data-name=key]").input_value(), "")
        page.locator("#PanelFields [data-name=key]").fill("s3cret")
        same(copied(page), before, over)
        kept = page.evaluate("JSON.stringify({...localStorage})")
        same("s3cret" in kept, False, kept)
        page.goto(guide(desk).address("multi-turn-conversation/", over))
        same(page.locator("#PanelOutput mark").count(), 0)


@check("a link carries what is filled in to another browser, but no secret")
def share(desk):
    for over in ["http", "file"]:
        page = kinds(desk, over)
        fill(page, [*GIVEN, ("key", "s3cret")])
        link = copied(page, "Copy link")
        same("s3cret" in link, False)
        page.locator("#PanelFields [data-name=key]").fill("")
        other = kinds(desk, over)
        fill(other, [("title", "my own")])
        mine = other.context.new_page()
        mine.goto(link)
        same(copied(mine), copied(page), link)
        mine.close()
        other.reload()
        same(other.locator("#PanelFields [data-name=title]").input_value(), "my own", "kept")
        other.goto(link)
        other.reload()
        same(copied(other), copied(page), link)
        other.locator("#PanelFields [data-name=title]").fill("mine now")
        same(other.evaluate("location.hash"), "")
        other.reload()
        same(other.locator("#PanelFields [data-name=title]").input_value(), "mine now")
        same(other.locator("#PanelFields [data-name=limit]").input_value(), "7")
    for fragment in ["#fill=", "#fill=nothing&x", "#fill=%", "#fill=kinds&title=%E0%A4%A", "#the-pattern"]:
        broken = desk.open(guide(desk).address("kinds/") + fragment)
        same(broken.locator("#Panel").is_visible(), True, fragment)


@check("assistants open with the first turn, unless it is incomplete, too long or secret")
def assistants(desk):
    page = kinds(desk)
    links = page.locator("#Panel [data-open]")
    fill(page, [pair for pair in GIVEN if pair[0] != "title"])
    same([link.get_attribute("href") for link in links.all()], [None, None])
    fill(page, [GIVEN[0]])
    text = turn(desk, "kinds", "--turn", "1", given=GIVEN).rstrip()
    for link, start in zip(links.all(), ["https://claude.ai/new?q=", "https://chatgpt.com/?q="]):
        same(urllib.parse.unquote(link.get_attribute("href")), start + text)
    page.locator("#PanelFields [data-name=key]").fill("s3cret")
    same(links.first.get_attribute("href"), None)
    same("secret" in page.locator("#PanelOpenNote").text_content(), True)
    page.locator("#PanelFields [data-name=key]").fill("")
    page.locator("#PanelFields [data-name=code]").fill("é" * 2000)
    same(links.first.get_attribute("aria-disabled"), "true")
    same("too long" in page.locator("#PanelOpenNote").text_content(), True)


@check("a person with a keyboard alone fills a pattern and copies it")
def keyboard(desk):
    page = desk.open(
        guide(desk).address("multi-turn-conversation/"), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Use the example").focus()
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        name, text = page.evaluate("""() => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          if (style.outlineStyle === "none" && !element.closest(".panel-variants")) return ["no ring", ""];
          return [element.dataset.name ?? element.dataset.do ?? element.id, element.id];
        }""")
        seen.append(name)
        if name == "next_change":
            page.keyboard.type("shorter")
        elif name in ("outcome", "answers", "chosen_option", "criterion"):
            page.keyboard.type(f"my {name}")
        elif name.startswith("number"):
            page.keyboard.type("3")
        elif name == "PanelFormat-text":
            page.keyboard.press("ArrowLeft")
            page.keyboard.press("End")
            page.keyboard.press("Home")
            page.keyboard.press("ArrowRight")
            page.wait_for_selector("#PanelOutput code")
        elif name == "copy":
            page.keyboard.press("Enter")
            break
    same("no ring" in seen, False, seen)
    same(seen[-1], "copy", seen)
    page.locator("#PanelStatus", has_text="Copied").wait_for()
    given = [("outcome", "my outcome"), ("number_of_questions", "3"), ("answers", "my answers"),
             ("number_of_options", "3"), ("chosen_option", "my chosen_option"),
             ("criterion", "my criterion"), ("next_change", "shorter")]
    same(page.evaluate("navigator.clipboard.readText()"),
         turn(desk, "multi-turn-conversation", "--format", "anthropic", given=given))


@check("the panel stands behind its template, fits every width, and needs JavaScript")
def place(desk):
    for over in ["http", "file"]:
        for width in [320, 375, 1280]:
            page = kinds(desk, over, viewport={"width": width, "height": 800})
            fill(page)
            for name in FORMATS:
                tab(page, name)
                wide = page.evaluate("document.documentElement.scrollWidth")
                same(wide <= width, True, f"{name} at {width}: {wide}")
        page = desk.open(guide(desk).address("multi-turn-conversation/", over))
        before = page.locator("#Panel").evaluate("panel => panel.previousElementSibling.textContent")
        same(before.startswith("Turn 1: I want {outcome}"), True, before)
        page = desk.open(guide(desk).address("multi-turn-conversation/", over), javascript=False)
        same(page.locator("#Panel").is_visible(), False)
        same(page.get_by_text("Turn 1: I want {outcome}").is_visible(), True)
        page = desk.open(guide(desk).address("index.html" if over == "file" else "", over))
        same(page.locator("#Panel, script[src*=panel]").count(), 0)


@check("nothing on the first screen moves when the panel comes, and addresses lead where they did")
def shift(desk):
    context = desk.context(viewport={"width": 1280, "height": 800})
    context.add_init_script("""
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    """)
    page = desk.open(guide(desk).address("multi-turn-conversation/"), context)
    page.locator("#Panel:not([hidden])").wait_for()
    page.wait_for_timeout(300)
    same(page.evaluate("window.shift") < 0.02, True, page.evaluate("window.shift"))
    page = desk.open(guide(desk).address("multi-turn-conversation/") + "#common-pitfalls", context)
    page.locator("#Panel:not([hidden])").wait_for()
    page.wait_for_timeout(300)
    top = page.locator("#common-pitfalls").evaluate("each => each.getBoundingClientRect().top")
    same(0 < top < 200, True, top)


@check("axe finds nothing in the panel, empty, wrong and full, in light and dark, large and small")
def accessible(desk):
    for width in [375, 1280]:
        for scheme in ["light", "dark"]:
            page = kinds(desk, "file", viewport={"width": width, "height": 800}, color_scheme=scheme)
            about = f"{width} {scheme}"
            desk.axe(page, about, "#Panel")
            page.get_by_role("button", name="Copy all").click()
            page.locator(".field-error:visible").first.wait_for()
            desk.axe(page, about + " wrong", "#Panel")
            fill(page)
            desk.axe(page, about + " full", "#Panel")
            tab(page, "JSON")
            desk.axe(page, about + " JSON", "#Panel")


@check("where storage and the clipboard are forbidden the panel still works")
def forbidden(desk):
    context = desk.context()
    context.add_init_script("""
      for (const name of ["getItem", "setItem", "removeItem"]) {
        Storage.prototype[name] = () => { throw new DOMException("no"); };
      }
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no"));
    """)
    page = desk.open(guide(desk).address("kinds/"), context)
    fill(page)
    page.evaluate("document.addEventListener('copy', () => { window.seen = getSelection() + ''; })")
    page.get_by_role("button", name="Copy all").click()
    page.locator("#PanelStatus:not(:empty)").wait_for()
    same(page.locator("#PanelStatus").text_content(), "Copied")
    same(page.evaluate("document.querySelectorAll('#Panel > textarea').length"), 0)


@check("in a language from right to left, on paper and with little motion it is as it should be")
def surroundings(desk):
    files = {**FILES, "turnbook.yml": NAMES + "language: ar\n"}
    site = desk.site("rtl", files)
    page = desk.open(site.address("kinds/"), viewport={"width": 375, "height": 800}, reduced_motion="reduce")
    same(page.evaluate("document.documentElement.scrollWidth") <= 375, True)
    page.get_by_role("tab", name="Conversation").focus()
    page.keyboard.press("ArrowLeft")
    same(page.evaluate("document.activeElement.id"), "PanelFormat-anthropic")
    page.emulate_media(media="print")
    same(page.locator("#Panel").is_visible(), False)
    same(page.get_by_text(re.compile("^Turn 1: Write")).is_visible(), True)


main()
