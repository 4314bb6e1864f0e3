"""How long `turnbook lsp` takes to answer in a guide of many pages.

Arguments: the program, and the number of pages (10000). Prints a table: the median and the longest of
many answers to each question, in milliseconds, from the last byte sent to the last one received.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

REPOSITORY = Path(__file__).resolve().parent.parent
ROUNDS = 40


class Editor:
    def __init__(self, program, folder):
        self.server = subprocess.Popen(
            [program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.folder, self.asked, self.published = folder, 0, {}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def hear(self):
        length = 0
        while line := self.server.stdout.readline().strip():
            length = int(line.split(b":")[1])
        message = json.loads(self.server.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def ask(self, method, parameters):
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": parameters})
        while True:
            message = self.hear()
            if message.get("id") == self.asked and "method" not in message:
                return message

    def wait(self, uri):
        """For the findings of a file."""
        while True:
            message = self.hear()
            if message.get("params", {}).get("uri") == uri:
                return message

    def end(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.server.wait()


def memory(process):
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0


def measure(program, guide):
    start = time.perf_counter()
    editor = Editor(program, guide.folder)
    editor.ask("workspace/symbol", {"query": "nothing at all"})
    print(f"read {guide.pages} pages: {(time.perf_counter() - start) * 1000:.0f} ms", flush=True)

    page = guide.content / guide.real
    uri, text = page.as_uri(), page.read_text()
    file = {"uri": uri}
    editor.tell(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}},
    )
    editor.wait(uri)
    lines = text.split("\n")
    last = {"line": len(lines), "character": 0}
    heading = next(index for index, line in enumerate(lines) if line.startswith("## "))
    link = next(index for index, line in enumerate(lines) if "](" in line and ".md" in line)
    at_link = {"line": link, "character": lines[link].index("](") + 3}
    version = 1

    def edit(line, character, words):
        nonlocal version
        version += 1
        place = {"line": line, "character": character}
        editor.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"range": {"start": place, "end": place}, "text": words}],
            },
        )

    def typed(words):
        edit(last["line"], last["character"], words)
        editor.wait(uri)

    def question(method, place=None, **more):
        parameters = {"textDocument": file, **more}
        if place:
            parameters["position"] = place
        return lambda: editor.ask(f"textDocument/{method}", parameters)

    edit(len(lines) - 1, len(lines[-1]), "\n\nA [link](")
    at_end = {"line": len(lines) + 1, "character": 9}
    questions = {
        "a word typed, findings back": lambda: typed("word "),
        "completion of a path": question("completion", at_end),
        "hover over a link": question("hover", at_link),
        "definition": question("definition", at_link),
        "references of a page": question(
            "references", at_link, context={"includeDeclaration": True}
        ),
        "hover over a heading": question("hover", {"line": heading, "character": 4}),
        "rename of a heading": question(
            "rename", {"line": heading, "character": 4}, newName="Other"
        ),
        "symbols of the page": question("documentSymbol"),
        "folding": question("foldingRange"),
        "links": question("documentLink"),
        "code actions": question(
            "codeAction",
            range={"start": {"line": 0, "character": 0}, "end": at_end},
            context={"diagnostics": []},
        ),
        "symbols of the guide": lambda: editor.ask("workspace/symbol", {"query": "prompt"}),
    }
    rows = [(name, times(call)) for name, call in questions.items()]

    def heading_typed():
        edit(heading, 3, "x")
        editor.wait(uri)

    rows.append(("a heading typed, findings of the page back", times(heading_typed)))
    # While the guide is read again beside it.
    rows.append(
        ("hover while a heading is typed", times(questions["hover over a link"], heading_typed))
    )
    print(f"memory: {memory(editor.server):.0f} MB")
    for name, taken in rows:
        print(f"{name:45} {statistics.median(taken):7.1f} {max(taken):7.1f}")
    assert editor.end() == 0


def times(call, before=lambda: None):
    taken = []
    for _ in range(ROUNDS):
        before()
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as place:
        measure(sys.argv[1], corpus.make(REPOSITORY, Path(place), count))
