"""What stands around the text of a page: bar, drawers, navigation, list of techniques, redirects."""

import re

from browser import REPOSITORY, check, main, same

TECHNIQUE = "techniques/multi-turn-conversation/"


def technique(title, tags, platforms, turns, description="What it is for."):
    lines = "\n".join(f"Turn {turn}: Do {{part {turn}}}." for turn in range(1, turns + 1))
    template = lines if turns > 1 else "Do {it}."
    return (f"---\ntitle: {title}\ndescription: {description}\ntags: {tags}\nplatforms: {platforms}\n---\n\n"
            f"# {title}\n\n## The Pattern\n\n```text\n{template}\n```\n")


TABS = """=== "Claude"

    One

=== "OpenAI"

    Two

    ## Deep down

"""
FILES = {
    "turnbook.yml": "name: The guide\nplatforms: {claude: {name: Claude}, openai: {name: OpenAI}}\n",
    "content/index.md": "# Home\n\n" + TABS,
    "content/tabs.md": "# Tabs\n\n" + TABS + "## Between\n\n" + TABS.replace("Deep down", "Deeper"),
    "content/new.md": "---\nredirect_from: [old.md]\n---\n\n# New\n\n## A part\n\n" + "Text.\n\n" * 99,
    "content/a.md": technique("Asking", "[talk, plan]", "[claude]", 1, "Questions about zebras."),
    "content/b.md": technique("Building", "[plan]", "[claude, openai]", 3),
    "content/c.md": technique("Choosing", "[talk]", "[openai]", 5),
}


def guide(desk):
    return desk.site("furniture", FILES)


def focus(page):
    """What has the focus: its number among the stops, whether that can be seen, and its markup."""
    return page.evaluate("""() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const bar = element.closest(".bar, .skip") ? 0 : document.querySelector(".bar").offsetHeight;
      const isRinged = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const isInView = box.bottom > bar && box.top < innerHeight;
      return [window.stops.indexOf(element), isRinged && isInView,
        element.outerHTML.slice(0, 150)];
    }""")


@check("the keyboard reaches every control, the skip link first, and shows where it is")
def walk(desk):
    page = desk.open(desk.own_guide().address(TECHNIQUE), reduced_motion="reduce")
    page.wait_for_selector("#Panel:not([hidden])")
    count = page.evaluate("""() => {
      const able = document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex]");
      window.stops = [...able].filter((each) =>
        each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }) &&
        (each.type !== "radio" || each.checked));
      return window.stops.length;
    }""")
    reached, unseen = [], []
    for step in range(count + 20):
        page.keyboard.press("Tab")
        number, is_seen, markup = focus(page)
        if step == 0:
            same('class="skip"' in markup, True, markup)
        if number in reached or markup.startswith("<body"):
            break
        reached.append(number)
        if not is_seen:
            unseen.append(markup)
    same(unseen, [])
    missed = sorted(set(range(count)) - set(reached))
    same(page.evaluate("numbers => numbers.map((each) => stops[each].outerHTML.slice(0, 150))", missed), [])
    print(f"  {len(reached)} stops")


@check("the skip link leads past the navigation")
def skip(desk):
    page = desk.open(desk.own_guide().address(TECHNIQUE))
    page.keyboard.press("Tab")
    same(page.locator(".skip").bounding_box()["y"] >= 0, True)
    page.keyboard.press("Enter")
    same(page.evaluate("document.activeElement.id"), "Main")
    page.keyboard.press("Tab")
    same(page.evaluate("document.activeElement.closest('main') !== null"), True)


@check("drawers open with the keyboard, close with Escape, and give the focus back")
def drawers(desk):
    page = desk.open(desk.own_guide().address(TECHNIQUE), viewport={"width": 375, "height": 700})
    for name, id in [("Menu", "Navigation"), ("On this page", "Contents")]:
        button = page.get_by_role("button", name=name, exact=True)
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#{id}:popover-open")
        page.keyboard.press("Tab")
        same(page.evaluate("document.activeElement.closest('[popover]')?.id"), id)
        page.keyboard.press("Escape")
        same(page.locator(f"#{id}:popover-open").count(), 0)
        same(page.evaluate("document.activeElement.ariaLabel"), name)
    page.get_by_role("button", name="On this page", exact=True).click()
    page.locator("#Contents a").last.click()
    same(page.locator("#Contents:popover-open").count(), 0, "a link closes it")


def hold(page):
    """Keeps the scripts from coming that the page can wait for; what it returns lets them come."""
    held = []
    page.route("**/assets/script.*.js", lambda route: held.append(route))

    def release():
        same(len(held), 1, "the script was kept")
        held[0].continue_()
        page.unroute("**/assets/script.*.js")

    return release


def until(page, expression, value):
    """Waits until an expression has a value."""
    for _ in range(50):
        if page.evaluate(expression) == value:
            return
        page.wait_for_timeout(50)
    same(page.evaluate(expression), value, expression)


@check("the chosen scheme is there before the first paint, and is chosen again by the system")
def scheme(desk):
    for over in ["http", "file"]:
        page = desk.open(desk.own_guide().address(TECHNIQUE, over), color_scheme="light")
        button = page.get_by_role("button", name="Dark colours")
        colour = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(colour)
        same(button.get_attribute("aria-pressed"), "false")
        button.click()
        dark = page.evaluate(colour)
        same((dark != light, button.get_attribute("aria-pressed")), (True, "true"))
        if over == "http":
            release = hold(page)
            page.reload(wait_until="commit")
            page.wait_for_selector(".imprint", state="attached")
            same(page.evaluate(colour), dark, "before the script")
            release()
            page.wait_for_load_state()
        else:
            page.reload()
        same((page.evaluate(colour), button.get_attribute("aria-pressed")), (dark, "true"))
        button.click()
        same(page.evaluate(colour), light)
        page.emulate_media(color_scheme="dark")
        until(page, colour, dark)
        until(page, "document.querySelector('[data-toggle-scheme]').ariaPressed", "true")


@check("sections of the navigation stay open from page to page, without a jump")
def sections(desk):
    site = desk.own_guide()
    page = desk.open(site.address(""))
    manual = page.locator(".navigation details").filter(has=page.get_by_text("Manual", exact=True))
    same(manual.get_attribute("open"), None)
    page.get_by_text("Manual", exact=True).click()
    release = hold(page)
    page.goto(site.address("techniques/"), wait_until="commit")
    page.wait_for_selector(".imprint", state="attached")
    same(manual.get_attribute("open"), "", "before the script")
    release()
    same(page.locator(".navigation details[open]").count(), 2, "and the one around this page")
    page.get_by_text("Manual", exact=True).click()
    page.goto(site.address(""))
    same(page.locator(".navigation details[open]").count(), 0)


@check("sections that were opened are open while a page is still being read, wherever it is cut")
def pieces(desk):
    site = desk.own_guide()
    context = desk.context()
    page = desk.open(site.address(""), context)
    page.get_by_text("Manual", exact=True).click()
    document = (site.folder / "index.html").read_bytes()
    start = document.index(b"<details")
    summary = document.index(b"</summary>", start)
    for end in [document.index(b">", start) + 1, document.index(b">Manual<") + 4, summary, summary + 10]:
        with site.stopping(end) as rest:
            page.goto(site.address(""), wait_until="commit")
            page.wait_for_selector(".bar", state="attached")
            page.wait_for_timeout(100)
            rest.set()
        page.wait_for_selector(".imprint", state="attached")
        same(page.locator(".navigation details[open]").count(), 1, document[end - 30:end])


@check("where storage is forbidden the theme and the navigation work all the same")
def forbidden(desk):
    context = desk.context(color_scheme="light")
    context.add_init_script("""
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
    """)
    page = desk.open(desk.own_guide().address(""), context)
    page.get_by_role("button", name="Dark colours").click()
    same(page.locator("html").get_attribute("data-scheme"), "dark")
    page.get_by_text("Manual", exact=True).click()
    same(page.locator(".navigation details[open]").count(), 1)
    page.goto(desk.own_guide().address(TECHNIQUE))
    same(page.locator("#Panel").is_visible(), True)


@check("a page is copied as Markdown; where it cannot be, its link is followed")
def markdown(desk):
    site = desk.own_guide()
    granted = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = desk.open(site.address(TECHNIQUE), **granted)
    same(page.get_by_role("link", name="View as Markdown").is_visible(), False)
    page.get_by_role("button", name="Copy page as Markdown").click()
    page.locator("#Status:not(:empty)").wait_for()
    expected = (site.folder / TECHNIQUE / "index.md").read_text("utf-8")
    same(page.evaluate("navigator.clipboard.readText()"), expected)
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new DOMException('no')); }")
    page.get_by_role("button", name="Copy page as Markdown").click()
    page.wait_for_url("**/multi-turn-conversation/index.md")
    page.goto(site.address(TECHNIQUE, "file"))
    page.get_by_role("button", name="Copy page as Markdown").click()
    page.wait_for_url("file:**/multi-turn-conversation/index.md")


@check("the next page is asked for once a link is pointed at, once, and from no disk")
def prefetch(desk):
    site = desk.own_guide()
    hints = "[...document.querySelectorAll('link[rel=prefetch]')].map((each) => each.href)"
    page = desk.open(site.address(TECHNIQUE))
    link = page.locator(".pager .next")
    address = link.evaluate("link => link.href")
    with page.expect_request(address):
        link.hover()
    page.mouse.move(0, 0)
    link.focus()
    page.wait_for_timeout(150)
    same(page.evaluate(hints), [address])
    page.locator(".contents a").first.hover()
    page.wait_for_timeout(150)
    same(len(page.evaluate(hints)), 1, "this page is here already")
    context = desk.context()
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    for over, how in [("file", None), ("http", context)]:
        page = desk.open(site.address(TECHNIQUE, over), how)
        page.locator(".pager .next").hover()
        page.wait_for_timeout(150)
        same(page.evaluate(hints), [], over)


@check("the list of techniques is filtered and sorted, and its address says how")
def catalogue(desk):
    page = desk.open(guide(desk).address("patterns/"))
    shown = lambda: page.locator("#Catalogue > li:visible > a").all_inner_texts()
    field = lambda name: page.locator(f"#Filters [name={name}]")
    part = lambda: page.evaluate("location.hash")
    everything = ["Asking", "Building", "Choosing"]
    same(shown(), everything)
    reset = page.get_by_role("button", name="Show all")
    same(reset.is_visible(), False, "nothing is chosen yet")
    cases = [
        ("platform", "claude", ["Asking", "Building"]), ("platform", "openai", ["Building", "Choosing"]),
        ("tag", "talk", ["Asking", "Choosing"]), ("turns", "1", ["Asking"]),
        ("turns", "2-3", ["Building"]), ("turns", "4-", ["Choosing"]),
    ]
    for name, value, expected in cases:
        field(name).select_option(value)
        same(shown(), expected, f"{name} {value}")
        same(part(), f"#{name}={value}")
        reset.click()
        until(page, "location.hash", "")
        same(shown(), everything)
    field("words").fill("ZEBRAS quest")
    same((shown(), page.locator("#FilterCount").inner_text()), (["Asking"], "1 technique"))
    page.reload()
    same((shown(), field("words").input_value()), (["Asking"], "ZEBRAS quest"))
    field("words").fill("nothing has this")
    same((shown(), page.locator("#FilterCount").inner_text()), ([], "0 techniques"))
    page.goto(guide(desk).address("patterns/#order=turns&tag=talk"))
    page.reload()
    same(shown(), ["Asking", "Choosing"])
    page.goto(guide(desk).address("patterns/#order=variables&platform=openai"))
    until(page, "document.querySelector('#Filters [name=platform]').value", "openai")
    same(field("tag").input_value(), "", "what the address does not say is open again")
    page.goto(guide(desk).address("a/"))
    page.locator(".tags a").first.click()
    page.wait_for_url("**/tags/talk/")
    same(page.locator(".catalogue > li > a").all_inner_texts(), ["Asking", "Choosing"])


@check("the map shows what is around a technique, is filtered, says so in its address, and needs no script")
def technique_map(desk):
    def related(title, platforms, *others):
        links = "".join(f"- [{other}]({other}.md)\n" for other in others)
        return technique(title, "[x]", platforms, 1) + f"\n## Related Techniques\n\n{links}"

    site = desk.site("map", {
        "turnbook.yml": "name: The map\nplatforms: {claude: {name: Claude}, openai: {name: OpenAI}}\n",
        "content/index.md": "# Home\n",
        "content/a.md": related("Asking", "[claude]", "b", "c"),
        "content/b.md": related("Building", "[claude, openai]", "a"),
        "content/c.md": related("Choosing", "[openai]", "a", "d"),
        "content/d.md": related("Doing", "[openai]", "c"),
    })
    page = desk.open(site.address("patterns/map/"))
    texts = lambda what: [text.strip() for text in page.locator(what).all_text_contents()]
    names = lambda what: texts(f"#Map a{what}")
    shown = lambda: [a.text_content() for a in page.locator("#Map a").all() if a.is_visible()]
    part = lambda: page.evaluate("location.hash")
    everything = ["Asking", "Building", "Choosing", "Doing"]
    same((shown(), part(), names(".lit")), (everything, "", []))
    page.locator("#Map a", has_text="Asking").hover()
    same((names(".lit"), names(".near")), (["Asking"], ["Building", "Choosing"]))
    same(page.locator("#Map path.lit").count(), 2)
    page.locator("h1").hover()
    same(names(":is(.lit, .near)"), [])
    page.locator("#Filters [name=technique]").select_option("d")
    same((names(".lit"), names(".near"), part()), (["Doing"], ["Choosing"], "#technique=d"))
    page.locator("#Filters [name=platform]").select_option("claude")
    same((shown(), part()), (["Asking", "Building"], "#technique=d&platform=claude"))
    same(page.locator(".map-list > li:visible > a:first-child").all_inner_texts(), ["Asking", "Building"])
    same(page.locator("#FilterCount").inner_text(), "2 pages")
    page.reload()
    same(shown(), ["Asking", "Building"], "the address says it")
    page.get_by_role("button", name="Show all").click()
    until(page, "location.hash", "")
    same((shown(), names(".lit")), (everything, []))
    page.locator("#Map a", has_text="Choosing").focus()
    same(names(".near"), ["Asking", "Doing"], "for keyboards too")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Tab")
    same((names(".lit"), ring != "none"), (["Doing"], True))
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/")
    page.goto(site.address("a/"))
    page.get_by_role("link", name="map of the techniques").click()
    page.wait_for_url("**/patterns/map/#technique=a")
    until(page, "document.querySelectorAll('#Map .near').length", 2)
    plain = desk.open(site.address("patterns/map/"), javascript=False, viewport={"width": 390, "height": 800})
    same(plain.locator("#Filters").is_visible(), False)
    same(plain.evaluate("document.documentElement.scrollWidth"), 390, "the map scrolls, the page does not")
    plain.locator("#Map a", has_text="Choosing").click()
    plain.wait_for_url("**/c/")
    plain.locator(".around a", has_text="Asking").first.click()
    plain.wait_for_url("**/a/")


@check("tabs change together, with keys too, are remembered, and open for a link into them")
def tabs(desk):
    page = desk.open(guide(desk).address("tabs/"))
    chosen = lambda: page.locator("main [role=tab][aria-selected=true]").all_inner_texts()
    same(chosen(), ["Claude", "Claude"])
    page.get_by_role("tab", name="OpenAI").last.click()
    same(chosen(), ["OpenAI", "OpenAI"])
    page.keyboard.press("ArrowRight")
    same(chosen(), ["Claude", "Claude"])
    page.keyboard.press("End")
    page.goto(guide(desk).address(""))
    same(chosen(), ["OpenAI"], "on another page")
    page.get_by_role("tab", name="Claude").click()
    page.goto(guide(desk).address("tabs/#deeper"))
    same(chosen(), ["Claude", "OpenAI"], "the heading is in the second set")
    same(page.locator("#deeper").is_visible(), True)


@check("a redirect keeps the part of the page that the address names, from a disk too")
def redirects(desk):
    for over in ["http", "file"]:
        address = guide(desk).address("old/", over)
        page = desk.open(address + "#a-part")
        page.wait_for_url("**/new/**#a-part")
        top = page.locator("#a-part").evaluate("each => each.getBoundingClientRect().top")
        same(0 < top < 200, True, top)
    page = desk.open(guide(desk).address("old/"), javascript=False)
    page.wait_for_url("**/new/**")


RULES = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText);
}"""


@check("the style sheet of a site says what the theme's sources say, in fewer bytes")
def style(desk):
    theme = REPOSITORY / "templates"
    names = re.search(r"static let styles = \[(.*?)\]", (theme / "Theme.swift").read_text(), re.S)
    files = re.findall(r'"(.+?\.css)"', names[1])
    sources = "\n".join((theme / "theme" / file).read_text() for file in files)
    page = desk.open(desk.own_guide().address(""))
    written = page.evaluate("""async () => {
      return (await fetch(document.querySelector("link[rel=stylesheet]").href)).text();
    }""")
    plain = lambda text: [re.sub(r"\s*([,:])\s*", r"\1", rule) for rule in page.evaluate(RULES, text)]
    same(plain(written), plain(sources))
    same(len(written) < len(sources) * 0.9, True, len(written))


if __name__ == "__main__":
    main()
