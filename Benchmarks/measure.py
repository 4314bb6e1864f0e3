"""One run of a program: how long it took, what it used, and what it said."""

import os
import re
import resource
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

UNITS = {"µs": 1e-6, "ms": 1e-3, "s": 1.0}
TIMING = re.compile(r"^ *([a-z][a-z ]*?) +([\d.]+) (µs|ms|s)$", re.MULTILINE)


@dataclass
class Run:
    seconds: float
    cpu: float
    peak: int  # KB
    code: int
    output: str
    errors: str
    stages: dict[str, float] = field(default_factory=dict)


def run(words: list[str], core: int | None = None) -> Run:
    """Runs a program to its end, on one core if one is named."""

    def pin() -> None:
        if core is not None and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {core})

    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(words, stdout=output, stderr=errors, preexec_fn=pin)
        # wait4 gives this child's own use; getrusage(RUSAGE_CHILDREN) would give the largest of all.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
        return Run(
            seconds=seconds,
            cpu=usage.ru_utime + usage.ru_stime,
            peak=peak_in_kilobytes(usage),
            code=process.returncode,
            output=output.read().decode(errors="replace"),
            errors=said,
            stages={name: float(number) * UNITS[unit] for name, number, unit in TIMING.findall(said)},
        )


def peak_in_kilobytes(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss // 1024 if os.uname().sysname == "Darwin" else usage.ru_maxrss
