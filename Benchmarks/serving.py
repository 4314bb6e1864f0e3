"""A page is edited while the guide is served: how long until an open browser is told."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from corpus import Corpus
from measure import Run
from programs import Programs
from record import SERVE, TOLD, Record

EDITS = 10
# Seconds: for the first build, and for one event.
PATIENCE = 300
ADDRESS = re.compile(rb"http://[^\s/]+:\d+")


def exists(programs: Programs) -> bool:
    asked = subprocess.run([programs.turnbook, "help", "serve"], capture_output=True)
    return asked.returncode == 0


def measure(corpus: Corpus, session: Path, programs: Programs, record: Record) -> None:
    page = corpus.content / corpus.real
    source = page.read_bytes()
    said = session / "serve.txt"
    words = [programs.turnbook, "serve", corpus.folder, "--port", str(free_port())]
    with said.open("wb") as output:
        server = subprocess.Popen(words, stdout=output, stderr=output)
    try:
        events = Events(address(server, said))
        for number in range(EDITS):
            # What happened before shall not count, nor what an edit leads to besides.
            while events.arrive(within=0.5):
                pass
            start = time.monotonic()
            page.write_bytes(source + f"\nSentence {number}.\n".encode())
            if not events.arrive(within=PATIENCE):
                sys.exit(f"turnbook serve told nothing of an edit within {PATIENCE} seconds")
            record.add(SERVE, TOLD, Run(time.monotonic() - start))
    finally:
        page.write_bytes(source)
        server.terminate()
        server.wait()
    record.sizes[SERVE] = (corpus.pages, corpus.size)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def address(server: subprocess.Popen, said: Path) -> str:
    """Where the server says that it is, once it has the guide."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        time.sleep(0.05)
        found = ADDRESS.search(said.read_bytes())
        if found:
            base = found[0].decode()
            try:
                urllib.request.urlopen(base, timeout=PATIENCE).close()
                return base
            except urllib.error.HTTPError:
                continue
    sys.exit(f"turnbook serve gave no page:\n{said.read_text(errors='replace')[-2000:]}")


class Events:
    """What a browser hears that has a page of the guide open."""

    def __init__(self, base: str):
        parts = urlsplit(base)
        self.connection = socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE)
        self.connection.sendall(
            f"GET /.turnbook/events HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            "Accept: text/event-stream\r\n\r\n".encode())
        self.text = self.connection.recv(65536)
        if not self.text.startswith(b"HTTP/1.1 200 "):
            sys.exit("turnbook serve has no stream of events at /.turnbook/events")

    def arrive(self, within: float) -> bool:
        """Waits some seconds at most for an event that tells of a change."""
        end = time.monotonic() + within
        while True:
            while b"\n" in self.text:
                line, _, self.text = self.text.partition(b"\n")
                if line.startswith(b"data:") and json.loads(line[5:])["change"] != "nothing":
                    return True
            self.connection.settimeout(max(end - time.monotonic(), 0.001))
            try:
                part = self.connection.recv(65536)
            except TimeoutError:
                return False
            if not part:
                sys.exit("turnbook serve ended the stream of events")
            self.text += part
