"""A statistical office on this machine, which answers as it is told to: whole, cut, slowly, busily, wrongly."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Reply:
    """One answer.

    `promised` is the Content-Length to send (None: none); `silence` comes before anything, `drip` before each byte.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    promised: int | None = -1
    silence: float = 0.0
    drip: float = 0.0


def as_json(content: Any, packed: bool = False) -> Reply:
    """A reply that holds a JSON document."""
    body = json.dumps(content).encode()
    if packed:
        return Reply(gzip.compress(body), headers={"Content-Type": "application/json", "Content-Encoding": "gzip"})
    return Reply(body, headers={"Content-Type": "application/json"})


@dataclass(frozen=True)
class Asked:
    """One request that came."""

    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]


class Office:
    """Replies in turn to whatever is asked; the last reply stays."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.asked: list[Asked] = []
        self.base = ""

    def says(self, *replies: Reply) -> None:
        self.replies = list(replies)

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


def _handler(office: Office) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            office.asked.append(Asked(parts.path, parse_qsl(parts.query), dict(self.headers)))
            reply = office.next_reply()
            with suppress(OSError):  # the one who asked hangs up, as some tests want
                self.answer(reply)

        def answer(self, reply: Reply) -> None:
            time.sleep(reply.silence)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.promised is not None:
                self.send_header("Content-Length", str(len(reply.body) if reply.promised < 0 else reply.promised))
            self.end_headers()
            for byte in [reply.body] if not reply.drip else [reply.body[i : i + 1] for i in range(len(reply.body))]:
                time.sleep(reply.drip)
                self.wfile.write(byte)
                self.wfile.flush()

        def log_message(self, *_words: Any) -> None:
            pass

    return Handler


@contextmanager
def opened() -> Iterator[Office]:
    """An office that answers on a free port of this machine."""
    office = Office()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(office))
    server.daemon_threads = True
    office.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield office
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
