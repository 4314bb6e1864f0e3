"""Says what Pillow sees in pictures: `cards.py FILE…` prints a list of JSON objects.

    {"format": "PNG", "size": [w, h], "mode": "P", "colours": n, "corners": ["rrggbb", …],
     "ink": [left, top, right, bottom]}

`corners` are those at the top left, top right, bottom left and bottom right. `ink` is the box around everything
that is neither the background nor a column of one colour from top to bottom; null where there is nothing.
"""
import json
import sys

from PIL import Image


def told(path):
    with Image.open(path) as file:
        file.verify()
    with Image.open(path) as file:
        picture = file.convert("RGB")
        width, height = picture.size
        pixels = picture.load()
        background = pixels[width // 2, 2]
        plain = [all(pixels[x, y] == pixels[x, 0] for y in range(height)) for x in range(width)]
        inked = [(x, y) for x in range(width) if not plain[x] for y in range(height) if pixels[x, y] != background]
        columns = [x for x, _ in inked]
        rows = [y for _, y in inked]
        places = [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)]
        return {
            "format": file.format,
            "size": [width, height],
            "mode": file.mode,
            "colours": len(picture.getcolors(1 << 24)),
            "corners": ["%02x%02x%02x" % pixels[place] for place in places],
            "ink": [min(columns), min(rows), max(columns), max(rows)] if inked else None,
        }


print(json.dumps([told(path) for path in sys.argv[1:]]))
