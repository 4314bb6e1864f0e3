"""Measures what diagrams cost: a guide of 100 pages with the 1,000 diagrams of the tests' gallery, built with and without them.

python3 -B Benchmarks/diagrams.py PROGRAM
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

GALLERY = pathlib.Path(__file__).parent.parent / "Tests/DiagramsTests/Gallery"
ROUNDS = 5


def diagrams():
    """A thousand sources in a row, each kind as often as it is in the gallery."""
    sources = []
    for file in sorted(GALLERY.glob("*.txt")):
        for part in ("\n" + file.read_text()).split("\n=== ")[1:]:
            sources.append(part.split("\n", 1)[1])
    return [sources[number % len(sources)] for number in range(1000)]


def build(program, guide):
    start = time.perf_counter()
    subprocess.run([program, "build", "--fresh"], cwd=guide, capture_output=True, check=False)
    return time.perf_counter() - start


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        guide = pathlib.Path(folder)
        content = guide / "content"
        content.mkdir()
        sources = diagrams()
        for page in range(100):
            fences = [f"```mermaid\n{source}\n```\n" for source in sources[page * 10 : page * 10 + 10]]
            name = "index" if page == 0 else f"page-{page}"
            (content / f"{name}.md").write_text(f"# Page {page}\n\n" + "\n".join(fences))
        for words in ("true", "false"):
            (guide / "turnbook.yml").write_text(f"dialect:\n  diagrams: {words}\n")
            times = [build(program, guide) for _ in range(ROUNDS)]
            print(f"diagrams: {words:5}  {statistics.median(times) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
