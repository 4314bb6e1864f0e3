"""What is run on a guide of many pages: the C loop, Turnbook, and Hugo."""

import re
import time
from dataclasses import replace
from pathlib import Path

import hugo
from corpus import Corpus
from measure import Run, last_core
from programs import Programs
from record import AGAIN, BUILD, CHECK, HUGO, LOOP, RENDER, TEXT, TITLE, USUAL, Record

# Seconds, on a file system with a coarse clock. What was written since is not relied on by a build.
TICK = 2.1
HEADING = re.compile(rb"^(title: |# )", re.MULTILINE)


class Builds:
    """One guide and all that is run on it, round by round."""

    def __init__(self, corpus: Corpus, session: Path, programs: Programs, record: Record):
        self.corpus = corpus
        self.programs = programs
        self.record = record
        self.where = str(corpus.pages)
        self.session = session / self.where
        self.session.mkdir(parents=True)
        self.rounds = 0
        self.settled = time.monotonic() + TICK
        self.listing = self.session / "pages.txt"
        pages = sorted(corpus.content.rglob("*.md"))
        self.listing.write_text("".join(f"{page}\n" for page in pages))
        self.blocked = blocked(corpus)
        self.is_usual = corpus.pages <= USUAL
        self.hugo = hugo.copy(corpus) if programs.hugo and self.is_usual else None
        record.sizes[self.where] = (corpus.pages, corpus.size)

    @property
    def site(self) -> Path:
        """The site that was written last."""
        return self.session / str(self.rounds)

    def round(self) -> None:
        self.rounds += 1
        time.sleep(max(0, self.settled - time.monotonic()))
        self.add(LOOP, self.programs.stopwatch.run([self.programs.loop, self.listing], last_core()))
        # A build that is blocked does everything but write, so that every error is told at once.
        # It makes no index for the search either: the time for that is taken from the full build.
        rendered = self.build(self.blocked, self.session / "nothing", "--fresh", code=1)
        written = self.build(self.corpus.folder, self.site, "--fresh")
        search = written.stages.get("search", 0)
        stages = {**rendered.stages, "search": search}
        self.add(
            RENDER, replace(rendered, seconds=rendered.seconds + search, cpu=None, stages=stages))
        self.add(BUILD, written)
        self.add(AGAIN, self.build(self.corpus.folder, self.site))
        if self.is_usual:
            self.edit()
        words = ["check", self.corpus.folder, "--jobs", self.programs.jobs, "--timings"]
        self.add(CHECK, self.programs.stopwatch.run([self.programs.turnbook, *words]))
        if self.hugo:
            output = self.session / f"hugo-{self.rounds}"
            words = hugo.command(self.programs.hugo, self.hugo, output)
            self.add(HUGO, self.programs.stopwatch.run(words))

    def edit(self) -> None:
        """One page changes in its text, then in its title; afterwards it is as it was."""
        page = self.corpus.content / self.corpus.real
        source = page.read_bytes()
        try:
            page.write_bytes(source + b"\nOne more sentence.\n")
            self.add(TEXT, self.build(self.corpus.folder, self.site))
            page.write_bytes(HEADING.sub(rb"\1Another ", source, count=1))
            self.add(TITLE, self.build(self.corpus.folder, self.site))
        finally:
            page.write_bytes(source)
            self.settled = time.monotonic() + TICK

    def build(self, folder: Path, output: Path, *flags: str, code: int = 0) -> Run:
        words = ["build", folder, "--output", output, "--jobs", self.programs.jobs, "--timings"]
        return self.programs.stopwatch.run([self.programs.turnbook, *words, *flags], code=code)

    def add(self, what: str, run: Run) -> None:
        self.record.add(self.where, what, run)


def blocked(corpus: Corpus) -> Path:
    """The same guide with a configuration that lets nothing be published."""
    folder = corpus.folder.with_name(f"{corpus.folder.name}-blocked")
    folder.mkdir(exist_ok=True)
    if not (folder / "content").is_symlink():
        (folder / "content").symlink_to(corpus.content)
    text = (corpus.folder / "turnbook.yml").read_text() + "let_nothing_be_published: true\n"
    (folder / "turnbook.yml").write_text(text)
    return folder
