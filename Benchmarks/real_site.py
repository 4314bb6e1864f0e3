"""A real site, built by Turnbook and by the programs it was written for.

The Markdown and the configuration are those of Material for MkDocs's own documentation. Left out of
the configuration is what the copy lacks (the overrides and hooks of that project, its logo, the file of
abbreviations that is appended to every page) and what asks other hosts or needs another package
(analytics, minifying). What the pages link to and the copy lacks is there as an empty file.
"""

import re
from pathlib import Path

from corpus import VERSION, write_file
from programs import Programs
from record import MATERIAL, SITE, TURNBOOK, ZENSICAL, Record
from seeds import seeds

LEFT_OUT = [
    r"^  custom_dir:.*\n",
    r"^  favicon:.*\n",
    r"^    logo:.*\n",
    r"^  - minify:\n(?:      .*\n)*",
    r"^hooks:\n(?:  .*\n)*",
    r"^  analytics:\n(?:    .*\n)*",
    r"(?<=snippets):\n      auto_append:\n        .*(?=\n)",
]


class RealSite:
    def __init__(self, material: Path, place: Path, session: Path, programs: Programs, record: Record):
        self.programs = programs
        self.record = record
        self.session = session / "real"
        self.session.mkdir(parents=True)
        self.rounds = 0
        self.folder = copy(material, place)
        pages = list((self.folder / "docs").rglob("*.md"))
        record.sizes[SITE] = (len(pages), sum(page.stat().st_size for page in pages))

    def round(self) -> None:
        """Builds the site once with each program, into folders that are not there yet."""
        self.rounds += 1
        output = self.session / str(self.rounds)
        words = ["build", self.folder, "--output", f"{output}-turnbook", "--fresh", "--timings"]
        self.run(TURNBOOK, [self.programs.turnbook, *words])
        configuration = self.folder / "mkdocs.yml"
        if self.programs.mkdocs:
            words = ["build", "--quiet", "--config-file", configuration]
            self.run(MATERIAL, [self.programs.mkdocs, *words, "--site-dir", f"{output}-material"])
        if self.programs.zensical:
            # It has no option for the folder: its last site makes way.
            words = ["build", "--clean", "--config-file", configuration]
            self.run(ZENSICAL, [self.programs.zensical, *words])
            (self.folder / "site").rename(f"{output}-zensical")

    def run(self, what: str, words: list) -> None:
        self.record.add(SITE, what, self.programs.stopwatch.run(words))


def copy(material: Path, place: Path) -> Path:
    """Writes the copy of the site unless it is there."""
    folder = place / f"real-site-v{VERSION}"
    stamp = folder / "complete"
    if stamp.exists():
        return folder
    for seed in seeds(material / "docs"):
        write_file(folder / "docs" / seed.name, seed.text)
        for name in seed.files | seed.pages:
            file = folder / "docs" / name
            if not file.exists() and not (material / "docs" / name).exists():
                write_file(file, "# Elsewhere\n" if file.suffix == ".md" else "")
    for settings in material.glob("docs/**/.*.yml"):
        write_file(folder / settings.relative_to(material), settings.read_text(encoding="utf-8"))
    text = (material / "mkdocs.yml").read_text(encoding="utf-8")
    for pattern in LEFT_OUT:
        text = re.sub(pattern, "", text, flags=re.MULTILINE)
    write_file(folder / "mkdocs.yml", text)
    write_file(stamp, "")
    return folder
