"""Every kind of page of this repository's own guide: for eyes, keyboards, screen readers and paper."""

import pathlib

from browser import AXE, check, main, same

# Pages that are alike are looked at five times, not a hundred.
SAMPLE = 5
SIZES = {320: 640, 375: 800, 1280: 900}
SEEN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "region"]
# One page of each kind.
KINDS = ["", "techniques/", "techniques/multi-turn-conversation/", "manual/checking/", "patterns/",
         "patterns/map/",
         "tags/", "tags/planning/", "404.html"]


def addresses(site):
    """All pages but most of the diagnostics and of the tags."""
    pages = sorted(
        str(file.relative_to(site.folder)).removesuffix("index.html")
        for file in site.folder.rglob("*.html"))
    alike = [[page for page in pages if page.startswith(start) and page not in KINDS]
             for start in ("reference/diagnostics/", "tags/")]
    left_out = {*alike[0][SAMPLE:], *alike[1]}
    return [page for page in pages if page not in left_out]


def resize(page, width):
    page.set_viewport_size({"width": width, "height": SIZES[width]})


def overflow(page):
    """What sticks out of the page sideways; nothing, where it does not scroll."""
    return page.evaluate("""() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      return [...document.querySelectorAll("body *")].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && (box.right > width + 1 || box.left < -1);
      }).map((each) => each.outerHTML.slice(0, 120)).slice(0, 3);
    }""")


def outline(page):
    """What is wrong with the headings of a page, and with its landmarks."""
    levels = page.locator("main :is(h1, h2, h3, h4, h5, h6)").evaluate_all(
        "all => all.filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))")
    skipped = [pair for pair in zip([1, *levels], levels) if pair[1] > pair[0] + 1]
    titles, mains = levels.count(1), page.locator("main, [role=main]").count()
    return [*skipped, *([] if (titles, mains) == (1, 1) else [(titles, mains)])]


def settled(page):
    """Waits until colours have stopped changing."""
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")


@check("axe finds nothing on any page, headings are in order, and none scrolls sideways")
def every_page(desk):
    site = desk.own_guide()
    pages = addresses(site)
    same([page for page in KINDS if page not in pages], [])
    # Two pages at a time, a large and a small one: each has a process of its own.
    contexts = [desk.context(color_scheme=scheme, reduced_motion="reduce") for scheme in ("light", "dark")]
    for context in contexts:
        context.add_init_script(AXE)
    large, small = [desk.open(site.address(""), context) for context in contexts]
    found, modes = [], 0
    for name in pages:
        for page, width in [(large, 1280), (small, 375)]:
            resize(page, width)
            page.goto(site.address(name))
        # The other way round only where something else may be seen.
        for schemes in [("light", "dark"), ("dark", "light")][:2 if name in KINDS else 1]:
            for page, scheme in [(large, schemes[0]), (small, schemes[1])]:
                page.emulate_media(color_scheme=scheme)
                settled(page)
                # What does not depend on colours and sizes was seen on the large page.
                desk.begin(page, rules=None if name in KINDS or page == large else SEEN)
            found += [(name, schemes, each) for page in (large, small) for each in desk.found(page)]
            modes += 2
        for page, scheme in [(large, "light"), (small, "dark")]:
            page.emulate_media(color_scheme=scheme)
        found += [(name, 1280, each) for each in overflow(large) + outline(large)]
        for width in [375, 320]:
            resize(small, width)
            found += [(name, width, each) for each in overflow(small)]
    same(found, [])
    large.evaluate("() => { document.querySelector('h1').style.color = '#ddd'; }")
    same([rule for rule, _ in desk.violations(large)], ["color-contrast"], "it sees a fault")
    print(f"  {len(pages)} pages, {modes} runs of axe, {len(SIZES)} widths")


@check("axe finds nothing in what opens: search, drawers, a panel that is filled in")
def opened(desk):
    site = desk.own_guide()
    page = desk.open(site.address("techniques/multi-turn-conversation/"))
    for width in [375, 1280]:
        for scheme in ["light", "dark"]:
            about = f"{width} {scheme}"
            resize(page, width)
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.get_by_role("button", name="Use the example").click()
            desk.axe(page, about, "#Panel")
            page.locator("[data-open-search]").click()
            page.keyboard.type("turn")
            page.wait_for_selector("#Search [role=option]")
            desk.axe(page, f"search {about}", "#Search")
            page.keyboard.press("Escape")
            for name, id in [("Menu", "Navigation"), ("On this page", "Contents")]:
                button = page.get_by_role("button", name=name, exact=True)
                if not button.is_visible():
                    continue
                button.click()
                page.wait_for_selector(f"#{id}:popover-open")
                desk.axe(page, f"{name} {about}")
                same(overflow(page), [], f"{name} {about}")
                page.keyboard.press("Escape")


@check("without scripts the page can be read, drawers open, and no control is dead")
def without_scripts(desk):
    site = desk.own_guide()
    for width in [375, 1280]:
        page = desk.open(site.address(""), javascript=False, viewport={"width": width, "height": 800})
        for name in ["", "techniques/multi-turn-conversation/", "patterns/", "404.html", "manual/turn/"]:
            page.goto(site.address(name))
            same(page.locator("h1").is_visible(), True, name)
            dead = page.locator(
                "button:visible:not([popovertarget]), input:visible:not([disabled]), select:visible, "
                "[data-do]:visible")
            same(dead.evaluate_all("all => all.map((each) => each.outerHTML)"), [], f"{name} {width}")
            for tab in page.locator("main .tab").all():
                same(tab.is_visible(), True, name)
            markdown = page.get_by_role("link", name="View as Markdown")
            same(markdown.count() == 1, name.count("/") == 2, name)
        page.goto(site.address("techniques/multi-turn-conversation/"))
        for button, id in [("Menu", "Navigation"), ("On this page", "Contents")]:
            drawer = page.locator(f"#{id}")
            if width < 1000:
                same(drawer.is_visible(), False, id)
                page.get_by_role("button", name=button, exact=True).click()
            same(drawer.is_visible(), True, f"{id} {width}")
            same(drawer.locator("a:visible").count() > 4, True, id)
            page.keyboard.press("Escape")
        page.get_by_role("link", name="View as Markdown").click()
        page.wait_for_url("**/multi-turn-conversation/index.md")


@check("on paper there is the text, all of it, and nothing to press")
def paper(desk):
    site = desk.own_guide()
    page = desk.open(site.address("techniques/multi-turn-conversation/"))
    same(page.locator("#Panel").is_visible(), True)
    page.emulate_media(media="print")
    same(page.evaluate("document.getAnimations().length"), 0, "paper does not wait")
    for part in [".bar", ".navigation", ".contents", ".pager", ".imprint", "#Panel", ".actions"]:
        same(page.locator(part).first.is_visible(), False, part)
    same(page.locator("main button:visible").count(), 0)
    same(page.locator("main h1").is_visible(), True)
    for tab in page.locator("main .tab").all():
        same(tab.is_visible(), True)
    page.goto(site.address("patterns/"))
    same(page.locator("#Filters").is_visible(), False, "filters")
    same(page.locator("#Catalogue > li:visible").count(), page.locator("#Catalogue > li").count())


@check("from right to left the page is mirrored, and fits")
def mirrored(desk):
    site = desk.own_guide("ar")
    page = desk.open(site.address(""))
    for name in KINDS:
        resize(page, 1280)
        page.goto(site.address(name))
        same(page.locator("html").get_attribute("dir"), "rtl")
        places = page.evaluate("""() => ["#Navigation", "#Main", "#Contents"].map((each) =>
            document.querySelector(each)?.getBoundingClientRect().left).filter(Boolean)""")
        same(places, sorted(places, reverse=True), name)
        for width in SIZES:
            resize(page, width)
            same(overflow(page), [], f"{name} {width}")
    resize(page, 375)
    page.get_by_role("button", name="Menu").click()
    page.wait_for_selector("#Navigation:popover-open")
    settled(page)
    box = page.locator("#Navigation").bounding_box()
    same(round(box["x"] + box["width"]), 375)


@check("a reader who wants little motion gets none")
def motion(desk):
    site = desk.own_guide()
    page = desk.open(site.address("techniques/multi-turn-conversation/"))
    moving = """() => [...document.querySelectorAll("*")].filter((each) => {
      const style = getComputedStyle(each);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" ||
        style.scrollBehavior === "smooth";
    }).length"""
    same(page.evaluate(moving) > 0, True)
    page.emulate_media(reduced_motion="reduce")
    same(page.evaluate(moving), 0)


@check("from a disk every page opens, and links to folders lead to their pages")
def disk(desk):
    site = desk.own_guide()
    page = desk.open(site.address("", "file"))
    page.get_by_role("link", name="Chain-of-Thought").first.click()
    page.wait_for_url("file:**/chain-of-thought/index.html")
    page.locator(".brand").click()
    page.wait_for_url("file:**/site/index.html")
    # The page for lost addresses is made for a server.
    for name in KINDS[:-1]:
        page.goto(site.address(name, "file"))
        same(page.evaluate("getComputedStyle(document.querySelector('.bar')).position"), "sticky", name)
        links = page.evaluate("""() => [...document.querySelectorAll("a[href]")].filter((link) =>
            link.protocol === "file:").map((link) => decodeURI(link.pathname))""")
        for link in links:
            path = pathlib.Path(link)
            same((path / "index.html" if link.endswith("/") else path).is_file(), True, link)


if __name__ == "__main__":
    main()
