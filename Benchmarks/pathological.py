"""Inputs that make careless programs slow: what twice the input costs, in time and in memory.

    python3 -B Benchmarks/pathological.py TURNBOOK [NAME …]

Each input is made in three sizes, each twice the one before. A time that grows fourfold with them is a
quadratic one. Times below a twentieth of a second say nothing and are left out.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Bytes of the smallest of the three.
SIZE = 250_000
# So much more than twice the time is noise.
MOST = 3.0
LIMIT = 30


def repeated(unit: str):
    return lambda size: (unit * (size // len(unit)))


def numbered(unit: str):
    """Units with a number of their own in the place of #."""
    return lambda size: "".join(unit.replace("#", str(n)) for n in range(size // (len(unit) + 4)))


def table(size: int) -> str:
    row = "| a | b | c |\n"
    return "| x | y | z |\n| --- | --- | --- |\n" + row * (size // len(row))


def wide_table(size: int) -> str:
    columns = size // 8
    return "| a " * columns + "|\n" + "|---" * columns + "|\n" + "| b " * columns + "|\n"


def short_rows(size: int) -> str:
    columns = int((size / 8) ** 0.5)
    return "| a " * columns + "|\n" + "|---" * columns + "|\n" + "|b|\n" * (size // 4)


def nested(opening: str, step: str):
    def make(size: int) -> str:
        depth = int((2 * size / len(step)) ** 0.5)
        return "".join(step * level + opening + "\n\n" for level in range(depth)) + step * depth + "end\n"
    return make


INPUTS = {
    "one paragraph": repeated("word "),
    "many paragraphs": repeated("word\n\n"),
    "images opened": repeated("![]("),
    "links opened": repeated("["),
    "links closed": repeated("]"),
    "brackets nested": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "emphasis opened": repeated("*a "),
    "emphasis both ways": repeated("*a**b _c__d "),
    "strikes": repeated("~~a ~b "),
    "marks": repeated("==a ^b "),
    "backticks": lambda size: "".join("`" * n + " " for n in range(int((2 * size) ** 0.5))),
    "entities": repeated("&amp;&#x;&"),
    "angles": repeated("<a <!-- <![CDATA[ <?"),
    "comments opened": repeated("<!-- "),
    "raw tags": repeated("<div><b>"),
    "raw attributes": repeated("<a b='c' href=\"d\">"),
    "tags never closed": repeated("<a href='"),
    "quotes deep": lambda size: ">" * size + " a",
    "quotes lazy": repeated("> a\nb\n"),
    "lists deep": nested("- a", "  "),
    "lists flat": repeated("- a\n"),
    "lists loose": repeated("- a\n\n  b\n"),
    "admonitions deep": nested("!!! note", "    "),
    "tabs deep": nested('=== "a"', "    "),
    "admonitions": repeated("!!! note\n\n    a\n\n"),
    "tabs": repeated('=== "a"\n\n    a\n\n'),
    "definition lists": repeated("a\n:   b\n\n"),
    "headings": numbered("# a #\n\n"),
    "headings alike": repeated("# a\n\n"),
    "references": numbered("[a#]: b\n"),
    "references used": lambda size: numbered("[a#]\n")(size // 2) + "\n" + numbered("[a#]: b\n")(size // 2),
    "references unknown": numbered("[a#][b#] "),
    "footnotes": lambda size: numbered("a[^#]\n")(size // 2) + "\n" + numbered("[^#]: b\n")(size // 2),
    "footnotes unused": numbered("[^#]: b\n"),
    "footnote used": lambda size: "[^1]: b\n\n" + "a[^1] " * (size // 6),
    "abbreviations": lambda size: numbered("*[A#]: b\n")(size // 2) + "\n" + numbered("A# ")(size // 2),
    "table long": table,
    "table wide": wide_table,
    "table with short rows": short_rows,
    "fences": repeated("```\na\n```\n\n"),
    "fence open": lambda size: "```python\n" + "x = 'a'\n" * (size // 8),
    "fence of quotes": lambda size: "```python\n" + "\"\"\"'''" * (size // 6) + "\n```\n",
    "fence of yaml": lambda size: "```yaml\n" + "a: {b: [c, \"d\n" * (size // 13) + "```\n",
    "attribute lists": repeated("a {#b .c d=e}\n\n"),
    "attribute lists open": repeated("{: a "),
    "autolinks": repeated("http://a.b/c "),
    "autolinks odd": repeated("http://a@b.c/&quot;)))) "),
    "addresses": repeated("a@b."),
    "emoji": repeated(":a:b"),
    "snippets": repeated('--8<-- "a"\n'),
    "front matter": lambda size: "---\n" + numbered("a#: b\n")(size) + "---\n\n# A\n",
    "front matter deep": lambda size: "---\na: " + "[" * size + "\n---\n\n# A\n",
    "front matter aliases": lambda size: "---\na: &x [b]\nc:\n" + "  - *x\n" * (size // 7) + "---\n\n# A\n",
    "slots": lambda size: "## The Pattern\n\n```text\n" + numbered("{a#}\n")(size) + "```\n",
    "one slot": lambda size: "## The Pattern\n\n```text\n" + "{a} " * (size // 4) + "\n```\n",
    "turns": lambda size: "## The Pattern\n\n```text\n" + numbered("Turn #: {a}\n")(size) + "```\n",
    "braces opened": lambda size: "## The Pattern\n\n```text\n" + "{a" * (size // 2) + "\n```\n",
    "templates": lambda size: "## The Pattern\n\n" + "```text\nTurn 1: {a}\n```\n\n" * (size // 26),
    "examples": lambda size: "## The Pattern\n\n```text\nTurn 1: {a} {b}\n```\n\n"
                + "Filled-in example:\n\n```text\nTurn 1: c d\n```\n\n" * (size // 52),
    "broken links": numbered("[a](b#.md) "),
    "broken anchors": numbered("[a](#b#) "),
    "long word": repeated("a"),
    "many words": numbered("w# "),
    "spaces": repeated(" "),
    "tabs as white space": repeated("\t"),
    "returns": repeated("\r"),
}


def run(program: str, text: str) -> tuple[float, int, int]:
    """Seconds of processor time, KiB and exit code of a build."""
    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    try:
        (folder / "content").mkdir()
        (folder / "content/index.md").write_text("# Home\n\n" + text if text[:3] != "---" else text)
        (folder / "turnbook.yml").write_text("name: A\n")
        words = ["/usr/bin/env", program, "build", "--fresh", "--jobs", "1", "--quiet"]
        process = subprocess.Popen(
            words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)))
        _, status, usage = os.wait4(process.pid, 0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    program = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or list(INPUTS)
    print(f"{'input':24} {'seconds':>24} {'growth':>12}  {'MiB':>14}  exit")
    faults = []
    for name in names:
        runs = [run(program, INPUTS[name](SIZE << step)) for step in range(3)]
        growth = [after[0] / before[0] if before[0] >= 0.05 else 0 for before, after in zip(runs, runs[1:])]
        codes = {code for _, _, code in runs}
        wrong = growth[1] > MOST or codes - {0, 1}
        faults += [name] if wrong else []
        print(f"{name:24} " + " ".join(f"{seconds:7.2f}" for seconds, _, _ in runs) + "  "
              + " ".join(f"{each:5.1f}" for each in growth) + "  "
              + " ".join(f"{size >> 10:6}" for _, size, _ in (runs[0], runs[2])) + "  "
              + ",".join(map(str, sorted(codes))) + ("  !" if wrong else ""), flush=True)
    if faults:
        sys.exit("worse than in proportion: " + ", ".join(faults))


main()
