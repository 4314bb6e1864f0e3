"""Turns each condition of a module around, one at a time, and asks its tests whether they notice.

    python3 -B Tests/Peers/mutate.py FOLDER [MODULE=Checking] [TEXT]

A copy of the module is made in FOLDER with every condition written so that a variable of the environment
chooses the one that is wrong; so one build serves all of them, and each costs one run of the tests.
Survivors must stand in Tests/Peers/mutants.txt with a reason; TEXT chooses those in whose place it occurs.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = ROOT / "Tests/Peers/mutants.txt"
SWIFT = os.environ.get("SWIFT", "swift")
# With optimisation, as the tests run hundreds of times.
BUILD = [SWIFT, "build", "--configuration", "release", "-Xswiftc", "-enable-testing"]
# Seconds for one run of the tests, and how much longer than without a mutant it may take.
LIMIT, SLACK = 20, 20
# Suites that take long are asked only where the others notice nothing.
SLOW = "Draft"

# What stands for an operator where another number is chosen.
SWAPS = {"&&": "||", "||": "&&", "==": "!=", "!=": "=="}
BOUNDS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<")}
# Their closures are questions.
ASKING = {"filter", "contains", "where", "allSatisfy", "first", "firstIndex", "lastIndex", "drop", "prefix"}
OPENING, CLOSING = "([{", ")]}"


class Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class Mutant(NamedTuple):
    path: str
    line: int
    what: str
    source: str

    @property
    def key(self) -> str:
        return f"{self.path}: {self.what}: {self.source}"


SPACE = re.compile(r"(?:\s|//[^\n]*|/\*.*?\*/|#(?:if|else|elseif|endif)[^\n]*)+", re.S)
WORD = re.compile(r"`?[\w$@#]+`?")
OPERATOR = re.compile(r"[-/=+!*%<>&|^~?]+|\.\.[.<]")


def string_end(text: str, at: int) -> int:
    """Behind the string that begins at a quotation mark or at the signs before it."""
    marks = re.compile(r'(#*)("""|")').match(text, at)
    signs, quote = marks.groups()
    at, depth = marks.end(), 0
    while True:
        if text.startswith(quote + signs, at) and not depth:
            return at + len(quote + signs)
        if text.startswith("\\" + signs + "(", at):
            depth, at = depth + 1, at + len(signs) + 2
        elif depth and text[at] in "()":
            depth, at = depth + (1 if text[at] == "(" else -1), at + 1
        elif depth and text[at] == '"':
            at = string_end(text, at)
        elif text[at] == "\\" and not depth:
            at += 2
        else:
            at += 1


def tokens(text: str) -> list[Token]:
    found, at = [], 0
    while at < len(text):
        space = SPACE.match(text, at)
        if space:
            at = space.end()
        elif text[at] == '"' or re.compile(r'#+"').match(text, at):
            end = string_end(text, at)
            found.append(Token("string", text[at:end], at, end))
            at = end
        else:
            match = WORD.match(text, at)
            kind = "word"
            if not match:
                match, kind = OPERATOR.match(text, at), "operator"
            end = match.end() if match else at + 1
            found.append(Token(kind if match else "mark", text[at:end], at, end))
            at = end
    return found


class Mutator:
    """Rewrites one file."""

    def __init__(self, text: str, path: str, first: int):
        self.text, self.path, self.first = text, path, first
        self.tokens = tokens(text)
        self.mutants: list[Mutant] = []
        self.operators: list[str] = []
        self.edits: list[tuple[int, int, str]] = []
        self.partner = self.partners()

    def partners(self) -> dict[int, int]:
        pairs, stack = {}, []
        for index, token in enumerate(self.tokens):
            if token.kind == "mark" and token.text in OPENING:
                stack.append(index)
            elif token.kind == "mark" and token.text in CLOSING and stack:
                pairs[stack[-1]] = index
                pairs[index] = stack.pop()
        return pairs

    def number(self, token: Token, what: str) -> int:
        line = self.text.count("\n", 0, token.start)
        self.mutants.append(Mutant(self.path, line + 1, what, self.text.split("\n")[line].strip()))
        return self.first + len(self.mutants) - 1

    def is_infix(self, token: Token) -> bool:
        return token.kind == "operator" and self.text[token.start - 1].isspace() and self.text[token.end].isspace()

    def is_prefix(self, token: Token) -> bool:
        return token.text == "!" and self.text[token.start - 1] in " \n([{" and not self.text[token.end].isspace()

    def named(self, text: str, number: int) -> str:
        """An operator that no other place has."""
        return text + "".join("+" if number >> bit & 1 else "-" for bit in range(12)) + "*"

    def rewrite(self) -> str:
        for index, token in enumerate(self.tokens):
            before = self.tokens[index - 1].text if index else ""
            if token.kind == "operator" and before != "func" and before != "operator":
                self.visit_operator(index, token)
            if token.kind == "word" and token.text in ("if", "guard", "while") and self.tokens[index + 1].text != ":":
                self.visit_clauses(index + 1, "else" if token.text == "guard" else "{")
            if token.kind == "word" and token.text == "where" and before != "." and self.tokens[index + 1].text != ":":
                if not self.is_generic(index):
                    self.visit_where(index + 1)
            if token.text == "{" and index in self.partner:
                self.visit_body(index)
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def is_generic(self, index: int) -> bool:
        line = self.text[self.text.rfind("\n", 0, self.tokens[index].start) + 1:self.tokens[index].start]
        return bool(re.search(r"\b(func|extension|struct|init)\b|->", line))

    def replace(self, token: Token, new: str) -> None:
        self.edits.append((token.start, token.end, new))

    def visit_operator(self, index: int, token: Token) -> None:
        if self.is_prefix(token):
            number = self.number(token, "! left out")
            name = self.named("!", number)
            self.operators.append(
                f"prefix operator {name}\nprefix func {name}(a: Bool) -> Bool {{ isChosen({number}) ? a : !a }}")
            self.replace(token, name)
        elif not self.is_infix(token):
            return
        elif token.text in ("&&", "||"):
            number = self.number(token, f"{token.text} to {SWAPS[token.text]}")
            name = self.named(token.text, number)
            group = "LogicalConjunctionPrecedence" if token.text == "&&" else "LogicalDisjunctionPrecedence"
            self.operators.append(
                f"infix operator {name}: {group}\n"
                f"func {name}(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool "
                f"{{ isChosen({number}) ? try a {SWAPS[token.text]} b() : try a {token.text} b() }}")
            self.replace(token, name)
            self.negate(self.atom_before(index), "operand")
            self.negate(self.atom_after(index), "operand")
        elif token.text in SWAPS or token.text in BOUNDS:
            others = (SWAPS[token.text],) if token.text in SWAPS else BOUNDS[token.text]
            numbers = [self.number(token, f"{token.text} to {other}") for other in others]
            name = self.named(token.text, numbers[0])
            kind = "Equatable" if token.text in SWAPS else "Comparable"
            chosen = "".join(f"isChosen({n}) ? a {other} b : " for n, other in zip(numbers, others))
            text = (f"infix operator {name}: ComparisonPrecedence\n"
                    f"func {name}<T: {kind}>(a: T, b: T) -> Bool {{ {chosen}a {token.text} b }}\n")
            if kind == "Equatable":
                text += (f"func {name}<T>(a: T?, b: _OptionalNilComparisonType) -> Bool {{ {chosen}a {token.text} b }}")
            else:
                text += (f"func {name}<T: {kind}, U: {kind}>(a: (T, U), b: (T, U)) -> Bool "
                         f"{{ {chosen}a {token.text} b }}")
            self.operators.append(text)
            self.replace(token, name)
        elif token.text == "?":
            self.negate(self.atom_before(index), "condition")

    # Parts of conditions are (first, last) indices of tokens.

    def ends_before(self, index: int) -> bool:
        token = self.tokens[index]
        return (token.text in ("&&", "||", "?", ":", "=", "->") and self.is_infix(token)
                or token.text in (",", ";", ":", "(", "[", "{", "}", "return", "if", "guard", "while", "else", "where", "in",
                                  "case"))

    def atom_before(self, index: int) -> tuple[int, int]:
        last = at = index - 1
        while True:
            if self.tokens[at].text in CLOSING and at in self.partner and not (
                    self.tokens[at].text == "}" and self.starts_line(at + 1) and at != last):
                at = self.partner[at]
            elif self.ends_before(at):
                return at + 1, last
            if at == 0 or self.ends_before(at - 1) or (self.starts_line(at) and not self.goes_on(at)):
                return at, last
            at -= 1

    def starts_line(self, at: int) -> bool:
        return at == 0 or "\n" in self.text[self.tokens[at - 1].end:self.tokens[at].start]

    def goes_on(self, at: int) -> bool:
        return self.tokens[at].text.startswith(".") or self.is_infix(self.tokens[at])

    def atom_after(self, index: int) -> tuple[int, int]:
        at = first = index + 1
        while True:
            token = self.tokens[at]
            is_end = (token.text in (",", ";", ":", ")", "]", "}", "else")
                      or token.text in ("&&", "||", "?") and self.is_infix(token)
                      or at > first and self.starts_line(at) and not self.goes_on(at)
                      or token.text == "{" and self.is_header(first))
            if is_end:
                return first, at - 1
            at = self.partner[at] + 1 if token.text in OPENING else at + 1

    def is_header(self, at: int) -> bool:
        """Whether a brace begins what a statement does, and no closure."""
        while at > 0:
            token, before = self.tokens[at], self.tokens[at - 1]
            if token.text in ("if", "while", "where", "guard", "for", "switch"):
                return True
            if token.text in "([{" and token.kind == "mark" or token.text in (";", "return", "in"):
                return False
            is_start = self.starts_line(at) and not self.goes_on(at) and not self.is_infix(before)
            if is_start and before.text not in (",", "guard", "if", "while"):
                return False
            if token.text in CLOSING and at in self.partner:
                at = self.partner[at]
            at -= 1
        return False

    def is_plain(self, atom: tuple[int, int]) -> bool:
        """Whether nothing else in it turns the whole around."""
        first, last = atom
        if first > last or self.is_prefix(self.tokens[first]):
            return False
        at = first
        while at <= last:
            token = self.tokens[at]
            if self.is_infix(token) and (token.text in SWAPS or token.text in BOUNDS or token.text in ("&&", "||", "?", "=")):
                return False
            at = self.partner[at] + 1 if token.text in OPENING and at in self.partner else at + 1
        return True

    def negate(self, atom: tuple[int, int], what: str) -> None:
        if not self.is_plain(atom):
            return
        first, last = atom
        end = self.tokens[last].end
        words = " ".join(self.text[self.tokens[first].start:end].split())
        if any(start == end and new.startswith(" ^^") for start, _, new in self.edits) or words in ("true", "false"):
            return
        number = self.number(self.tokens[first], f"{what} negated, {words}")
        self.edits.append((end, end, f" ^^ {number}"))

    def visit_clauses(self, index: int, end: str) -> None:
        first = at = index
        while True:
            token = self.tokens[at]
            if token.text == end or token.text == ",":
                self.visit_clause((first, at - 1))
                first = at + 1
                if token.text == end:
                    return
            at = self.partner[at] + 1 if token.text in OPENING and at in self.partner else at + 1

    def visit_clause(self, clause: tuple[int, int]) -> None:
        first, last = clause
        word = self.tokens[first].text
        if word in ("let", "var", "case"):
            end = self.tokens[last].end
            words = " ".join(self.text[self.tokens[first].start:end].split())
            number = self.number(self.tokens[first], f"never {words}")
            self.edits.append((end, end, f", isKept({number})"))
        elif word not in ("#available", "await"):
            self.negate(clause, "condition")

    def visit_where(self, index: int) -> None:
        at = index
        while self.tokens[at].text not in (":", "{", ","):
            token = self.tokens[at]
            at = self.partner[at] + 1 if token.text in OPENING and at in self.partner else at + 1
        self.negate((index, at - 1), "condition")

    def visit_body(self, index: int) -> None:
        """A closure or a function of one expression whose value is a truth."""
        end = self.partner[index]
        if end == index + 1 or self.is_header(index - 1):
            return
        before = self.tokens[index - 1].text
        asked = before
        if before == ")":
            asked = self.tokens[self.partner[index - 1] - 1].text
        if before == ":":
            asked = self.tokens[index - 2].text
        is_question = asked in ASKING or before == "Bool" and self.tokens[index - 2].text in ("->", ":")
        first = index + 1
        if not is_question or self.tokens[first].text in ("return", "let", "var", "if", "guard", "for", "switch", "while", "get"):
            return
        if any(token.text == "in" for token in self.tokens[first:first + 6]):
            first += next(n for n, token in enumerate(self.tokens[first:first + 6]) if token.text == "in") + 1
        if any(self.starts_line(at) and not self.goes_on(at) for at in range(first + 1, end)):
            return
        self.negate((first, end - 1), "answer")


SUPPORT = """
import Glibc

precedencegroup Turned { higherThan: LogicalConjunctionPrecedence lowerThan: ComparisonPrecedence }
infix operator ^^: Turned

/// The number of the condition that is wrong; 0 where none is.
private let chosen = getenv("MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

/// Which conditions were asked.
private nonisolated(unsafe) let asked: UnsafeMutablePointer<UInt8> = {
  let asked = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
  asked.initialize(repeating: 0, count: count)
  return asked
}()

private let told: Bool = {
  guard getenv("MUTANTS_ASKED") != nil else { return false }
  atexit {
    guard let path = getenv("MUTANTS_ASKED"), let file = fopen(path, "w") else { return }
    fwrite(asked, 1, count, file)
    fclose(file)
  }
  return true
}()

func isChosen(_ number: Int) -> Bool {
  if told { asked[number] = 1 }
  return number == chosen
}

func isKept(_ number: Int) -> Bool { !isChosen(number) }

func ^^ (a: Bool, number: Int) -> Bool { isChosen(number) ? !a : a }
"""


def described() -> dict:
    text = subprocess.run([SWIFT, "package", "--package-path", str(ROOT), "--scratch-path", str(ROOT / ".build/described"),
                           "dump-package"], check=True, capture_output=True, text=True).stdout
    return {target["name"]: target for target in json.loads(text)["targets"]}


def uses(target: dict) -> list[str]:
    return [dependency["byName"][0] for dependency in target["dependencies"]]


def prepare(folder: Path, module: str, swapped: Path) -> None:
    """A package of the module, what it uses, and its tests."""
    targets = described()
    needed, left = {}, [module + "Tests"]
    while left:
        name = left.pop()
        if name not in needed:
            needed[name] = targets[name]
            left += uses(targets[name])
    lines = []
    for name, target in sorted(needed.items()):
        kind = {"system": "systemLibrary", "test": "testTarget", "regular": "target", "executable": "executableTarget"}[
            target["type"]]
        own = target.get("path") or ("Tests/" if kind == "testTarget" else "Sources/") + name
        path = folder / own
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == module:
            shutil.rmtree(path, ignore_errors=True)
            shutil.copytree(swapped, path)
        elif not path.exists():
            path.symlink_to(ROOT / own)
        if kind == "systemLibrary":
            lines.append(f'.systemLibrary(name: "{name}", path: "{own}", pkgConfig: "{target["pkgConfig"]}")')
            continue
        features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
        settings = ", ".join(f'.enableUpcomingFeature("{feature}")' for feature in features)
        if any(setting["tool"] == "swift" for setting in target["settings"]):
            settings = f", swiftSettings: [{settings}]"
        else:
            settings = ""
        lines.append(f'.{kind}(name: "{name}", dependencies: {json.dumps(uses(target))}, path: "{own}", '
                     f'exclude: {json.dumps(target["exclude"])}{settings})')
    (folder / "Package.swift").write_text(
        "// swift-tools-version: 6.2\nimport PackageDescription\n"
        'let package = Package(name: "mutants", platforms: [.macOS("26.0")], targets: [\n  ' + ",\n  ".join(lines) + "\n])\n")


def mutate(module: str, swapped: Path) -> list[Mutant]:
    shutil.rmtree(swapped, ignore_errors=True)
    mutants, operators = [], []
    source = ROOT / "Sources" / module
    for path in sorted(source.rglob("*.swift")):
        name = path.relative_to(source).as_posix()
        mutator = Mutator(path.read_text(), name, len(mutants) + 1)
        text = mutator.rewrite()
        mutants += mutator.mutants
        operators += mutator.operators
        (swapped / name).parent.mkdir(parents=True, exist_ok=True)
        (swapped / name).write_text(text)
    (swapped / "Mutants.swift").write_text(
        SUPPORT + f"\nprivate let count = {len(mutants) + 1}\n\n" + "\n\n".join(operators) + "\n")
    return mutants


class Tests:
    def __init__(self, program: Path):
        self.program = program
        self.limits = {way: 20.0 * LIMIT for way in ("--skip", "--filter")}

    def judge(self, number: int) -> str | None:
        return self.run(number, "--skip") or self.run(number, "--filter")

    def learn(self, asked: Path) -> bytes:
        """How long the tests take without a mutant, and which conditions they ask."""
        reached = b""
        for way in self.limits:
            start = time.monotonic()
            asked.unlink(missing_ok=True)
            if self.run(0, way, asked):
                sys.exit("the tests fail without any mutant:\n" + self.output.decode(errors="replace")[-3000:])
            self.limits[way] = max(LIMIT, SLACK * (time.monotonic() - start))
            reached = bytes(map(max, asked.read_bytes(), reached or asked.read_bytes()))
        return reached

    def run(self, number: int, way: str, asked: Path | None = None) -> str | None:
        """How the tests end, all but the slow ones or these alone; None where they notice nothing."""
        environment = dict(os.environ, MUTANT=str(number), SWIFT_BACKTRACE="enable=no")
        if asked:
            environment["MUTANTS_ASKED"] = str(asked)
        try:
            done = subprocess.run([str(self.program), "--testing-library", "swift-testing", way, SLOW],
                                  env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=self.limits[way])
        except subprocess.TimeoutExpired:
            return "does not end"
        self.output = done.stdout
        return f"exit {done.returncode}" if done.returncode else None


def expected() -> dict[str, str]:
    """The reasons of survivors by their keys; each reason follows its mutant, indented."""
    reasons, key = {}, ""
    for line in EXPECTED.read_text().splitlines() if EXPECTED.exists() else []:
        if line.startswith("    ") and key:
            reasons[key] = (reasons[key] + " " + line.strip()).strip()
        elif line and not line.startswith("#"):
            key = line
            reasons[key] = ""
    return reasons


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    module = sys.argv[2] if len(sys.argv) > 2 else "Checking"
    wanted = sys.argv[3] if len(sys.argv) > 3 else ""
    folder.mkdir(parents=True, exist_ok=True)
    mutants = mutate(module, folder / "Mutated")
    prepare(folder, module, folder / "Mutated")
    build = BUILD + ["--package-path", str(folder)]
    subprocess.run(build + ["--build-tests"], check=True, stdout=sys.stderr)
    bin_path = subprocess.run(build + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    tests = Tests(Path(bin_path) / "mutantsPackageTests.xctest")
    reached = tests.learn(folder / "asked")
    reasons, survivors, killed = expected(), [], 0

    def judge(item):
        number, mutant = item
        return mutant, number, (tests.judge(number) if reached[number] else None)

    chosen = [(number, mutant) for number, mutant in enumerate(mutants, 1) if wanted in f"{mutant.path}:{mutant.line}"]
    with ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count() or 1))) as pool:
        for mutant, number, end in pool.map(judge, chosen):
            if end:
                killed += 1
                continue
            survivors.append(mutant)
            if mutant.key not in reasons:
                word = "survives" if reached[number] else "is never asked"
                print(f"{mutant.path}:{mutant.line}: {word}: {mutant.what}\n    {mutant.source}", flush=True)
    keys = {mutant.key for mutant in survivors}
    unexpected = [mutant for mutant in survivors if mutant.key not in reasons]
    gone = [key for key in reasons if key not in keys and any(mutant.key == key for _, mutant in chosen)]
    for key in gone:
        print(f"no longer survives: {key}")
    print(f"{module}: {len(chosen)} conditions turned around, {killed} noticed, {len(survivors)} not, of these "
          f"{len(unexpected)} without a reason")
    if unexpected:
        sys.exit(1)


main()
