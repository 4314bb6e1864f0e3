"""How many lines of each library the tests run, from what llvm-cov exports.

    python3 -B Tests/Peers/coverage.py EXPORT LEAST [--files]
"""

import json
import sys
from collections import defaultdict


def main() -> None:
    least = float(sys.argv[2])
    lines = defaultdict(lambda: [0, 0])
    files = defaultdict(list)
    with open(sys.argv[1]) as export:
        data = json.load(export)["data"][0]
    for file in data["files"]:
        path = file["filename"]
        if "/Sources/" not in path or not path.endswith(".swift"):
            continue
        module = path.split("/Sources/")[1].split("/")[0]
        count = file["summary"]["lines"]
        lines[module][0] += count["covered"]
        lines[module][1] += count["count"]
        files[module].append((count["count"] - count["covered"], path.split("/Sources/")[1], count["count"]))
    below = []
    for module, (covered, count) in sorted(lines.items(), key=lambda each: each[1][0] / max(1, each[1][1])):
        share = 100 * covered / max(1, count)
        below += [module] if share < least else []
        print(f"{share:6.1f} %  {covered:6} of {count:6}  {module}")
        if "--files" in sys.argv:
            for missed, path, whole in sorted(files[module], reverse=True)[:8]:
                print(f"             {missed:5} of {whole:5} not run  {path}")
    covered, count = (sum(each[place] for each in lines.values()) for place in (0, 1))
    print(f"{100 * covered / max(1, count):6.1f} %  {covered:6} of {count:6}  all")
    if below:
        sys.exit(f"less than {least:g} of a hundred lines are run: " + ", ".join(below))


main()
