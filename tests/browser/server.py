"""Three ways to reach the built book: a web server, the same below a path, and files; and what a page asks for."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser.site import weight

SUB_PATH = "/sub/path"


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
