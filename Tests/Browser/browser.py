"""What the tests in a browser share: guides built by the real programs, a server, a real Chromium.

A subject is a file beside this one: functions with `@check("a sentence")`, and `main()` at its end.
It is started with the folder of the programs, prints a line for each check, and fails if one does:

    .build/venv/bin/python Tests/Browser/panel.py .build/debug [WORD …]

With words only the checks are run whose sentences have them all. After each check the browser must
not have complained, and not have asked any other host.
"""

import contextlib
import functools
import importlib.resources
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback

from playwright.sync_api import sync_playwright

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
# As the manual tells servers: pages that are served have to do with this.
POLICY = re.search(
    r"^Content-Security-Policy: (.*)$",
    (REPOSITORY / "content/manual/publishing.md").read_text("utf-8"), re.MULTILINE)[1]

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")

CHECKS = []


def check(sentence):
    """A function of the desk; what it says must hold when it returns."""

    def register(function):
        CHECKS.append((sentence, function))
        return function

    return register


class Handler(http.server.SimpleHTTPRequestHandler):
    """A folder, as any server of plain files has it."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self):
        # Browsers ask for it where a file is no page; pages name their icon.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        elif self.server.stop and self.path.endswith("/"):
            self.send_part(*self.server.stop)
        else:
            super().do_GET()

    def send_part(self, end, rest):
        """The bytes of a page up to one; what comes after it once this is allowed."""
        document = (pathlib.Path(self.directory) / self.path.lstrip("/") / "index.html").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(document)))
        self.end_headers()
        self.wfile.write(document[:end])
        self.wfile.flush()
        rest.wait(20)
        self.wfile.write(document[end:])

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """One that browsers may turn away from."""

    daemon_threads = True
    stop = None

    def handle_error(self, *_):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*_)


class Site:
    """A guide that was built: its pages on the disk and on a server."""

    def __init__(self, folder):
        self.folder = folder
        handler = functools.partial(Handler, directory=str(folder))
        self.server = Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, page, over="http"):
        if over == "file":
            path = self.folder / page
            return (path / "index.html" if path.is_dir() else path).as_uri()
        return f"http://127.0.0.1:{self.server.server_port}/{page}"

    @contextlib.contextmanager
    def stopping(self, end):
        """The server stops after so many bytes of a page, until the event that this gives is set."""
        rest = threading.Event()
        self.server.stop = (end, rest)
        try:
            yield rest
        finally:
            rest.set()
            self.server.stop = None


class Desk:
    """The programs, the browser, and a folder of its own."""

    def __init__(self, programs, browser, folder):
        self.programs, self.browser, self.folder = pathlib.Path(programs), browser, folder
        self.sites = {}
        self.complaints = []
        self.contexts = contextlib.ExitStack()

    def run(self, program, *arguments, cwd=None, fails=False, **more):
        """What a program prints, as bytes."""
        environment = {"PATH": f"{self.programs}:/usr/bin:/bin", "HOME": str(self.folder)}
        done = subprocess.run(
            [str(self.programs / program), *arguments], cwd=cwd or self.folder, env=environment,
            capture_output=True, timeout=60, **more)
        if (done.returncode != 0) != fails:
            raise AssertionError(f"{program} {arguments}: {done.returncode} {done.stderr.decode()}")
        return done.stderr if fails else done.stdout

    def site(self, name, files):
        """The site of a guide with these files, texts or paths to copy; built once."""
        if name not in self.sites:
            guide = self.folder / name
            for path, content in files.items():
                file = guide / path
                file.parent.mkdir(parents=True, exist_ok=True)
                if isinstance(content, pathlib.Path):
                    shutil.copy(content, file)
                else:
                    file.write_text(content, encoding="utf-8")
            self.run("turnbook", "build", "--quiet", cwd=guide)
            self.sites[name] = Site(guide / "site")
        return self.sites[name]

    def own_guide(self, language="en"):
        """The site of this repository's own guide, in the frame of another language if one is given."""
        content = {
            str(path.relative_to(REPOSITORY)): path
            for path in (REPOSITORY / "content").rglob("*") if path.is_file()}
        configuration = (REPOSITORY / "turnbook.yml").read_text("utf-8")
        configuration = configuration.replace("language: en", f"language: {language}")
        return self.site(f"own-{language}", {"turnbook.yml": configuration, **content})

    def context(self, **options):
        """A fresh profile; `javascript=False` and what Playwright knows."""
        options.setdefault("viewport", {"width": 1280, "height": 900})
        options["java_script_enabled"] = options.pop("javascript", True)
        context = self.contexts.enter_context(
            contextlib.closing(self.browser.new_context(**options)))
        context.set_default_timeout(30000)
        return context

    def open(self, address, context=None, **options):
        """A page whose complaints and requests are noted."""
        page = (context or self.context(**options)).new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("request", lambda request: self.see(request.url))
        page.goto(address)
        return page

    def axe(self, page, about="", within="html"):
        """Fails where axe finds a violation."""
        same(self.violations(page, within), [], about)

    def violations(self, page, within="html"):
        """What axe finds, each with the first element that it finds it in."""
        self.begin(page, within)
        return self.found(page)

    def begin(self, page, within="html", rules=None):
        """Starts axe, all of it or some rules, and does not wait: pages can be looked at together."""
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(AXE)
        page.evaluate("""([within, rules]) => {
          const options = { preload: false, resultTypes: ["violations"] };
          if (rules) options.runOnly = rules;
          const run = () => axe.run(document.querySelector(within), options);
          window.found = new Promise((done) => setTimeout(done)).then(run).then((found) =>
            found.violations.map((each) => [each.id, each.nodes[0].html]));
        }""", [within, rules])

    def found(self, page):
        """What axe finds on a page that it was started on."""
        return page.evaluate("window.found")

    def see(self, url):
        if not url.startswith(("file:", "http://127.0.0.1:", "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")

    def tidy(self):
        """Ends the check's contexts and gives back what the browser complained of."""
        self.contexts.close()
        complaints, self.complaints = self.complaints, []
        return complaints


def same(made, expected, about=""):
    """Fails where two values differ, with both."""
    if made != expected:
        raise AssertionError(f"{about}\n    made:     {made!r}\n    expected: {expected!r}")


def main():
    programs, words = os.path.abspath(sys.argv[1]), sys.argv[2:]
    failures = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        desk = Desk(programs, browser, pathlib.Path(folder))
        for sentence, function in CHECKS:
            if not all(word in sentence for word in words):
                continue
            start = time.monotonic()
            try:
                function(desk)
                trouble = desk.tidy()
            except Exception as error:
                lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__)
                         if frame.filename == function.__code__.co_filename]
                trouble = [f"lines {lines}: {error}", *desk.tidy()]
            failures += bool(trouble)
            took = time.monotonic() - start
            if took > 5:
                sentence += f" ({took:.0f} s)"
            print("not ok:" if trouble else "ok:", sentence, *trouble, sep="\n  " if trouble else " ")
        browser.close()
    sys.exit(1 if failures else 0)
