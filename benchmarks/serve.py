"""A web server for files on this machine, and what a page loads from it."""

from __future__ import annotations

import functools
import gzip
import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Response


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Traffic:
    """What a page asks for: bytes as they would travel gzipped, requests to other hosts, kernel messages."""

    responses: list[Response] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)
    messages: int = 0

    def watch(self, page: Page) -> Traffic:
        """Start counting."""
        page.on("response", lambda response: self.responses.append(response))  # it marks its handlers
        page.on("request", lambda request: self._ask(request.url))
        page.on("websocket", self._listen)
        return self

    def _ask(self, url: str) -> None:
        if url.startswith("http") and not url.startswith("http://127.0.0.1"):
            self.foreign.add(url)

    def _listen(self, channel: object) -> None:
        for name in ("framesent", "framereceived"):
            channel.on(name, self._message)  # type: ignore[attr-defined]

    def _message(self, payload: str | bytes) -> None:
        self.messages += len(payload)

    def weight(self) -> int:
        """Bytes of all answers, each gzipped if that makes it smaller."""
        bodies = [r.body() for r in self.responses if r.url.startswith("http://127.0.0.1") and r.status == 200]
        return sum(min(len(body), len(gzip.compress(body, 9))) for body in bodies)
