"""Inputs that make careless programs slow: what twice the input costs, in time and in memory.

    python3 -B Benchmarks/pathological.py TURNBOOK [NAME …]

Each input is made in three sizes, each twice the one before. A time that grows fourfold with them is a
quadratic one. Times below a twentieth of a second say nothing and are left out. The largest inputs that
anybody could think of are made once, and must end in time, in a bounded memory, with findings at most.
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
LIMIT = 60


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
    "templates and examples": lambda size: "## The Pattern\n\n" + "".join(
        f"```text\nTurn 1: a{n} {{b}}\n```\n\nFilled-in example:\n\n```text\nTurn 1: c\n```\n\n" for n in range(size // 80)),
    "examples of names": lambda size: "## The Pattern\n\n" + "".join(
        f"Name {n}:\n\n```text\nTurn 1: {{a}}\n```\n\n" for n in range(size // 80)) + "".join(
        f"Example (nane {n}):\n\n```text\nTurn 1: c\n```\n\n" for n in range(size // 90)),
    "example of many turns": lambda size: "## The Pattern\n\n```text\n" + numbered("Turn #: {a#}\n")(size // 2)
                + "```\n\nFilled-in example:\n\n```text\n" + numbered("Turn #: b\n")(size // 2) + "```\n",
    "slots of one name": lambda size: "## The Pattern\n\n```text\n" + "".join(
        "{a" + "".join("!?.;,"[n // 5 ** digit % 5] for digit in range(8)) + "}\n" for n in range(size // 12)) + "```\n",
    "answers ahead": lambda size: "## The Pattern\n\n```text\n"
                + numbered("Turn #: {turn 99999999 response}\n")(size) + "```\n",
    "variables declared": lambda size: "---\nvariables:\n" + numbered("  - name: b#\n")(size // 2)
                + "---\n\n# A\n\n## The Pattern\n\n```text\n" + numbered("{a#}\n")(size // 2) + "```\n",
    "worked examples": lambda size: "## Examples in Practice\n\n" + "### A\n\n```text\nTurn 1: a\nTurn 1: b\n```\n\n" * (size // 50),
    "worked turns alike": lambda size: "## Examples in Practice\n\n```text\n" + "Turn 1: a\n" * (size // 10) + "```\n",
    "diagram of nodes": lambda size: "```mermaid\nflowchart LR\n" + numbered("a# --> b#\n")(size) + "```\n",
    "diagram of messages": lambda size: "```mermaid\nsequenceDiagram\n" + "a->>b: c\n" * (size // 9) + "```\n",
    "broken links": numbered("[a](b#.md) "),
    "broken anchors": numbered("[a](#b#) "),
    "long word": repeated("a"),
    "many words": numbered("w# "),
    "spaces": repeated(" "),
    "tabs as white space": repeated("\t"),
    "returns": repeated("\r"),
}


# Makers of the files of a guide by their paths, and the MiB that its build may take.
LARGEST = {
    "page of 100 MB": lambda: ({"index.md": "# Home\n", "large.md": "word " * 20_000_000}, 200),
    "page of 16 MB": lambda: ({"index.md": "word " * 3_300_000}, 2000),
    "100,000 pages": lambda: (
        {"index.md": "# Home\n"} | {f"f{n // 100}/p{n}.md": f"# Page {n}\n" for n in range(100_000)}, 2000),
    "100,000 pages in one folder": lambda: (
        {"index.md": "# Home\n"} | {f"p{n}.md": f"# Page {n}\n" for n in range(100_000)}, 2000),
    "100,000 files": lambda: (
        {"index.md": "# Home\n"} | {f"f{n // 100}/p{n}.txt": f"{n}" for n in range(100_000)}, 500),
    "a million footnotes": lambda: ({"index.md": numbered("[^#]: b\n")(13_000_000)}, 4000),
    "a million references": lambda: ({"index.md": numbered("[a#]: b\n")(13_000_000)}, 4000),
    "a million tabs": lambda: ({"index.md": '=== "a"\n\n    a\n\n' * 1_000_000}, 4000),
    "a million cells": lambda: ({"index.md": table(15_000_000)}, 4000),
    "a million links": lambda: ({"index.md": "[a](b.md) \n" * 1_000_000}, 4000),
    "a table of 10,000 columns": lambda: ({"index.md": wide_table(8 * 10_000)}, 500),
    "a diamond of snippets": lambda: (
        {"index.md": '--8<-- "s0.txt"\n', "s60.txt": "word\n"}
        | {f"s{n}.txt": f'--8<-- "s{n + 1}.txt"\n--8<-- "s{n + 1}.txt"\n' for n in range(60)}, 1000),
    "a flat bomb of snippets": lambda: (
        {"index.md": '--8<-- "s0.txt"\n' * 1000, "s0.txt": '--8<-- "s1.txt"\n' * 1000, "s1.txt": "word\n" * 1000}, 2000),
    "a circle of snippets": lambda: (
        {"index.md": '--8<-- "a.txt"\n', "a.txt": '--8<-- "b.txt"\n', "b.txt": '--8<-- "a.txt"\n' * 100}, 500),
    "a snippet on 2,000 pages": lambda: (
        {"index.md": "# Home\n", "s.txt": "word " * 20_000}
        | {f"p{n}.md": f'# Page {n}\n\n--8<-- "s.txt"\n' for n in range(2000)}, 2000),
    "aliases of aliases": lambda: (
        {"index.md": "---\na0: &a0 [x, x]\n" + "".join(
            f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)) + "---\n\n# A\n"}, 500),
    "folders in folders": lambda: ({"index.md": "# Home\n", "a/" * 1500 + "b.md": "# B\n"}, 500),
}
LARGEST_LIMIT = 300


def build(program: str, files: dict[str, str], limit: int, fast: bool = True) -> tuple[float, int, int]:
    """Seconds of processor time, KiB and exit code of a build."""
    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if fast and os.path.isdir("/dev/shm") else None))
    try:
        for path, text in files.items():
            file = folder / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        (folder / "turnbook.yml").write_text("name: A\n")
        words = ["/usr/bin/env", program, "build", "--fresh", "--jobs", "1", "--quiet"]
        process = subprocess.Popen(
            words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)))
        _, status, usage = os.wait4(process.pid, 0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(program: str, text: str) -> tuple[float, int, int]:
    return build(program, {"index.md": "# Home\n\n" + text if text[:3] != "---" else text}, LIMIT)


def main() -> None:
    program = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or list(INPUTS) + list(LARGEST)
    print(f"{'input':28} {'seconds':>20} {'growth':>12}  {'MiB':>14}  exit")
    faults = []
    for name in names:
        if name in LARGEST:
            files, most = LARGEST[name]()
            seconds, size, code = build(program, files, LARGEST_LIMIT, fast=False)
            wrong = code not in (0, 1) or size >> 10 > most
            faults += [name] if wrong else []
            print(f"{name:28} {seconds:20.2f} {'':12}  {size >> 10:13}  {code}{'  !' if wrong else ''}", flush=True)
            continue
        runs = [run(program, INPUTS[name](SIZE << step)) for step in range(3)]
        growth = [after[0] / before[0] if before[0] >= 0.05 else 0 for before, after in zip(runs, runs[1:])]
        codes = {code for _, _, code in runs}
        wrong = growth[1] > MOST or codes - {0, 1}
        faults += [name] if wrong else []
        print(f"{name:28} " + " ".join(f"{seconds:6.2f}" for seconds, _, _ in runs) + "  "
              + " ".join(f"{each:5.1f}" for each in growth) + "  "
              + " ".join(f"{size >> 10:6}" for _, size, _ in (runs[0], runs[2])) + "  "
              + ",".join(map(str, sorted(codes))) + ("  !" if wrong else ""), flush=True)
    if faults:
        sys.exit("worse than they may be: " + ", ".join(faults))


if __name__ == "__main__":
    # Folders in folders are made and removed by recursion.
    sys.setrecursionlimit(20_000)
    main()
