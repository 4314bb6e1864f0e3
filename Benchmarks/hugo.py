"""The pages of a guide as Hugo reads them, with the smallest layout that has a table of contents."""

import re
from pathlib import Path

from corpus import Corpus, write_file

CONFIGURATION = """\
baseURL = "https://example.org/guide/"
title = "Benchmark"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUT = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<nav>{{ .TableOfContents }}</nav>
<main>{{ .Content }}</main>
</body>
</html>
"""
FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
TITLE = re.compile(r"^(?:title:\s*|# )(.+)$", re.MULTILINE)


def copy(corpus: Corpus) -> Path:
    """Writes the copy beside the guide unless it is there."""
    folder = corpus.folder.with_name(f"{corpus.folder.name}-hugo")
    stamp = folder / "complete"
    if stamp.exists():
        return folder
    for page in corpus.content.rglob("*.md"):
        name = page.relative_to(corpus.content)
        # To Hugo an index.md makes the folder one page and all else in it that page's files.
        name = name.with_name("_index.md") if name.name == "index.md" else name
        write_file(folder / "content" / name, page_of(page.read_text(encoding="utf-8")))
    write_file(folder / "hugo.toml", CONFIGURATION)
    for layout in ("single", "list"):
        write_file(folder / "layouts" / "_default" / f"{layout}.html", LAYOUT)
    write_file(stamp, "")
    return folder


def page_of(text: str) -> str:
    """The page with its title as its only front matter, and nothing that Hugo takes for a shortcode."""
    found = TITLE.search(text)
    title = found[1].replace('"', "") if found else "Start"
    body = FRONT_MATTER.sub("", text, count=1).replace("{{<", "{ {<").replace("{{%", "{ {%")
    return f'---\ntitle: "{title}"\n---\n\n{body}'


def command(program: Path, folder: Path, output: Path) -> list:
    return [program, "--source", folder, "--destination", output, "--quiet", "--logLevel", "error"]
