"""Writes what the targets begin with, one folder a target: taken from the guide, the specifications'
data and the tests, cut to what a fuzzer can work with."""

import json
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
LONGEST = 4096


def sections(page: str) -> list[str]:
    return ["## " + part for part in page.split("\n## ")[1:]]


def gallery() -> list[str]:
    """The diagrams of the tests: each begins with a line `=== name`."""
    places = sorted((REPOSITORY / "Tests/DiagramsTests").rglob("*.txt"))
    return [part.split("\n", 1)[1] for place in places
            for part in place.read_text().split("\n=== ") if "\n" in part]


def main() -> None:
    place = Path(sys.argv[1])
    pages = [path.read_text() for path in sorted((REPOSITORY / "content").rglob("*.md"))
             if "reference" not in path.parts]
    parts = [part for page in pages for part in sections(page)]
    fences = [part.split("```")[1:2] for part in parts if "```text" in part or "```prompt" in part]
    theme = REPOSITORY / "templates/theme"
    fixtures = REPOSITORY / "Tests/PatternsTests/Fixtures"
    schemas = [path.read_text() for path in sorted(fixtures.glob("*.json"))]
    requests = [
        "GET /guide/ HTTP/1.1\nHost: localhost:8000\nAccept: text/html",
        "GET /guide/a.html?x=1 HTTP/1.1\nHost: 127.0.0.1:8000\nRange: bytes=2-5, -3\nIf-Range: \"a\"",
        "HEAD /guide/..%2f..%2fetc/passwd HTTP/1.1\nHost: [::1]:8000\nIf-None-Match: *, W/\"b\"",
        "POST http://localhost/guide/%00 HTTP/1.1\nHost: evil.example\nOrigin: http://evil.example",
    ]
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "protocolVersion": "2025-11-25", "capabilities": {"elicitation": {}},
            "clientInfo": {"name": "c", "version": "1"}}},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "prompts/list", "params": {"cursor": "x"}},
        {"jsonrpc": "2.0", "id": "3", "method": "prompts/get", "params": {
            "name": "a", "arguments": {"b": "c"}}},
        {"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {
            "name": "search_techniques", "arguments": {"query": "a", "limit": 3}}},
        {"jsonrpc": "2.0", "id": 5, "method": "completion/complete", "params": {
            "ref": {"type": "ref/prompt", "name": "a"}, "argument": {"name": "b", "value": ""}}},
        {"jsonrpc": "2.0", "id": 6, "method": "resources/read", "params": {"uri": "turnbook://a"}},
    ]
    document = {"uri": "file:///nonexistent/guide/content/a.md"}
    editing = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "processId": None, "rootUri": None, "capabilities": {
                "general": {"positionEncodings": ["utf-8", "utf-16"]}}}},
        {"jsonrpc": "2.0", "method": "initialized", "params": {}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {
            **document, "languageId": "markdown", "version": 1, "text": "# A\n\n[b](c.md) 𝄞\n"}}},
        {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {**document, "version": 2}, "contentChanges": [
                {"range": {"start": {"line": 2, "character": 1}, "end": {"line": 2, "character": 9}},
                 "text": "é\r\n"}]}},
        {"jsonrpc": "2.0", "id": 2, "method": "textDocument/completion", "params": {
            "textDocument": document, "position": {"line": 2, "character": 2}}},
        {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 2}},
        {"jsonrpc": "2.0", "id": 3, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    ]
    streams = [
        'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,'
        '"delta":{"type":"text_delta","text":"Hi"}}\n\n',
        'data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}\n\ndata: [DONE]\n\n',
        'data: {"type":"response.output_text.delta","delta":"Hi"}\n\n',
        'data: {"candidates":[{"content":{"parts":[{"text":"Hi"}],"role":"model"}}]}\r\n\r\n',
        '{"message":{"role":"assistant","content":"Hi"},"done":false}\n{"done":true}\n',
    ]
    seeds = {
        "markdown": [chr(index % 16) + part for index, part in enumerate(parts)],
        "front-matter": [page.split("---\n")[1] for page in pages if page.startswith("---\n")],
        "configuration": [(REPOSITORY / "turnbook.yml").read_text(),
                          "site_name: A\nnav:\n  - Home: index.md\n  - Part:\n      - a.md\n"],
        "mustache": [path.read_text() for path in sorted(theme.glob("*.mustache"))],
        "patterns": ["```text\n" + fence.split("\n", 1)[1] + "```\n"
                     for found in fences for fence in found if "\n" in fence],
        "pattern-files": schemas,
        "json": schemas + ['[1, -0.5e+7, "\\ud83d\\ude00", null, {"a": {"a": []}}]'],
        "caches": ["\x02turnbook.lock 1\n", '\x03{"format": "turnbook.links/1"}\n'],
        "requests": requests,
        "event-streams": [chr(index) + stream for index, stream in enumerate(streams)],
        "mcp": ["\xff" + json.dumps(message) + "\n" for message in messages],
        "lsp": ["\x01" + "\n".join(json.dumps(message) for message in editing)],
        "diagrams": [fence.split("\n", 1)[1] for page in pages for fence in page.split("```")
                     if fence.startswith("mermaid\n")] + gallery(),
        "values": ['{"a": ["b", 1, null]}', "A=b\nexport C='d e'\n# f\nG=\"h\\n\"\n",
                   "format: turnbook.test/1\ntests: []\n"],
    }
    for name, texts in seeds.items():
        folder = place / name
        folder.mkdir(parents=True, exist_ok=True)
        for index, text in enumerate(texts):
            (folder / f"{index:04}").write_bytes(text.encode()[:LONGEST])


main()
