"""Runs of programs: how long each took, what it used, and what it said."""

import os
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

UNITS = {"µs": 1e-6, "ms": 1e-3, "s": 1.0}
TIMING = re.compile(r"^ *([a-z][a-z ]*?) +([\d.]+) (µs|ms|s)$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    seconds: float
    cpu: float | None = None  # seconds of all cores
    peak: int = 0  # KB; 0 where it is not known
    stages: dict[str, float] = field(default_factory=dict)


class Stopwatch:
    """The program `stopwatch`, and the file that keeps what the last run said."""

    def __init__(self, program: str, output: Path):
        self.program = program
        self.output = output

    def run(self, words: list, core: int | None = None, code: int = 0) -> Run:
        """Runs a program once and reads its stages, where it tells them."""
        return self.runs(1, words, core, code)[0]

    def runs(self, count: int, words: list, core: int | None = None, code: int = 0) -> list[Run]:
        """Runs a program several times, on one core if one is named. Another exit code ends all."""
        place = "-" if core is None else str(core)
        called = [self.program, place, str(count), self.output, *words]
        told = subprocess.run([str(word) for word in called], capture_output=True, text=True)
        if told.returncode != 0:
            sys.exit(told.stderr)
        said = self.output.read_text(encoding="utf-8", errors="replace")
        stages = {name: float(number) * UNITS[unit] for name, number, unit in TIMING.findall(said)}
        runs = []
        for line in told.stdout.splitlines():
            seconds, cpu, peak, ended = line.split()
            if int(ended) != code:
                command = " ".join(str(word) for word in words)
                sys.exit(f"{command}\nended with {ended} instead of {code}:\n{said[-2000:]}")
            runs.append(Run(float(seconds), float(cpu), int(peak), stages))
        return runs


def timed(words: list, folder: Path) -> tuple[float, float]:
    """Runs a program in a folder; seconds on the clock, and of all cores. It may find something wrong there."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    told = subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if told.returncode > 1 or told.returncode < 0:
        sys.exit(f"{' '.join(str(word) for word in words)}\nended with {told.returncode}:\n{told.stderr[-2000:]}")
    return seconds, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def last_core() -> int | None:
    """A core for what runs on one; the first has most of the machine's own work."""
    return max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
