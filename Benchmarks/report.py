"""What a run has found: tables for a reader, files of numbers, and the table of README.md."""

import csv
import time
from pathlib import Path
from statistics import median

from bars import MB, Row
from machine import load, summary
from record import AGAIN, BUILD, CHECK, LOOP, RENDER, TURNBOOK, Record
from weight import PageWeight, SearchWeight

BEGIN = "<!-- measured: -->"
END = "<!-- :measured -->"


def print_runs(record: Record) -> None:
    for where in record.places():
        pages, size = record.sizes.get(where, (0, 0))
        title = f"{pages:,} pages" if where.isdigit() else where
        if size:
            title += f", {size / MB:.1f} MB of Markdown"
        print(f"\n{title}\n{'':<42}{'runs':>5}{'median':>11}{'ratio':>8}{'best':>11}{'ratio':>8}"
              f"{'CPU':>11}{'ratio':>8}{'a page':>10}{'peak':>12}")
        for what, runs in record.at(where).items():
            print(f"{what:<42}{len(runs):>5}{cells(record, where, what, pages)}")


def cells(record: Record, where: str, what: str, pages: int) -> str:
    """What one row says, each with its ratio to the yardstick of the place where it has one."""
    time, best = record.seconds(where, what), record.best(where, what)
    cpu, peak = record.cpu(where, what), record.peak(where, what)
    ratios = ["", "", ""]
    yardstick = next((name for name in (LOOP, TURNBOOK) if record.has(where, name)), None)
    if yardstick:
        ratios[0] = f"{record.ratio(where, what, yardstick):.2f}"
        ratios[1] = f"{best / record.best(where, yardstick):.2f}"
        ratios[2] = f"{cpu / record.cpu(where, yardstick):.2f}" if cpu else ""
    used = words(cpu) if cpu else ""
    page = f"{time / pages * 1e6:,.0f} µs" if yardstick else ""
    memory = f"{peak / MB:,.1f} MB" if peak else ""
    return (f"{words(time):>11}{ratios[0]:>8}{words(best):>11}{ratios[1]:>8}"
            f"{used:>11}{ratios[2]:>8}{page:>10}{memory:>12}")


def words(seconds: float) -> str:
    return f"{seconds:.3f} s" if seconds >= 0.1 else f"{seconds * 1e3:.2f} ms"


def print_stages(record: Record, where: str) -> None:
    columns = [name for name in (RENDER, BUILD, AGAIN, CHECK, TURNBOOK) if record.has(where, name)]
    names = list(dict.fromkeys(
        stage for name in columns for run in record.at(where)[name] for stage in run.stages))
    if not names:
        return
    # "all" ends every list of stages.
    names.sort(key=lambda name: name == "all")
    print(f"\nstages, medians, {where}{' pages' if where.isdigit() else ''}")
    print(" " * 20 + "".join(f"{name:>28}" for name in columns))
    for stage in names:
        line = f"{stage:<20}"
        for column in columns:
            times = [run.stages[stage] for run in record.at(where)[column] if stage in run.stages]
            line += f"{words(median(times)) if times else '':>28}"
        print(line)


def print_weights(pages: list[PageWeight], searches: list[SearchWeight]) -> None:
    print("\nfirst page view, compressed")
    for page in pages:
        print(f"{page.compressed / 1e3:>8.1f} KB{page.requests:>4} requests{page.hosts:>4} other hosts"
              f"  {page.page}")
    print("\nfirst search, compressed")
    for search in searches:
        print(f"{search.compressed / 1e3:>8.1f} KB{search.requests:>4} requests"
              f"{search.milliseconds:>6.0f} ms  {search.question}")


def print_bars(rows: list[Row]) -> None:
    lines = [Row("what", "figure", "bar", ""), *rows]
    first, second, third = (
        max(len(getattr(row, name)) for row in lines) for name in ("what", "figure", "bar"))
    print()
    for row in lines:
        line = f"{row.what:<{first}}  {row.figure:>{second}}  {row.bar:>{third}}  {row.verdict}"
        print(line.rstrip())


def keep(
    folder: Path, record: Record, rows: list[Row], pages: list[PageWeight],
    searches: list[SearchWeight], circumstances: list[str]
) -> list[Path]:
    """Writes every number, and the table; both begin with the circumstances."""
    folder.mkdir(exist_ok=True)
    base = time.strftime("%Y-%m-%d-%H%M%S")
    numbers, table = folder / f"{base}-runs.csv", folder / f"{base}-bars.csv"
    lines = [["where", "what", "round", "pages", "bytes", "seconds", "cpu_seconds", "peak_kb", "more"]]
    for (where, what), runs in record.runs.items():
        for round, run in enumerate(runs):
            stages = " ".join(f"{key.replace(' ', '_')}={time:.6f}" for key, time in run.stages.items())
            cpu = "" if run.cpu is None else f"{run.cpu:.6f}"
            size = record.sizes.get(where, ("", ""))
            lines.append([where, what, round, *size, f"{run.seconds:.6f}", cpu, run.peak, stages])
    for page in pages:
        more = f"compressed={page.compressed} requests={page.requests} hosts={page.hosts}"
        lines.append(["first page view", page.page, *[""] * 6, more])
    for search in searches:
        more = f"compressed={search.compressed} requests={search.requests}"
        lines.append(["first search", search.question, *[""] * 3,
                      f"{search.milliseconds / 1e3:.6f}", "", "", more])
    write(numbers, lines, circumstances)
    told = [[row.what, row.figure, row.bar, row.verdict] for row in rows]
    write(table, [["what", "figure", "bar", "verdict"], *told], circumstances)
    return [numbers, table]


def write(path: Path, lines: list[list], circumstances: list[str]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        file.writelines(f"# {line}\n" for line in circumstances)
        csv.writer(file, lineterminator="\n").writerows(lines)


def write_readme(path: Path, rows: list[Row]) -> None:
    """Puts the table between its marks."""
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    table = "".join(f"| {row.what} | {row.figure} | {row.bar} | {row.verdict} |\n" for row in rows)
    told = f"Measured on {time.strftime('%Y-%m-%d')} by `make bench`: {summary()}, load {load()}."
    path.write_text(
        f"{head}{BEGIN}\n{told}\n\n| what | figure | bar | |\n| --- | --: | --: | --- |\n{table}{END}{tail}",
        encoding="utf-8")
