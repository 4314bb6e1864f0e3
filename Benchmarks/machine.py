"""What a result was measured on: a number without it says little."""

import os
import platform
import subprocess
from pathlib import Path


def describe(repository: Path) -> list[str]:
    return [
        f"turnbook: commit {said('git', '-C', str(repository), 'describe', '--always', '--dirty')}",
        f"machine: {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        f"load: {' '.join(f'{load:.2f}' for load in os.getloadavg())}",
        f"Swift: {said('swift', '--version')}",
        f"libcmark: {said('pkg-config', '--modversion', 'libcmark')}",
        f"libyaml: {said('pkg-config', '--modversion', 'yaml-0.1')}",
        f"C compiler: {said(os.environ.get('CC', 'cc'), '--version')}",
    ]


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
