"""What a result was measured on: a number without it says little."""

import os
import platform
import subprocess
from pathlib import Path


def describe(repository: Path) -> list[str]:
    return [
        f"turnbook: commit {said('git', '-C', str(repository), 'describe', '--always', '--dirty')}",
        f"machine: {summary()}",
        f"load: {load()}",
        f"Swift: {said('swift', '--version')}",
        f"libcmark: {said('pkg-config', '--modversion', 'libcmark')}",
        f"libyaml: {said('pkg-config', '--modversion', 'yaml-0.1')}",
        f"C compiler: {said(os.environ.get('CC', 'cc'), '--version')}",
        f"node: {said('node', '--version')}",
    ]


def summary() -> str:
    return f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def load() -> str:
    """How many processes wanted to run in the last 1, 5 and 15 minutes."""
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def said(*words: str) -> str:
    try:
        result = subprocess.run(words, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return (result.stdout.splitlines() or ["unknown"])[0].strip()


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return said("sysctl", "-n", "machdep.cpu.brand_string")
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def free_bytes(place: Path) -> int:
    """What can still be used in a folder: of a file system in memory no more than the memory."""
    status = os.statvfs(place)
    free = status.f_bavail * status.f_frsize
    try:
        lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return free
    available = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    return min(free, available)
