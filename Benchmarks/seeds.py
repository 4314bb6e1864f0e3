"""The pages that a guide is made of, with their links.

Real pages are from `../shared/corpora/material-docs` where that is there, else from `content/`;
technique pages are from `content/techniques`.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

# What only MkDocs's plugins, a theme's own template or another folder give, and what browsers
# resolve from another place: it would measure the printing of findings.
UNKNOWN = [
    (re.compile(r"(?<=\.md)/?#(?:config|meta|option|\+)[\w.+-]+"), ""),
    (re.compile(r"(?<=\.md)/?#(?:using-grids|logo-image|logo-icon-bundled|advanced-settings"
                r"|instant-loading)\b"), ""),
    (re.compile(r"(\]: *|\]\()#(?:\+[\w.:]+|example|anchor-links--or-even-me)\b"), r"\1https://example.org/"),
    (re.compile(r"\]\[(?:mkdocs|config|meta|option)\.[\w.+-]+\]"), "]"),
    (re.compile(r"^template: .*\n", re.MULTILINE), ""),
    (re.compile(r"src=\"\.\./\.\./assets/"), 'src="../assets/'),
    (re.compile(r"^--8<-- \"_parts/.*\n", re.MULTILINE), ""),
    (re.compile(r"^( *!!!) (?:classic|pied-piper)\b", re.MULTILINE), r"\1 note"),
]
TITLE = re.compile(r"^(title:\s*|# )(.+)$", re.MULTILINE)
TARGET = re.compile(
    r"(?P<before>\]\(|^\s*\[[^\]^]+\]:\s+|\bsrc=\")(?P<path>[^)\s#\"]+)(?P<anchor>#[^)\s\"]*)?",
    re.MULTILINE)
OVERVIEW = "techniques/index.md"
ELSEWHERE = ("mailto:", "/", "data:", "$")


@dataclass(frozen=True)
class Seed:
    name: str  # its path from the folder of a copy
    text: str
    title: str
    pages: set[str] = field(default_factory=set)  # the pages it links to, by name
    files: set[str] = field(default_factory=set)  # what else it links to or shows


def folder_of_real_pages(repository: Path) -> Path | None:
    folder = repository.parent / "shared" / "corpora" / "material-docs"
    return folder if folder.is_dir() else None


def real_pages(repository: Path) -> list[Seed]:
    material = folder_of_real_pages(repository)
    if material:
        return seeds(material / "docs")
    return [seed for seed in seeds(repository / "content") if not seed.name.startswith("techniques/")]


def technique_pages(repository: Path) -> list[Seed]:
    return [seed for seed in seeds(repository / "content", "techniques") if seed.name != OVERVIEW]


def seeds(folder: Path, part: str = "") -> list[Seed]:
    """The pages of a folder, or of one folder in it."""
    names = sorted(path.relative_to(folder).as_posix() for path in (folder / part).rglob("*.md"))
    return [
        seed(name, known((folder / name).read_text(encoding="utf-8")))
        for name in names
        if not name.startswith("_")
    ]


def known(text: str) -> str:
    for pattern, replacement in UNKNOWN:
        text = pattern.sub(replacement, text)
    return text


def seed(name: str, text: str) -> Seed:
    found = TITLE.search(text)
    title = re.sub(r"[^\w .,-]", "", found.group(2) if found else "").strip() or Path(name).stem
    result = Seed(name, text, title)
    for match in TARGET.finditer(text):
        target = target_of(name, match)
        if target and target.endswith(".md"):
            result.pages.add(target)
        elif target and Path(target).suffix:
            result.files.add(target)
    return result


def target_of(name: str, match: re.Match) -> str | None:
    """What a link of a page leads to, from the folder of the copy; none where that is elsewhere."""
    path = match["path"]
    if "://" in path or path.startswith(ELSEWHERE):
        return None
    target = os.path.normpath(os.path.join(os.path.dirname(name), path))
    return None if target.startswith("../") else target


def with_title(seed: Seed, title: str, id: str) -> str:
    """The page with another title, in its front matter and in its first heading. Where there is
    front matter with a title, the id of the page's pattern follows it."""
    found = TITLE.search(seed.text)
    if not found:
        return f"# {title}\n\n{seed.text}"
    told = f"{title}\nid: {id}" if found[1].startswith("title") else title
    text = seed.text[: found.start(2)] + told + seed.text[found.end(2) :]
    return text.replace(f"\n# {found[2]}\n", f"\n# {title}\n", 1)
