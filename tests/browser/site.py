"""The built book as the browser tests see it: its pages, three ways to reach them, and what they weigh."""

from __future__ import annotations

import functools
import gzip
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ.get("COURSE_SITE") or Path(__file__).resolve().parents[2] / "_build" / "html")
SUB_PATH = "/sub/path"
PACKED = {".woff", ".woff2", ".png", ".jpg", ".ico", ".gz"}


@dataclass(frozen=True)
class SitePage:
    """One HTML page of the site and what it holds."""

    path: str
    explorers: tuple[str, ...]
    figures: int
    mathematics: bool
    icon: str
    title: str

    @property
    def drawn(self) -> bool:
        """Whether the page's script has anything to draw."""
        return bool(self.explorers or self.figures)

    def __str__(self) -> str:
        return self.path.removesuffix(".html")


class _Reader(HTMLParser):
    """Collect what the tests ask of a page, without a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Any] = {"explorers": [], "figures": 0, "mathematics": False, "icon": "", "title": ""}
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        classes = given.get("class", "").split()
        if "cu-explorer" in classes:
            self.found["explorers"].append(given.get("data-concept", ""))
        self.found["figures"] += "cu-figure" in classes
        self.found["mathematics"] |= "math" in classes
        if tag == "link" and "icon" in given.get("rel", "").split():
            self.found["icon"] = given.get("href", "")
        self.in_title = tag == "title" and not self.found["title"]

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.found["title"] += data

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False


def read_page(path: Path, folder: Path) -> SitePage:
    """Read one built page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    found = reader.found | {"explorers": tuple(reader.found["explorers"])}
    return SitePage(path.relative_to(folder).as_posix(), **found)


@functools.cache
def pages(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """All pages of the site, none if it is not built; the front door, which only leads to another page, is none."""
    built = sorted(p for p in folder.rglob("*.html") if not p.relative_to(folder).parts[0].startswith("_"))
    built = [p for p in built if 'http-equiv="Refresh"' not in p.read_text("utf-8")]
    return tuple(read_page(path, folder) for path in built)


def chapters(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """The pages that hold explorers or figures."""
    return tuple(page for page in pages(folder) if page.drawn)


def weight(path: Path) -> int:
    """Bytes that a server sends for a file: gzipped at level 6, fonts and pictures as they are."""
    data = path.read_bytes()
    return len(data) if path.suffix in PACKED else len(gzip.compress(data, 6))


@dataclass
class Site:
    """The built site behind two servers of this machine: at the root, and below a path."""

    folder: Path
    roots: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def address(self, path: str, origin: str = "http") -> str:
        """Address of a page, from ``http``, ``sub`` (a sub-path) or ``file``."""
        return f"{self.roots[origin]}/{path}"

    @contextmanager
    def asking(self) -> Iterator[dict[str, int]]:
        """Give what is asked of the servers meanwhile: path -> bytes transferred."""
        start, weighed = len(self.asked), {}
        yield weighed
        weighed.update({path: weight(self.folder / path) for path in self.asked[start:]})


class _Handler(SimpleHTTPRequestHandler):
    """Serve the folder below a prefix and nothing outside it, with the cache headers of a plain static host."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, site: Site, prefix: str) -> None:
        self.site, self.prefix = site, prefix
        super().__init__(*given, directory=str(site.folder))

    def send_head(self) -> Any:
        if not self.path.startswith(self.prefix + "/"):
            self.send_error(404, "outside the sub-path")
            return None
        self.path = self.path.removeprefix(self.prefix)
        found = Path(self.translate_path(self.path))
        if found.is_file():
            self.site.asked.append(found.relative_to(self.site.folder).as_posix())
        return super().send_head()

    def end_headers(self) -> None:
        # Pages always anew, shared files once: what the warm weight is about.
        page = self.path.split("?")[0].endswith((".html", "/"))
        self.send_header("Cache-Control", "no-store" if page else "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the tests look at what the page sees."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up when its page is closed."""


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve `folder` on this machine until the end of the block."""
    site = Site(folder, {"file": folder.resolve().as_uri()})
    servers = []
    for origin, prefix in (("http", ""), ("sub", SUB_PATH)):
        server = _Server(("127.0.0.1", 0), functools.partial(_Handler, site=site, prefix=prefix))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.roots[origin] = f"http://127.0.0.1:{server.server_port}{prefix}"
        servers.append(server)
    try:
        yield site
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
