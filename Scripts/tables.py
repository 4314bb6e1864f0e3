#!/usr/bin/env python3
"""Writes the tables of the sources that come from Unicode and HTML: EmojiTable.swift,
ASCIIRemains.swift, NamedEntities.swift and FoldTable.swift.

usage: tables.py FOLDER, where FOLDER holds the unpacked wheel of the `emoji` package of PyPI
(pip download --no-deps emoji; unzip it). The other tables need Python's own modules alone."""
import html.entities
import json
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
WIDTH = 97


def emoji(folder):
    """Shortcodes and their characters; of several characters for one name the fullest form."""
    names = {}
    data = json.loads((folder / "emoji/unicode_codes/emoji.json").read_text())
    for character, facts in data.items():
        toned = len(character) > 2 and any(0x1F3FB <= ord(c) <= 0x1F3FF for c in character)
        for name in [facts.get("en"), *facts.get("alias", [])]:
            name = (name or "").strip(":").lower()
            if toned or not re.fullmatch(r"[a-z0-9_+-]+", name):
                continue
            if name not in names or len(character) >= len(names[name]):
                names[name] = character
    lines, line = [], "|"
    for name in sorted(names):
        entry = f"{name} {names[name]}|"
        if len(line) + len(entry) + 5 > WIDTH:
            lines.append(line)
            line = entry
        else:
            line += entry
    return "\\\n".join("    " + text for text in lines + [line])


def remains():
    """What NFKD leaves of a character in ASCII letters, digits, `_`, `-` and white space (`.`)."""
    kept = []
    for code in range(128, 0x110000):
        plain = unicodedata.normalize("NFKD", chr(code)).encode("ascii", "ignore").decode()
        plain = "".join("." if c.isspace() else c for c in plain if re.match(r"[\w\s-]", c))
        if plain:
            kept.append((code, plain))
    entries, index = [], 0
    while index < len(kept):
        code, plain = kept[index]
        last = index
        if len(plain) == 1:
            while (
                last + 1 < len(kept)
                and kept[last + 1][0] == kept[last][0] + 1
                and len(kept[last + 1][1]) == 1
                and ord(kept[last + 1][1]) == ord(kept[last][1]) + 1
            ):
                last += 1
        count = last - index + 1
        entries.append(f"{code:x}{f'+{count:x}' if count > 1 else ''} {plain}")
        index = last + 1
    lines, line = [], ""
    for entry in entries:
        if line and len(line) + len(entry) + 1 > 92:
            lines.append(line)
            line = entry
        else:
            line = f"{line} {entry}" if line else entry
    return " \\\n".join("    " + text for text in lines + [line])


def entities():
    """Names of characters in HTML, with their code points."""
    lines, line = [], ""
    for name, text in sorted(html.entities.html5.items()):
        if not name.endswith(";"):
            continue
        entry = f"{name[:-1]}={'+'.join(f'{ord(c):X}' for c in text)}"
        if line and len(line) + len(entry) + 1 > 94:
            lines.append(line)
            line = entry
        else:
            line = f"{line} {entry}" if line else entry
    return "\n".join("    " + text for text in lines + [line])


# What is left out of words, and what is folded; templates/theme/search.js has the same classes.
DROPPED = re.compile(
    "[\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7"
    "\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]")
FOLDED = re.compile(
    "[\u00AA-\u06FF\u1E00-\u1FFF\u2070-\u209C\u2150-\u218F\u2460-\u249B\uFB00-\uFB06\uFF10-\uFF9F]")
PLAIN = dict(zip("ßæœøđðþłıħς", "ss ae oe o d d th l i h σ".split()))


def folds():
    """What a character of a word becomes in the index of the search, where that is not just its
    lower case."""
    kept = {}
    for code in range(128, 0x10000):
        character = chr(code)
        if unicodedata.category(character)[0] not in "LNM" or DROPPED.match(character):
            continue
        if not FOLDED.match(character):
            continue
        plain = DROPPED.sub("", unicodedata.normalize("NFKD", character)).lower()
        plain = "".join(PLAIN.get(c, c) for c in plain)
        plain = "".join(c for c in plain if unicodedata.category(c)[0] in "LNM")
        plain = DROPPED.sub("", plain)
        if plain != character.lower():
            kept.setdefault(plain, []).append(code)
    lines, line = [], ""
    for plain, codes in sorted(kept.items()):
        for start in range(0, len(codes), 16):
            entry = f"{plain}=" + ",".join(f"{code:X}" for code in codes[start : start + 16])
            if line and len(line) + len(entry) + 1 > 92:
                lines.append(line)
                line = entry
            else:
                line = f"{line} {entry}" if line else entry
    return " \\\n".join("    " + text for text in lines + [line])


def replace(path, body):
    """Puts the table between the quotes of the file's one string literal."""
    file = ROOT / path
    head, _, rest = file.read_text().partition('"""\n')
    tail = rest[rest.index('\n    """') :]
    file.write_text(f'{head}"""\n{body}{tail}')


replace("Sources/Search/Words/FoldTable.swift", folds())
replace("Sources/Markdown/Lowering/EmojiTable.swift", emoji(pathlib.Path(sys.argv[1])))
replace("Sources/ByteText/ASCIIRemains.swift", remains())
replace("Sources/Markdown/Rendering/NamedEntities.swift", entities())
