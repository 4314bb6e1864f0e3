"""The search, as readers use it: over http and from a disk, with a keyboard, on a phone."""

from browser import check, main, same

FILES = {
    "turnbook.yml": "name: The guide\n",
    "content/index.md": "# Home\n\nA guide.\n",
    "content/few-shot.md": "# 少样本提示\n\n先给模型几个例子。\n\n## 何时使用\n\n当规则很难用文字说明时。\n",
    "content/cafe.md": "---\ntags: [drinks]\n---\n\n# Café\n\nWhere one sits.\n\n"
                       "## Opening hours\n\nFrom nine to five, with zebras.\n",
    "content/kubernetes.md": "# Kubernetes\n\nContainers <b>&amp;</b> `<script>alert(1)</script>`.\n",
    "content/hidden.md": "---\nsearch: {exclude: true}\n---\n\n# Hidden\n\nwombat\n",
    "content/draft.md": "---\ndraft: true\n---\n\n# Draft\n\nwombat\n",
}
OVER = ("http", "file")


def each(desk, **options):
    """The start page over each way to read it."""
    for over in OVER:
        yield over, desk.open(desk.site("searched", FILES).address("", over), **options)


def settle(page, root="#Search"):
    page.wait_for_selector(f"{root} [role=listbox][aria-busy=false]", state="attached")


def ready(page):
    """Waits for the script, which names the list of results."""
    page.wait_for_selector("#Search [role=listbox][id]", state="attached")


def ask(page, text, key="/"):
    page.keyboard.press(key)
    page.locator("#Search input").fill("")
    page.keyboard.type(text)
    ready(page)
    # What was typed is asked a moment later, unless it was there before the script.
    page.wait_for_timeout(150)
    settle(page)


def finds(page, expected, about="", root="#Search"):
    """Waits until the pages that are shown are these."""
    for _ in range(50):
        if titles(page, root) == expected:
            return
        page.wait_for_timeout(100)
    same(titles(page, root), expected, about)


def titles(page, root="#Search"):
    return [group.get_attribute("aria-label") for group in page.locator(f"{root} [role=group]").all()]


def said(page):
    return page.locator("#Search [role=status]").inner_text()


def chosen(page):
    """The address of the result that a screen reader is told."""
    id = page.locator("#Search input").get_attribute("aria-activedescendant")
    selected = page.locator("#Search [aria-selected=true]")
    same(selected.count(), 1, "one result is selected")
    same(selected.get_attribute("id"), id, "it is the one that the field names")
    return selected.get_attribute("href")


@check("nothing of the search is loaded before somebody wants it")
def lazy(desk):
    page = desk.open(desk.site("searched", FILES).address(""))
    loaded = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    same([name for name in loaded if "search" in name], [])


@check("a slash opens it, typing finds, arrows and Enter go to the heading")
def keyboard(desk):
    for over, page in each(desk):
        ask(page, "zebras")
        finds(page, ["Café"], over)
        same(page.locator("#Search mark").all_inner_texts(), ["zebras"], over)
        same(said(page), "One page", over)
        page.keyboard.press("ArrowDown")
        same(chosen(page).split("#")[-1], "opening-hours", over)
        page.keyboard.press("ArrowDown")
        same("#" in chosen(page), False, "behind the last comes the first")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/cafe/**#opening-hours")


@check("Escape closes it and gives the focus back; the last question is still there")
def escape(desk):
    for over, page in each(desk):
        ask(page, "zebras", key="Control+k")
        page.keyboard.press("Escape")
        same(page.locator("#Search").is_visible(), False, over)
        page.locator("[data-open-search]").focus()
        page.keyboard.press("Enter")
        same(page.locator("#Search input").input_value(), "zebras", over)
        page.keyboard.press("Escape")
        same(page.evaluate("'openSearch' in document.activeElement.dataset"), True, over)


@check("Control and Enter open a result beside the page")
def new_tab(desk):
    page = desk.open(desk.site("searched", FILES).address(""))
    ask(page, "kubernetes")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    same(opened.value.url.endswith("/kubernetes/"), True, opened.value.url)
    same(page.locator("#Search").is_visible(), True)


@check("words of any script find their page, and words that are nearly right")
def questions(desk):
    asked = {
        "kubrenets": "Kubernetes", "kuber": "Kubernetes", "cafe": "Café", "CAFÉ": "Café",
        "drinks": "Café", "提示": "少样本提示", "何时使用": "少样本提示", "例": "少样本提示",
    }
    for over, page in each(desk):
        for text, title in asked.items():
            ask(page, text)
            finds(page, [title], f"{over}: {text}")
            page.keyboard.press("Escape")


@check("text of a page stays text")
def escaping(desk):
    page = desk.open(desk.site("searched", FILES).address(""))
    ask(page, "alert")
    same("<script>alert(1)</script>" in page.locator("#Search [role=option]").first.inner_text(), True)
    same(page.locator("#Search script").count(), 0)


@check("what is not found is said, with words that are near; drafts and hidden pages are not found")
def nothing(desk):
    page = desk.open(desk.site("searched", FILES).address(""))
    ask(page, "wombat ")
    finds(page, [])
    same(said(page), "No page has this")
    page.keyboard.press("Escape")
    ask(page, "zebrqxyas ")
    page.locator("#Search .finder-near button").first.click()
    settle(page)
    finds(page, ["Café"])


@check("a slash in a field is a slash")
def typing(desk):
    page = desk.open(desk.site("searched", FILES).address(""))
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").press_sequentially("a/b")
    same(page.locator("main textarea").input_value(), "a/b")
    same(page.locator("#Search").is_visible(), False)


@check("nothing is asked while a word is being composed")
def composing(desk):
    page = desk.open(desk.site("searched", FILES).address(""))
    page.keyboard.press("/")
    ready(page)
    page.locator("#Search input").evaluate("""(field) => {
      field.value = "kubernetes";
      field.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    }""")
    page.wait_for_timeout(300)
    finds(page, [])
    page.locator("#Search input").dispatch_event("compositionend")
    page.wait_for_timeout(150)
    settle(page)
    finds(page, ["Kubernetes"])


@check("the page for lost addresses searches for their words")
def lost(desk):
    site = desk.site("searched", FILES)
    page = desk.open(site.address("404.html?q=zebras"))
    settle(page, "main")
    finds(page, ["Café"], root="main")


@check("on a phone it fills the screen")
def phone(desk):
    for over, page in each(desk, viewport={"width": 375, "height": 700}, has_touch=True):
        page.locator("[data-open-search]").tap()
        page.keyboard.type("zebras")
        page.wait_for_timeout(400)
        settle(page)
        box = page.locator("#Search").bounding_box()
        same(box, {"x": 0, "y": 0, "width": 375, "height": 700}, over)
        same(page.evaluate("document.documentElement.scrollWidth"), 375, over)
        page.locator("#Search [role=option]").first.tap()
        page.wait_for_url("**/cafe/**")


@check("without scripts there is no button that does nothing")
def without_scripts(desk):
    for over, page in each(desk, javascript=False):
        same(page.locator("[data-open-search]").is_visible(), False, over)


@check("without a search nothing of it is there")
def switched_off(desk):
    files = {**FILES, "turnbook.yml": "name: The guide\nsearch: false\n"}
    site = desk.site("unsearched", files)
    page = desk.open(site.address(""))
    same(page.locator("[data-open-search], #Search").count(), 0)
    page.keyboard.press("/")
    same((site.folder / "assets/search").exists(), False)


if __name__ == "__main__":
    main()
