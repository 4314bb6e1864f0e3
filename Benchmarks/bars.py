"""The figures that Turnbook is held to, each beside its bar."""

from dataclasses import dataclass, replace
from statistics import median

from record import (
    AGAIN, BUILD, CHECK, FILL, HUGO, LOOP, MATERIAL, NOTHING, RENDER, SERVE, SITE, TOLD, TURNBOOK,
    USUAL, Record)
from weight import PageWeight, SearchWeight

MILLISECONDS = 1e3
KB = 1e3
MB = 1e6
LARGEST = 100_000


@dataclass(frozen=True)
class Row:
    what: str
    figure: str
    bar: str
    verdict: str


def rows(record: Record, pages: list[PageWeight], searches: list[SearchWeight]) -> list[Row]:
    guide = [where for where in record.guides() if int(where) <= USUAL][-1]
    found = builds(record, guide) + real_site(record) + growth(record) + daily(record, guide)
    return found + fills(record) + page_views(pages) + first_searches(searches)


def builds(record: Record, guide: str) -> list[Row]:
    used = record.cpu(guide, BUILD) / record.cpu(guide, LOOP)
    found = [
        most(f"full build of {int(guide):,} pages before writing, against the C loop",
             record.ratio(guide, RENDER, LOOP), 1.0, " ×"),
        most(f"the same with everything written (CPU: {used:.1f} ×)",
             record.ratio(guide, BUILD, LOOP), 2.0, " ×"),
    ]
    against_hugo = "the same against Hugo"
    if not record.has(guide, HUGO):
        return [*found, missing(against_hugo, "≥ 10 × faster", "no Hugo here")]
    return [*found, least(against_hugo, record.ratio(guide, HUGO, BUILD), 10, " × faster")]


def real_site(record: Record) -> list[Row]:
    if not record.has(SITE, TURNBOOK):
        return [missing("the real site", "≤ 60 ms", "there is no ../shared/corpora")]
    time = record.seconds(SITE, TURNBOOK) * MILLISECONDS
    found = [most(f"real site of {record.sizes[SITE][0]} pages, cold", time, 60, " ms", 0)]
    against = "the same against Material for MkDocs"
    if not record.has(SITE, MATERIAL):
        return [*found, missing(against, "≥ 50 × faster", "no Material for MkDocs here")]
    return [*found, least(against, record.ratio(SITE, MATERIAL, TURNBOOK), 50, " × faster")]


def growth(record: Record) -> list[Row]:
    """Time by page and peak memory of the largest guide; the bar is for 100,000 pages."""
    small, large = "1000", record.guides()[-1]
    found = []
    if record.has(small, BUILD) and int(large) > int(small):
        each = [record.seconds(where, BUILD) / int(where) for where in (large, small)]
        what = f"time by page, {int(large):,} pages against {int(small):,}"
        row = most(what, each[0] / each[1], 1.2, " ×")
        if int(large) < LARGEST:
            row = replace(row, verdict=f"{LARGEST:,} pages: with FULL=1")
        found.append(row)
    peak, size = record.peak(large, BUILD) / MB, record.sizes[large][1] / MB
    what = f"peak memory at {int(large):,} pages, {size:.0f} MB of Markdown (2.5 × that + 60 MB)"
    return [*found, most(what, peak, 2.5 * size + 60, " MB", 0)]


def daily(record: Record, guide: str) -> list[Row]:
    pages = f"{int(guide):,} pages"
    again = record.seconds(guide, AGAIN) * MILLISECONDS
    told = "a page edited while serving, until the browser is told"
    if record.has(SERVE, TOLD):
        time = record.seconds(SERVE, TOLD) * MILLISECONDS
        row = most(f"{told}, {record.sizes[SERVE][0]:,} pages", time, 20, " ms", 0)
    else:
        row = missing(told, "≤ 20 ms", "there is no `turnbook serve`")
    return [
        most(f"nothing changed, {pages}", again, 100, " ms", 0),
        row,
        most(f"check of {pages}, against the build before writing",
             record.ratio(guide, CHECK, RENDER), 1.0, " ×"),
    ]


def fills(record: Record) -> list[Row]:
    start = record.seconds(FILL, NOTHING) * MILLISECONDS
    return [
        most(f"{what} (`{NOTHING}` takes {start:.1f} ms)",
             record.seconds(FILL, what) * MILLISECONDS, 5, " ms", 1)
        for what in record.at(FILL)
        if what != NOTHING
    ]


def page_views(pages: list[PageWeight]) -> list[Row]:
    heaviest = max(page.compressed for page in pages)
    return [
        most("first page view, compressed", heaviest / KB, 40, " KB", 1),
        most("first page view, requests", max(page.requests for page in pages), 6, "", 0),
        most("first page view, other hosts", max(page.hosts for page in pages), 0, "", 0),
    ]


def first_searches(searches: list[SearchWeight]) -> list[Row]:
    if not searches:
        return [missing("first search", "≤ 100 KB, ≤ 50 ms", "there is no node here")]
    heaviest = max(search.compressed for search in searches)
    time = median(search.milliseconds for search in searches)
    return [
        most("first search, fetched", heaviest / KB, 100, " KB", 1),
        most(f"first search, until results (median of {len(searches)} questions)", time, 50, " ms", 0),
    ]


def most(what: str, figure: float, bar: float, unit: str, digits: int = 2) -> Row:
    return judged(what, figure, f"≤ {bar:,.{digits}f}{unit}", figure - bar, unit, digits)


def least(what: str, figure: float, bar: float, unit: str, digits: int = 1) -> Row:
    return judged(what, figure, f"≥ {bar:,.{digits}f}{unit}", bar - figure, unit, digits)


def judged(what: str, figure: float, bar: str, lacking: float, unit: str, digits: int) -> Row:
    short = f"short by {lacking:,.{digits}f}{unit.removesuffix(' faster')}"
    return Row(what, f"{figure:,.{digits}f}{unit}", bar, "met" if lacking <= 0 else short)


def missing(what: str, bar: str, why: str) -> Row:
    return Row(what, "", bar, f"not measured: {why}")
