"""A server on loopback that answers as servers on the web do, good and bad.

Usage: link_server.py [certificate.pem key.pem]

Prints one line of JSON when it listens: {"http": port, "https": port or null}. Ends when its input
ends, so that it does not outlive a test that crashed.

What it answers is told by the path, see `Answers.answer`. Every test asks below a prefix of its own,
such as /t17/status/404, and /t17/log tells what was asked below that prefix, in order, and how many
requests ran at a time.
"""

import gzip
import json
import ssl
import sys
import threading
import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

PAGE = """<!doctype html><html><head><title>A page <b id="in-title"></title></head><body>
<!-- <p id="in-comment"> --><script>var text = "<p id='in-script'>"; load("from-script")</script>
<h1 id=setup>Setup</h1><a name="old-name"></a><P ID='Übersicht'>%s</P>
<h2 id="user-content-usage">Usage</h2><i id="a&amp;b"></i><form name="form"><input id=last></form>
</body></html>""" % ("Some text that a reader sees. " * 30)

SHELL = '<html><body><div id="root"></div><script>render()</script></body></html>'


class Log:
    """What was asked below one prefix."""

    def __init__(self):
        self.requests, self.running, self.most = [], 0, 0


lock = threading.Lock()
logs = {}


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = urlsplit(self.path).path
        _, prefix, *rest = path.split("/")
        with lock:
            log = logs.setdefault(prefix, Log())
            if rest == ["log"]:
                answer = {"requests": log.requests, "most": log.most}
            else:
                answer = None
                log.requests.append(self.command + " /" + "/".join(rest))
                log.running += 1
                log.most = max(log.most, log.running)
                count = log.requests.count(log.requests[-1])
        if answer is not None:
            self.send(200, json.dumps(answer).encode(), "application/json")
            return
        try:
            self.answer("/" + prefix, rest, count)
        finally:
            with lock:
                log.running -= 1

    def answer(self, prefix, path, count):
        match path:
            case ["page"]:
                self.send(200, PAGE.encode())
            case ["shell"]:
                self.send(200, SHELL.encode())
            case ["text"]:
                self.send(200, b"plain", "text/plain")
            case ["status", status]:
                self.send(int(status), b"<h1>Status</h1>")
            case ["to", status, *target]:
                self.send(int(status), b"moved", location=prefix + "/" + "/".join(target))
            case ["location", status, target]:
                self.send(int(status), b"moved", location=unquote(target))
            case ["loop", *_] | ["cookie", *_]:
                cookie = path[0] == "cookie"
                turn = {"a": "b", "b": "a"}[path[1]]
                self.send(302, b"", location=turn, cookie="seen=1" if cookie else None)
            case ["endless", number]:
                self.send(302, b"", location=str(int(number) + 1))
            case ["no-head", status]:
                head = self.command == "HEAD"
                self.send(int(status) if head else 200, b"" if head else PAGE.encode())
            case ["busy", after, times]:
                if sum(1 for line in logs[prefix[1:]].requests if "/busy/" in line) <= int(times):
                    if after == "date":
                        after = formatdate(time.time() + 2, usegmt=True)
                    self.send(429, b"", retry_after=after)
                else:
                    self.send(200, b"fine")
            case ["flaky", times]:
                failed = sum(1 for line in logs[prefix[1:]].requests if "/flaky/" in line)
                self.send(500 if failed <= int(times) else 200, b"")
            case ["hang", *_]:
                time.sleep(30)
            case ["slow", *_]:
                time.sleep(0.15)
                self.send(200, b"slow")
            case ["half"]:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Ty")
                self.close_connection = True
            case ["noise"]:
                self.wfile.write(b"\x00\x01 no HTTP at all\r\n\r\n")
                self.close_connection = True
            case ["huge"]:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Connection", "close")
                self.end_headers()
                self.close_connection = True
                try:
                    while self.command == "GET":
                        self.wfile.write(b"<p>huge</p>" * 6000)
                except OSError:
                    pass
            case ["bomb"]:
                body = gzip.compress(b"<p>" + b"0" * (64 << 20) + b"</p>")
                self.send(200, body, encoding="gzip")
            case ["gzip"]:
                self.send(200, gzip.compress(PAGE.encode()), encoding="gzip")
            case ["agent"]:
                self.send(200, str(self.headers).encode(), "text/plain")
            case ["with space", *_] | ["with%20space", *_]:
                self.send(200, b"encoded")
            case _:
                self.send(404, b"nothing here")

    def send(self, status, body, kind="text/html; charset=UTF-8", location=None, cookie=None, retry_after=None, encoding=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in {
            "Location": location, "Set-Cookie": cookie, "Retry-After": retry_after, "Content-Encoding": encoding,
        }.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and status != 304:
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A client that goes away early is nothing to tell."""


def listen(context=None):
    server = Server(("127.0.0.1", 0), Answers)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


if __name__ == "__main__":
    ports = {"http": listen(), "https": None}
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        ports["https"] = listen(context)
    print(json.dumps(ports), flush=True)
    sys.stdin.read()
